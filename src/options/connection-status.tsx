import type { Service } from '../company/company.ts';
import { dateText } from '../company/date-text.ts';
import type { Expiry } from '../messages/index.ts';
import { instantText } from '../ui/dates.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { type TextKey, text } from '../ui/texts.ts';
import type { ConnectionView } from './use-connections.ts';

type Props = {
  readonly service: Service;
  readonly view: ConnectionView;
  readonly onTryAgain: () => void;
};

/** How a service stands, read out when it changes. */
export function ConnectionStatus({ service, view, onTryAgain }: Props) {
  return (
    <div role="status" class={`connection ${view.state}`}>
      <StatusText service={service} view={view} onTryAgain={onTryAgain} />
    </div>
  );
}

function StatusText({ service, view, onTryAgain }: Props) {
  switch (view.state) {
    case 'checking':
      return <p>{text('connectionChecking')}</p>;
    case 'connecting':
      return <p>{text('connecting')}</p>;
    case 'forgotten':
      return <p>{text('connectionForgotten')}</p>;
    case 'none':
      return <p>{text(service === 'openthebox' ? 'connectionLimited' : 'connectionNone')}</p>;
    case 'failed':
      return <FailureNotice failure={view.failure} onTryAgain={onTryAgain} inSettings />;
    case 'connected':
      return (
        <>
          <p>{connectedText(view)}</p>
          {view.until !== undefined && (
            <p class="detail">{text('connectionUntil', instantText(view.until, Date.now()))}</p>
          )}
          {view.untilClosed && <p class="detail">{text('connectionUntilClosed')}</p>}
          {view.expiry && (
            <p class={view.expiry.state === 'later' ? 'detail' : 'caution'}>
              {text(EXPIRES[view.expiry.state], dateText(view.expiry.on))}
            </p>
          )}
          {view.mayWrite === false && <p class="caution">{text('connectionNoWrite')}</p>}
        </>
      );
  }
}

const EXPIRES: Readonly<Record<Expiry['state'], TextKey>> = {
  later: 'connectionExpiresLater',
  soon: 'connectionExpiresSoon',
  past: 'connectionExpiresPast',
};

function connectedText({ label, managed }: Extract<ConnectionView, { state: 'connected' }>): string {
  if (managed) return text('connectionManaged');
  return label === '' ? text('connectionUnnamed') : text('connectionConnected', label);
}
