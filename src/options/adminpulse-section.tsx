import { useId } from 'preact/hooks';
import { ADMINPULSE_API_KEYS_PAGE } from '../company/addresses.ts';
import { text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import { ConnectSection, type CredentialField } from './connect-section.tsx';
import type { ConnectionsHandle } from './use-connections.ts';

const FIELDS: readonly CredentialField[] = [{ name: 'apiKey', label: 'apiKey', secret: true }];

/** AdminPulse: an API key that the user makes there. */
export function AdminPulseSection({ connections }: { readonly connections: ConnectionsHandle }) {
  return (
    <ConnectSection
      service="adminpulse"
      connections={connections}
      fields={FIELDS}
      attempt={(typed) =>
        callWorker('connectAdminPulse', {
          apiKey: typed('apiKey'),
          untilClosed: typed('untilClosed') !== '',
          ...(typed('expiresOn') !== '' && { expiresOn: typed('expiresOn') }),
        })
      }
      more={<ExpiryDate connections={connections} />}
    >
      <p>
        {text('adminPulseWhere')}{' '}
        <a href={ADMINPULSE_API_KEYS_PAGE} target="_blank" rel="noreferrer">
          {text('adminPulseWhereLink')}
        </a>
      </p>
    </ConnectSection>
  );
}

/** Sent with a new key; noted at once for one that is connected. */
function ExpiryDate({ connections }: { readonly connections: ConnectionsHandle }) {
  const id = useId();
  const view = connections.of.adminpulse;
  const isConnected = view.state === 'connected';
  const note = (date: string) => {
    if (isConnected) void connections.noteExpiry(date === '' ? null : date);
  };
  return (
    <div class="field">
      <label for={id}>{text('keyExpiresOn')}</label>
      <input
        id={id}
        name="expiresOn"
        type="date"
        min="2020-01-01"
        max="2099-12-31"
        aria-describedby={`${id}-help`}
        // `defaultValue`: what is typed stays; forgetting the key starts anew.
        key={String(isConnected)}
        defaultValue={isConnected ? view.expiry?.on : ''}
        onChange={(event) => event.currentTarget.checkValidity() && note(event.currentTarget.value)}
      />
      <p class="detail" id={`${id}-help`}>
        {text('keyExpiresOnHelp')}
      </p>
    </div>
  );
}
