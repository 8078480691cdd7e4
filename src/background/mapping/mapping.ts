import type { Field, Service } from '../../company/company.ts';
import { parseLegalForm } from '../../company/legal-form.ts';
import { parsePhones } from '../../company/phone.ts';
import { websiteKey } from '../../company/website.ts';
import type { Mapping, MappingChange, MappingRefusal } from '../../messages/index.ts';
import {
  type ChosenPaths,
  chosenPlaces,
  MappingOverrides,
  OPENTHEBOX_FIELDS,
  pathRefusal,
} from '../../schema/chosen-paths.ts';
import { isEmpty } from '../../schema/json-path.ts';
import { inferredPlaces, inferredPlacesItem } from '../relations/inferred-places.ts';
import { officeSchemaItem } from '../relations/office-profile.ts';
import { catalogueItem } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { assertNotManaged } from '../settings/managed.ts';
import { keepMappingOverrides, managedPaths, mappingOverrides, ownOverrides } from '../settings/mapping-overrides.ts';
import { answerTree } from './answer-tree.ts';
import { type Example, exampleOf } from './examples.ts';
import { readMappingFile } from './mapping-file.ts';
import { masked } from './masked/masked-answer.ts';

type About = { readonly service: Service; readonly subject?: string | undefined };

/** Where each field stands in a real answer; null where there is no answer to take by itself. */
export async function getMapping(services: Services, { service, subject }: About): Promise<Mapping | null> {
  const example = await exampleOf(service, services, subject);
  if (!example) return null;
  const [overrides, managed] = await Promise.all([mappingOverrides(), managedPaths(service)]);
  return {
    subject: example.subject,
    rows: example
      .rows(overrides[service])
      .map((row) => (managed[row.field] === undefined ? row : { ...row, how: 'managed', choosable: false })),
    tree: answerTree(example.answer),
    masked: JSON.stringify(masked(example.answer, service), null, 2),
  };
}

/**
 * Chooses a path for a field, or goes back to the default (null). A path is refused, with its reason, when what stands
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
  const overrides = await ownOverrides();
  const { [field]: _, ...others }: ChosenPaths = overrides[service];
  const paths: ChosenPaths = path === null ? others : { ...others, [field]: path };
  await keep({ ...overrides, [service]: paths });
  return { accepted: true };
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
  return `${JSON.stringify({ ...(await mappingOverrides()), ...(inferred.relations > 0 && { inferred }) }, null, 2)}\n`;
}

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

type Check = {
  /** Why a value is refused. */
  readonly reason: MappingRefusal;
  /** Whether a text that was read is one of this field; absent where having been read says so. */
  readonly accepts?: (text: string) => boolean;
};

/** What a value must be to be the field's, when a path is chosen. The readers take more: an office's data are as they are. */
const CHECKS: Readonly<Record<Field, Check>> = {
  name: { reason: 'mappingNotName', accepts: (text) => /\p{L}/u.test(text) },
  legalForm: { reason: 'mappingNotLegalForm', accepts: (text) => parseLegalForm(text) !== undefined },
  enterpriseNumber: { reason: 'mappingNotNumber' },
  vatNumber: { reason: 'mappingNotNumber' },
  website: { reason: 'mappingNotWebsite', accepts: (text) => websiteKey(text) !== undefined },
  address: { reason: 'mappingNotAddress' },
  phone: { reason: 'mappingNotPhone', accepts: (text) => parsePhones(text).length > 0 },
  incorporationDate: { reason: 'mappingNotDate' },
  fiscalYearEnd: { reason: 'mappingNotDayAndMonth' },
  linkedRelations: { reason: 'mappingNotLinks' },
};

/** Why what was read (undefined: nothing was understood) is not a value of the field; undefined where it is one. */
function refusalOf(field: Field, value: unknown): MappingRefusal | undefined {
  const { reason, accepts } = CHECKS[field];
  if (value === undefined) return reason;
  return accepts && !(typeof value === 'string' && accepts(value)) ? reason : undefined;
}
