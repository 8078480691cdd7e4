import browser from 'webextension-polyfill';
import { featureOff, policyUnreadable, setByAdministrator } from '../../api/errors.ts';
import type { Features } from '../../messages/index.ts';
import { recordUnexpected } from '../platform/unexpected-errors.ts';
import { type BrokenSetting, dropInvalid } from './drop-invalid.ts';
import { ManagedSettings } from './managed-schema.ts';

/** What the administrator set, as far as it can be used, and what cannot. */
export type Managed = {
  readonly settings: ManagedSettings;
  readonly broken: readonly BrokenSetting[];
};

/**
 * Reads what the administrator set, each time anew: the browser keeps it in memory, and a policy may change while it runs.
 * It holds credentials: it must not leave the worker. Throws `policyUnreadable`: without knowing what the administrator
 * switched off, nothing is on.
 */
export async function managed(): Promise<Managed> {
  const { value, broken } = dropInvalid(ManagedSettings, await storedByAdministrator());
  return { settings: value ?? {}, broken };
}

export const managedSettings = async (): Promise<ManagedSettings> => (await managed()).settings;

async function storedByAdministrator(): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(null)) ?? {};
  } catch (error) {
    if (isNoPolicy(error)) return {};
    recordUnexpected(error);
    throw policyUnreadable();
  }
}

/** Firefox rejects so where there is no policy; Chrome answers with nothing. */
const isNoPolicy = (error: unknown) => error instanceof Error && error.message === 'Managed storage manifest not found';

/** Which parts of the product are on: all that the administrator did not switch off. */
export async function features(): Promise<Features> {
  return { lookup: true, create: true, linkedRelations: true, ...(await managedSettings()).features };
}

/** Throws `featureOff` where the administrator switched the part off. */
export async function assertFeatureEnabled(feature: keyof Features): Promise<void> {
  if (!(await features())[feature]) throw featureOff();
}

/** Throws `setByAdministrator` where this is so. */
export function assertNotManaged(isManaged: boolean): void {
  if (isManaged) throw setByAdministrator();
}
