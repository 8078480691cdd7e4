import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { CatalogueChoices } from '../../adminpulse/new-relation.ts';
import type { Company } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Creation, CreationState, Requirement } from '../../messages/index.ts';
import { CREATION_RECORD } from '../../messages/storage-keys.ts';
import { tryWithReviewLock } from '../platform/locks.ts';
import { tabItem } from '../platform/page-window.ts';
import { storageItem } from '../platform/storage-item.ts';

/** What the worker keeps beside what is shown: the values that a create writes. */
export type CreationContext = {
  readonly proposed: Company;
  /** By option, the value as AdminPulse has it. */
  readonly values: Readonly<Record<Requirement, Readonly<Record<string, NonNullable<CatalogueChoices['status']>>>>>;
};

const StoredCreation = z.custom<Creation>(CREATION_RECORD.isRecord);
// Made by this worker and in memory only: its outer form is enough to tell it from a foreign value.
const StoredContext = z.custom<CreationContext>(
  (value) => z.looseObject({ values: z.looseObject({}) }).safeParse(value).success,
);

/** One creation per company: opening the same one again finds it. */
export const creationId = (number: EnterpriseNumber): string => `create-${number}`;

export const creationItem = (id: string) => storageItem('session', CREATION_RECORD.keyOf(id), StoredCreation);
export const creationContextItem = (id: string) => storageItem('session', `creation-work:${id}`, StoredContext);
const openedItem = storageItem('session', 'creations-opened', z.array(z.string()));

/** Creations that are kept; one takes some 30 kB of the 10 MB that `storage.session` has. */
const MAX_CREATIONS = 20;

/** Notes that a creation was opened, and removes those opened longest ago; one under way stays, and stays on the list. */
export function evictOldestCreation(id: string): Promise<void> {
  return navigator.locks.request('creations-opened', async () => {
    const opened = [id, ...((await openedItem.read()) ?? []).filter((other) => other !== id)];
    const left: string[] = [];
    for (const old of opened.slice(MAX_CREATIONS)) {
      const isRemoved = await tryWithReviewLock(old, async () => {
        for (const item of [creationItem(old), creationContextItem(old), tabItem(old)]) await item.write(undefined);
        return true;
      });
      if (!isRemoved) left.push(old);
    }
    await openedItem.write([...opened.slice(0, MAX_CREATIONS), ...left]);
  });
}

/** Moves a creation to its next state. */
export async function setCreation(
  { id, enterpriseNumber }: Pick<Creation, 'id' | 'enterpriseNumber'>,
  state: CreationState,
): Promise<Creation> {
  const next: Creation = { id, enterpriseNumber, ...state };
  await creationItem(id).write(next);
  return next;
}

export const creationPage = (id: string) =>
  browser.runtime.getURL(`src/popup/popup.html#create=${encodeURIComponent(id)}`);
