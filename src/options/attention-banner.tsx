import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { SERVICE_NAMES } from '../company/service-names.ts';
import type { Attention } from '../messages/index.ts';
import { text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import type { ConnectionsHandle } from './use-connections.ts';

/** Why the toolbar's button has a badge, where no section says it: a host that was withdrawn, a credential refused since. */
export function AttentionBanner({ connections }: { readonly connections: ConnectionsHandle }) {
  const attention = useAttention(connections);
  if (attention?.kind === 'refused') {
    return (
      <div class="banner warning" role="alert">
        <p>{text('settingsRefused', SERVICE_NAMES[attention.service])}</p>
      </div>
    );
  }
  if (attention?.kind !== 'hostPermission') return null;
  return (
    <div class="banner warning" role="alert">
      <div class="ask">
        <p>{text('settingsHostPermission')}</p>
        <button type="button" onClick={() => void askForHosts()}>
          {text('askForPermission')}
        </button>
      </div>
    </div>
  );
}

/** Asked again whenever a connection or what the user grants changes. */
function useAttention({ of }: ConnectionsHandle): Attention | null {
  const [attention, setAttention] = useState<Attention | null>(null);
  useEffect(() => {
    const read = () => void callWorker('getAttention').then((answer) => answer.ok && setAttention(answer.value));
    const { onAdded, onRemoved } = browser.permissions;
    read();
    onAdded.addListener(read);
    onRemoved.addListener(read);
    return () => {
      onAdded.removeListener(read);
      onRemoved.removeListener(read);
    };
  }, [of]);
  return attention;
}

/** The browser shows its question only while it handles the click, so nothing is awaited before. */
const askForHosts = () =>
  browser.permissions.request({ origins: browser.runtime.getManifest().host_permissions ?? [] });
