import { text } from '../ui/texts.ts';
import { callWorker } from '../ui/worker.ts';
import { ConnectSection, type CredentialField } from './connect-section.tsx';
import type { ConnectionsHandle } from './use-connections.ts';

const FIELDS: readonly CredentialField[] = [
  { name: 'clientId', label: 'clientId', secret: false },
  { name: 'clientSecret', label: 'clientSecret', secret: true },
];

/** openthebox: client id and secret, or limited access without. */
export function OpentheboxSection({
  connections,
  onSkip,
}: {
  readonly connections: ConnectionsHandle;
  readonly onSkip: () => void;
}) {
  return (
    <ConnectSection
      service="openthebox"
      connections={connections}
      fields={FIELDS}
      attempt={(typed) =>
        callWorker('connectOpenthebox', {
          clientId: typed('clientId'),
          clientSecret: typed('clientSecret'),
          untilClosed: typed('untilClosed') !== '',
        })
      }
      skip={
        <button type="button" onClick={onSkip}>
          {text('continueWithout')}
        </button>
      }
    >
      <p>{text('opentheboxWhere')}</p>
      <p>{text('opentheboxWithout')}</p>
    </ConnectSection>
  );
}
