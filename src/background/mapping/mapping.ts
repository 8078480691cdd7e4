import {
  type ChosenPaths,
  chosenPlaces,
  MappingOverrides,
  OPENTHEBOX_FIELDS,
  pathRefusal,
} from '../../api/chosen-paths.ts';
import { isEmpty } from '../../api/json-path.ts';
import type { Field, Service } from '../../company/company.ts';
import type { Mapping, MappingChange, MappingRefusal } from '../../messages.ts';
import { demandOwn } from '../managed/managed.ts';
import { vocabularyItem } from '../relations/vocabulary.ts';
import { learntItem } from '../review/learnt.ts';
import type { Services } from '../services.ts';
import { answerTree, masked } from './answer-tree.ts';
import { type Example, exampleOf } from './examples.ts';
import { readMappingFile } from './mapping-file.ts';
import { keepMappingOverrides, managedPaths, mappingOverrides, ownOverrides } from './overrides.ts';
import { implausible } from './plausible.ts';

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
    masked: JSON.stringify(masked(example.answer), null, 2),
  };
}

/**
 * Chooses a path for a field, or goes back to the default (null). A path is refused, with its reason, when what stands
 * there in the example is not a value of the field; a place that exists and is empty is accepted. Throws
 * `SetByAdministrator` for a field whose path is the administrator's.
 */
export async function setMapping(
  services: Services,
  { field, path, ...about }: About & { readonly field: Field; readonly path: string | null },
): Promise<MappingChange> {
  const { service } = about;
  demandOwn((await managedPaths(service))[field] !== undefined);
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
  return implausible(field, read(field, { [field]: path }));
}

/** The mapping as a file's text. It has paths, and no value of any client. */
export async function exportMapping(): Promise<string> {
  return `${JSON.stringify(await mappingOverrides(), null, 2)}\n`;
}

/** Takes the mapping of a file in place of the present one; a file that is refused changes nothing. */
export async function importMapping(text: string): Promise<MappingChange> {
  const file = readMappingFile(text);
  if (!file.ok) return { accepted: false, reason: file.reason, ...(file.detail && { detail: file.detail }) };
  await keep(file.overrides);
  return { accepted: true };
}

/** What was learnt from relations was learnt by the paths of before. */
async function keep(overrides: MappingOverrides): Promise<void> {
  await keepMappingOverrides(MappingOverrides.parse(overrides));
  await learntItem.write(undefined);
  await vocabularyItem.write(undefined);
}
