import { useEffect, useState } from 'preact/hooks';
import type { ISODate, Service } from '../company/company.ts';
import type { Connection, Failure, Result } from '../messages/index.ts';
import { callWorker } from '../ui/worker.ts';
import { onPolicyChange } from './policy-change.ts';

/** How a service stands, as far as this page knows. */
export type ConnectionView =
  | { readonly state: 'checking' }
  | { readonly state: 'connecting' }
  | { readonly state: 'forgotten' }
  | Connection;

/** Both connections, and how to change them. Credentials pass through, and are kept nowhere here. */
export type ConnectionsHandle = {
  readonly of: Readonly<Record<Service, ConnectionView>>;
  /** Answers whether the service accepted the credentials. */
  readonly connect: (service: Service, attempt: () => Promise<Result<Connection>>) => Promise<boolean>;
  readonly forget: (service: Service) => Promise<void>;
  /** Notes when the connected key of AdminPulse expires. */
  readonly noteExpiry: (expiresOn: ISODate | null) => Promise<void>;
  readonly check: () => void;
};

const CHECKING: Record<Service, ConnectionView> = {
  openthebox: { state: 'checking' },
  adminpulse: { state: 'checking' },
};

export function useConnections(): ConnectionsHandle {
  const [views, setViews] = useState<Record<Service, ConnectionView>>(CHECKING);
  const set = (service: Service, view: ConnectionView) => setViews((now) => ({ ...now, [service]: view }));

  const check = () => {
    void callWorker('getConnections').then((answer) =>
      setViews(answer.ok ? answer.value : { openthebox: failed(answer.failure), adminpulse: failed(answer.failure) }),
    );
  };
  useEffect(check, []);
  useEffect(() => onPolicyChange(check), []);

  return {
    of: views,
    check,
    connect: async (service, attempt) => {
      set(service, { state: 'connecting' });
      const answer = await attempt();
      const view = answer.ok ? answer.value : failed(answer.failure);
      set(service, view);
      return view.state === 'connected';
    },
    noteExpiry: async (expiresOn) => {
      const answer = await callWorker('noteExpiry', { expiresOn });
      set('adminpulse', answer.ok ? answer.value : failed(answer.failure));
    },
    forget: async (service) => {
      const answer = await callWorker('forget', { service });
      set(service, answer.ok ? { state: 'forgotten' } : failed(answer.failure));
    },
  };
}

function failed(failure: Failure): Connection {
  return { state: 'failed', failure };
}
