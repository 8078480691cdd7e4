import * as z from 'zod/mini';
import type { CatalogueChoices } from '../../adminpulse/new-relation.ts';
import type { Company } from '../../company/company.ts';
import type { EnterpriseNumber } from '../../company/enterprise-number.ts';
import type { Creation, CreationState, Requirement } from '../../messages/index.ts';
import { CREATION_RECORD } from '../../messages/storage-keys.ts';
import { type SessionRecord, sessionRecord } from '../platform/session-record.ts';

/** What the worker keeps beside what is shown: the values that a create writes. */
export type CreationContext = {
  readonly proposed: Company;
  /** By option, the value as AdminPulse has it. */
  readonly values: Readonly<Record<Requirement, Readonly<Record<string, NonNullable<CatalogueChoices['status']>>>>>;
};

// Made by this worker and in memory only: its outer form is enough to tell it from a foreign value.
const StoredContext = z.custom<CreationContext>(
  (value) => z.looseObject({ values: z.looseObject({}) }).safeParse(value).success,
);

/** One creation per company: opening the same one again finds it. */
export const creationId = (number: EnterpriseNumber): string => `create-${number}`;

export const creations: SessionRecord<Creation, CreationState, CreationContext> = sessionRecord<
  CreationState,
  CreationContext
>({
  shared: CREATION_RECORD,
  context: { prefix: 'creation-work:', schema: StoredContext },
  opened: 'creations-opened',
  // One with its context takes some 30 kB of the 10 MB that `storage.session` has.
  maximum: 20,
  writing: ['creating'],
  page: 'create',
  windowLock: 'window:',
});

export const { item: creationItem, contextItem: creationContextItem, set: setCreation } = creations;
