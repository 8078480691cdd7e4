import type { ISODate, Service } from '../company/company.ts';

/** What needs the user before the extension works, or soon will. */
export type Attention =
  | { readonly kind: 'hostPermission' }
  | { readonly kind: 'notConnected' }
  /** The service refused the stored credential in a call. */
  | { readonly kind: 'refused'; readonly service: Service }
  | { readonly kind: 'keyExpired' | 'keyExpires'; readonly on: ISODate };
