import type { ISODate, ISODateTime, Service } from '../company/company.ts';
import type { Failure } from './failure.ts';

/** When AdminPulse's key expires, as the user noted it: `soon` within 14 days. */
export type Expiry = { readonly on: ISODate; readonly state: 'later' | 'soon' | 'past' };

/** How a service stands, as the options page shows it. No credential is in it. */
export type Connection =
  | { readonly state: 'none' }
  /** `until`: openthebox's token; `mayWrite`: unknown until a write or a probe has shown it. */
  | {
      readonly state: 'connected';
      readonly label: string;
      readonly until?: ISODateTime;
      readonly mayWrite?: boolean;
      /** The administrator set the credentials. */
      readonly managed?: true;
      /** Kept until the browser closes. */
      readonly untilClosed?: true;
      readonly expiry?: Expiry;
    }
  | { readonly state: 'failed'; readonly failure: Failure };

export type Connections = Readonly<Record<Service, Connection>>;
