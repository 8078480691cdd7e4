import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Connections } from '../../messages/index.ts';
import { type TextKey, text } from '../../ui/texts.ts';
import { callWorker } from '../../ui/worker.ts';

/** Says which service is not connected and what that means here, with the way to the settings. */
export function ConnectHint() {
  const [connections, setConnections] = useState<Connections>();
  useEffect(() => {
    void callWorker('getConnections').then((answer) => {
      if (answer.ok) setConnections(answer.value);
    });
  }, []);
  const hints = connections === undefined ? [] : missing(connections);
  if (hints.length === 0) return null;
  return (
    <div class="banner info hint">
      <div>
        {hints.map((hint) => (
          <p key={hint}>{text(hint)}</p>
        ))}
        <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {text('openSettings')}
        </button>
      </div>
    </div>
  );
}

function missing({ openthebox, adminpulse }: Connections): TextKey[] {
  const hints: TextKey[] = [];
  if (openthebox.state === 'none') hints.push('lookupOpentheboxNotConnected');
  if (adminpulse.state === 'none') hints.push('lookupAdminPulseNotConnected');
  return hints;
}
