import type { Field, Service } from '../../company/company.ts';
import type { Mapping, MappingChange, MappingRefusal, MappingRow, OfferedPlaces } from '../../messages/index.ts';
import {
  type ChosenPaths,
  chosenPlaces,
  MappingOverrides,
  OPENTHEBOX_FIELDS,
  pathRefusal,
} from '../../schema/chosen-paths.ts';
import { isEmpty } from '../../schema/json-path.ts';
import { type InferredPlaces, inferredPlaces, inferredPlacesItem } from '../relations/inferred-places.ts';
import { officeSchemaItem } from '../relations/office-profile.ts';
import { choosePlace, takeBackChoice } from '../relations/place-choices.ts';
import { catalogueItem } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { assertNotManaged } from '../settings/managed.ts';
import { keepMappingOverrides, managedPaths, mappingOverrides, ownOverrides } from '../settings/mapping-overrides.ts';
import { answerTree } from './answer-tree.ts';
import { type Example, exampleOf } from './examples.ts';
import { refusalOf } from './field-checks.ts';
import { readMappingFile } from './mapping-file.ts';
import { masked } from './masked/masked-answer.ts';
import { type Offer, offersIn } from './offered-places.ts';

type About = { readonly service: Service; readonly subject?: string | undefined };

/** Where each field stands in a real answer; null where there is no answer to take by itself. */
export async function getMapping(services: Services, { service, subject }: About): Promise<Mapping | null> {
  const example = await exampleOf(service, services, subject);
  if (!example) return null;
  const [overrides, managed, looked] = await Promise.all([
    mappingOverrides(),
    managedPaths(service),
    inferredFrom(service),
  ]);
  return {
    subject: example.subject,
    ...(looked && { inferredFrom: looked }),
    rows: example.rows(overrides[service]).map((row) => (managed[row.field] === undefined ? row : asManaged(row))),
    tree: answerTree(example.answer),
    masked: JSON.stringify(masked(example.answer, service), null, 2),
  };
}

const asManaged = ({ isOwnChoice: _, ...row }: MappingRow): MappingRow => ({
  ...row,
  how: 'managed',
  choosable: false,
});

/** How many answers of the service the places were inferred from, and which fields they have; undefined where none. */
async function inferredFrom(service: Service): Promise<Mapping['inferredFrom']> {
  const { relations, companies, fieldsRead } = await inferredPlaces();
  const answers = service === 'adminpulse' ? relations : companies;
  return answers > 0 ? { answers, fieldsRead: fieldsRead?.[service] ?? [] } : undefined;
}

/**
 * The places that each field may have in an example, the likeliest first; a field whose path the administrator set has none.
 * Null where there is no example to take by itself.
 */
export async function getPlaces(services: Services, { service, subject }: About): Promise<OfferedPlaces | null> {
  const example = await exampleOf(service, services, subject);
  if (!example) return null;
  const [offers, managed] = await Promise.all([offersIn(service, services, example), managedPaths(service)]);
  const entries = Object.entries(offers) as [Field, readonly Offer[]][];
  const open = entries.filter(([field]) => managed[field] === undefined);
  return Object.fromEntries(open.map(([field, offered]) => [field, offered.map(({ shown }) => shown)]));
}

/**
 * Chooses a place for a field among those that are offered for it in the example. They are looked for again: the page names one,
 * and what is kept is what was found. Throws `setByAdministrator` for a field whose path is the administrator's.
 */
export async function chooseOfferedPlace(
  services: Services,
  { service, subject, field, place }: About & { readonly field: Field; readonly place: string },
): Promise<MappingChange> {
  assertNotManaged((await managedPaths(service))[field] !== undefined);
  const example = await exampleOf(service, services, subject);
  const offers = example ? await offersIn(service, services, example) : {};
  const offer = offers[field]?.find(({ shown }) => shown.id === place);
  if (!offer) return { accepted: false, reason: 'mappingPlaceGone' };
  await choosePlace(service, field, offer.found);
  await keepPath(service, field, null);
  return { accepted: true };
}

/**
 * Chooses a path for a field, or goes back to the default (null), of a place that was chosen too. A path is refused, with its reason, when what stands
 * there in the example is not a value of the field; a place that exists and is empty is accepted. Throws
 * `setByAdministrator` for a field whose path is the administrator's.
 */
export async function setMapping(
  services: Services,
  { field, path, ...about }: About & { readonly field: Field; readonly path: string | null },
): Promise<MappingChange> {
  const { service } = about;
  assertNotManaged((await managedPaths(service))[field] !== undefined);
  if (path !== null) {
    const reason = await refusal(services, about, field, path);
    if (reason) return { accepted: false, reason };
  }
  await keepPath(service, field, path);
  await takeBackChoice(service, field);
  return { accepted: true };
}

async function keepPath(service: Service, field: Field, path: string | null): Promise<void> {
  const overrides = await ownOverrides();
  const { [field]: _, ...others }: ChosenPaths = overrides[service];
  const paths: ChosenPaths = path === null ? others : { ...others, [field]: path };
  await keep({ ...overrides, [service]: paths });
}

async function refusal(
  services: Services,
  { service, subject }: About,
  field: Field,
  path: string,
): Promise<MappingRefusal | undefined> {
  if (service === 'openthebox' && !OPENTHEBOX_FIELDS.some((other) => other === field)) return 'mappingNotLinks';
  const ofPath = pathRefusal(path);
  if (ofPath) return ofPath;
  const example = await exampleOf(service, services, subject);
  return example ? ofValue(example, field, path) : 'mappingNothingThere';
}

function ofValue({ answer, read }: Example, field: Field, path: string): MappingRefusal | undefined {
  const places = chosenPlaces(path, answer);
  if (places.length === 0) return 'mappingNothingThere';
  if (places.every(({ value }) => isEmpty(value))) return undefined;
  return refusalOf(field, read(field, { [field]: path }));
}

/** The mapping as a file's text. It has paths, and no value of any client. */
export async function exportMapping(): Promise<string> {
  const { version: _, ...inferred } = await inferredPlaces();
  return `${JSON.stringify({ ...(await mappingOverrides()), ...(isSomethingIn(inferred) && { inferred }) }, null, 2)}\n`;
}

/** Places can be chosen where none were inferred. */
const isSomethingIn = ({ relations, adminpulse, openthebox }: Omit<InferredPlaces, 'version'>) =>
  relations > 0 || Object.keys({ ...adminpulse, ...openthebox }).length > 0;

/** Takes the mapping of a file in place of the present one; a file that is refused changes nothing. */
export async function importMapping(text: string): Promise<MappingChange> {
  const file = readMappingFile(text);
  if (!file.ok) return { accepted: false, reason: file.reason, ...(file.detail && { detail: file.detail }) };
  await keep(file.overrides);
  if (file.inferred) await inferredPlacesItem.write({ version: 1, ...file.inferred });
  return { accepted: true };
}

/** The schema was inferred by the paths of before. */
async function keep(overrides: MappingOverrides): Promise<void> {
  await keepMappingOverrides(MappingOverrides.parse(overrides));
  await officeSchemaItem.write(undefined);
  await catalogueItem.write(undefined);
}
