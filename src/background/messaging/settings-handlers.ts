import * as z from 'zod/mini';
import { TOPIC_MEANINGS } from '../../adminpulse/value-catalogue.ts';
import { parseDate } from '../../company/dates.ts';
import { attention, noteRefused, showBadge } from '../connection/attention.ts';
import { connectAdminPulse, connections, connectOpenthebox, forget, noteExpiry } from '../connection/connect.ts';
import {
  chooseOfferedPlace,
  exportMapping,
  getMapping,
  getPlaces,
  importMapping,
  setMapping,
} from '../mapping/mapping.ts';
import { confirmPlaces } from '../relations/inferred-places.ts';
import { PreferencesChangeData } from '../settings/preference-schema.ts';
import { changePreferences, preferencesView } from '../settings/preferences.ts';
import { settingsState } from '../settings/settings-state.ts';
import { command, type Handlers, handler, PAGE } from './handler.ts';
import { FieldName, Nothing, ServiceName, TermName, textUpTo } from './schemas.ts';

const Credential = z.string().check(z.trim(), z.minLength(1), z.maxLength(4096));
const UntilClosed = z.optional(z.boolean());
const Day = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((text) => parseDate(text) === text),
);

/** What was said of a credential before is over when it is changed, and the badge with it. */
async function afresh<T>(service: 'openthebox' | 'adminpulse', change: Promise<T>): Promise<T> {
  const answer = await change;
  await noteRefused(service, false);
  await showBadge();
  return answer;
}

export const CONNECTION_HANDLERS = {
  getConnections: handler(PAGE, Nothing, () => connections()),
  connectOpenthebox: handler(
    PAGE,
    z.object({ clientId: Credential, clientSecret: Credential, untilClosed: UntilClosed }),
    (services, credentials) => afresh('openthebox', connectOpenthebox(services, credentials)),
  ),
  connectAdminPulse: handler(
    PAGE,
    z.object({ apiKey: Credential, untilClosed: UntilClosed, expiresOn: z.optional(Day) }),
    (services, key) => afresh('adminpulse', connectAdminPulse(services, key)),
  ),
  noteExpiry: handler(PAGE, z.object({ expiresOn: z.nullable(Day) }), async (_services, { expiresOn }) => {
    const connection = await noteExpiry(expiresOn);
    await showBadge();
    return connection;
  }),
  forget: command(PAGE, z.object({ service: ServiceName }), (services, { service }) =>
    afresh(service, forget(services, service)),
  ),
  getAttention: handler(PAGE, Nothing, async () => (await attention()) ?? null),
} satisfies Partial<Handlers>;

const MappingSubject = z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60)));

export const MAPPING_HANDLERS = {
  getMapping: handler(PAGE, z.object({ service: ServiceName, subject: MappingSubject }), getMapping),
  // A path or a file that is too long is refused with its reason, below a bound at which nothing is read any more.
  setMapping: handler(
    PAGE,
    z.object({
      service: ServiceName,
      field: FieldName,
      path: z.nullable(z.string().check(z.trim(), z.maxLength(10_000))),
      subject: MappingSubject,
    }),
    setMapping,
  ),
  getPlaces: handler(PAGE, z.object({ service: ServiceName, subject: MappingSubject }), getPlaces),
  choosePlace: handler(
    PAGE,
    z.object({ service: ServiceName, field: FieldName, place: textUpTo(30_000), subject: MappingSubject }),
    chooseOfferedPlace,
  ),
  confirmPlaces: command(
    PAGE,
    z.object({ fields: z.array(FieldName), terms: z.optional(z.array(TermName)), service: z.optional(ServiceName) }),
    (_services, { fields, terms = [], service }) =>
      confirmPlaces(
        [...fields, ...terms.flatMap((term) => TOPIC_MEANINGS[term] ?? [])],
        service === undefined ? undefined : [service],
      ),
  ),
  exportMapping: handler(PAGE, Nothing, () => exportMapping()),
  importMapping: handler(PAGE, z.object({ text: z.string() }), (_services, { text }) => importMapping(text)),
} satisfies Partial<Handlers>;

export const PREFERENCES_HANDLERS = {
  getPreferences: handler(PAGE, Nothing, () => preferencesView()),
  setPreferences: handler(PAGE, PreferencesChangeData, (_services, change) => changePreferences(change)),
  getSettings: handler(PAGE, Nothing, () => settingsState()),
} satisfies Partial<Handlers>;
