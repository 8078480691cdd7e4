import * as z from 'zod/mini';
import { FIELDS_WITH_TICK, type FieldWithTick } from '../../company/choices.ts';

/** Ten years; AdminPulse itself keeps a relation longer, and openthebox's numbers are older by then. */
const MAX_HISTORY_MONTHS = 120;

const ticksOf = <T extends z.core.$ZodType>(tick: T) => {
  const ticks = FIELDS_WITH_TICK.map((field) => [field, z.exactOptional(tick)]);
  return z.strictObject(Object.fromEntries(ticks) as Record<FieldWithTick, z.ZodMiniExactOptional<T>>);
};

/** Each preference, where it was set. */
export const PreferenceSettings = {
  valueLanguage: z.exactOptional(z.enum(['relation', 'nl', 'fr', 'de'])),
  ticks: z.exactOptional(ticksOf(z.boolean())),
  phoneStyle: z.exactOptional(z.enum(['asInAdminPulse', 'national', 'international'])),
  notify: z.exactOptional(z.enum(['allPages', 'pagesOfTheRelation', 'nobody'])),
  historyMonths: z.exactOptional(z.int().check(z.minimum(1), z.maximum(MAX_HISTORY_MONTHS))),
};

/** A change of preferences, as the settings page asks for it. */
export const PreferencesChangeData = z.strictObject({
  ...PreferenceSettings,
  ticks: z.exactOptional(ticksOf(z.nullable(z.boolean()))),
});
