import * as z from 'zod/mini';
import { MappingOverrides } from '../../schema/chosen-paths.ts';
import { PreferenceSettings } from './preference-schema.ts';

const Credential = z.string().check(z.trim(), z.minLength(1), z.maxLength(4096));

/**
 * What an administrator may set for all browsers of an office. `public/managed-schema.json` names the same settings to
 * Chrome.
 */
export const ManagedSettings = z.strictObject({
  openthebox: z.exactOptional(z.strictObject({ clientId: Credential, clientSecret: Credential })),
  adminpulse: z.exactOptional(z.strictObject({ apiKey: Credential })),
  /** As the field mapping is exported. What was inferred is each browser's own: it is let be. */
  fieldMapping: z.exactOptional(z.extend(MappingOverrides, { inferred: z.exactOptional(z.looseObject({})) })),
  preferences: z.exactOptional(z.strictObject(PreferenceSettings)),
  features: z.exactOptional(
    z.strictObject({
      lookup: z.exactOptional(z.boolean()),
      create: z.exactOptional(z.boolean()),
      linkedRelations: z.exactOptional(z.boolean()),
    }),
  ),
});
export type ManagedSettings = z.infer<typeof ManagedSettings>;
