import * as z from 'zod/mini';
import { type SealedStore, sealedStore } from '../platform/sealed-store.ts';
import { assertNotManaged, managedSettings } from './managed.ts';

const OpentheboxCredentials = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  untilClosed: z.optional(z.boolean()),
});

/** What is kept for AdminPulse: the key, and what Connect found out about it. */
const AdminpulseCredentials = z.object({
  apiKey: z.string(),
  /** The name of the office, for the options page. */
  label: z.string(),
  mayWrite: z.optional(z.boolean()),
  /** `YYYY-MM-DD`, as the user noted it. */
  expiresOn: z.optional(z.string()),
  untilClosed: z.optional(z.boolean()),
});
type AdminpulseCredentials = z.infer<typeof AdminpulseCredentials>;

/**
 * The credentials. Only the worker reads them; they are in no storage area, message, log or error. Where the administrator
 * set some, these are they, and no others can be stored.
 */
function managedFirst<T>(store: SealedStore<T>, managed: () => Promise<T | undefined>): SealedStore<T> {
  return {
    read: async () => (await managed()) ?? (await store.read()),
    async write(value) {
      assertNotManaged(value !== undefined && (await managed()) !== undefined);
      await store.write(value);
    },
  };
}

export const opentheboxCredentials = managedFirst(
  sealedStore('openthebox', OpentheboxCredentials),
  async (): Promise<z.infer<typeof OpentheboxCredentials> | undefined> => (await managedSettings()).openthebox,
);
export const adminpulseCredentials = managedFirst(
  sealedStore('adminpulse', AdminpulseCredentials),
  async (): Promise<AdminpulseCredentials | undefined> => {
    const { adminpulse } = await managedSettings();
    return adminpulse && { ...adminpulse, label: '' };
  },
);
