import { text } from '../ui/texts.ts';
import { ask } from '../ui/worker.ts';
import { ConnectSection, type CredentialField } from './connect-section.tsx';
import type { ConnectionsHandle } from './use-connections.ts';

/** Where AdminPulse makes API keys (help pages of its integrators). */
const API_KEYS_PAGE = 'https://app.adminpulse.be/#/profile/accesstokens';

const FIELDS: readonly CredentialField[] = [{ name: 'apiKey', label: 'apiKey', secret: true }];

/** AdminPulse: an API key that the user makes there. */
export function AdminPulseSection({ connections }: { readonly connections: ConnectionsHandle }) {
  return (
    <ConnectSection
      service="adminpulse"
      connections={connections}
      fields={FIELDS}
      attempt={(typed) => ask('connectAdminPulse', { apiKey: typed('apiKey') })}
    >
      <p>
        {text('adminPulseWhere')}{' '}
        <a href={API_KEYS_PAGE} target="_blank" rel="noreferrer">
          {text('adminPulseWhereLink')}
        </a>
      </p>
    </ConnectSection>
  );
}
