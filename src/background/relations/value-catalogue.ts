import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { inferSchema } from '../../adminpulse/infer-schema.ts';
import { EMPTY_SCHEMA } from '../../adminpulse/office-schema.ts';
import { numbersOf, type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import { buildCatalogue, ValueCatalogue } from '../../adminpulse/value-catalogue.ts';
import type { CatalogueTopicView, CatalogueView } from '../../messages/index.ts';
import { placesAt } from '../../schema/json-path.ts';
import { CATALOGUE_PATHS } from '../../schema/relation-candidates.ts';
import { storageItem } from '../platform/storage-item.ts';
import type { Services } from '../services.ts';
import { type KnownPaths, knownPaths } from './known-paths.ts';
import { loadOfficeProfile, officeSchemaItem } from './office-profile.ts';
import { relationCode } from './relation.ts';
import { relationOrNothing } from './relation-or-nothing.ts';

/** Codes and words, no value of a client: it may stand where a content script could read it. */
export const catalogueItem = storageItem('local', 'adminpulse-vocabulary', ValueCatalogue);

/** In ms; what an office uses changes seldom. */
const MAX_AGE_MS = 24 * 60 * 60_000;
/** Relations that are read in full, a call each: the rows of the list may have fewer keys. */
const MAX_SAMPLES = 60;

/** The values that AdminPulse uses; collected from existing relations where that was not done in the last day. */
export async function loadCatalogue(adminpulse: Adminpulse): Promise<ValueCatalogue> {
  const stored = await catalogueItem.read();
  const isRecent = stored !== undefined && Math.abs(Date.now() - stored.at) < MAX_AGE_MS;
  return isRecent ? stored : buildFromRelations(adminpulse);
}

async function buildFromRelations(adminpulse: Adminpulse): Promise<ValueCatalogue> {
  const known = await knownPaths();
  const { chosen, places } = known;
  const samples = varied(await listRows(adminpulse), known).slice(0, MAX_SAMPLES);
  const found = await Promise.all(samples.map((row) => relationOrNothing(adminpulse, relationCode(row, places))));
  const relations = found.filter((raw) => raw !== undefined);
  const catalogue = buildCatalogue(relations, chosen, Date.now(), places);
  // An office without relations has nothing to collect them from yet.
  if (relations.length === 0) return catalogue;
  await catalogueItem.write(catalogue);
  // Many show places that the few did not have.
  const { version, fields } = await loadOfficeProfile(adminpulse);
  await officeSchemaItem.write({ version, fields: { ...inferSchema(relations, chosen).fields, ...fields } });
  return catalogue;
}

/** The first page of the list, one from its middle and the last. */
async function listRows(adminpulse: Adminpulse): Promise<readonly RawRelation[]> {
  const { rows, pageCount = 1 } = await adminpulse.relationPage(0);
  const others = [...new Set([Math.floor(pageCount / 2), pageCount - 1])].filter((page) => page > 0);
  const more = await Promise.all(others.map((page) => adminpulse.relationPage(page)));
  return [...rows, ...more.flatMap((page) => page.rows)];
}

/** The rows in such an order that the first ones are as different as can be: rare types come before the hundredth company. */
function varied(rows: readonly RawRelation[], known: KnownPaths): readonly RawRelation[] {
  const sorts = Map.groupBy(rows, (row) => {
    const legalForm = readField('legalForm', row, { ...EMPTY_SCHEMA, ...known })?.value ?? null;
    const owner = CATALOGUE_PATHS.ownCompany.flatMap((path) => placesAt(path, row)).map(({ value }) => value);
    return JSON.stringify([legalForm, owner, numbersOf(row, known.chosen, known.places).length > 0]);
  });
  return [...sorts.values()]
    .flatMap((some) => some.map((row, place) => ({ row, place })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

const TOPICS_SHOWN: readonly CatalogueTopicView['topic'][] = [
  'relationType',
  'status',
  'language',
  'ownCompany',
  'legalForm',
  'linkType',
  'since',
];

/** The vocabulary as the mapping page shows it; null where there is no relation to learn from. */
export async function catalogueView({ adminpulse }: Services): Promise<CatalogueView | null> {
  const { relations, topics } = await loadCatalogue(adminpulse);
  if (relations === 0) return null;
  return {
    relations,
    topics: TOPICS_SHOWN.map((topic) => ({
      topic,
      ...(topics[topic] && { path: topics[topic].path }),
      terms: (topics[topic]?.terms ?? []).map(({ value, count, examples }) => ({
        value: String(value),
        count,
        examples,
      })),
    })),
  };
}
