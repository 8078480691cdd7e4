import { parseEnterpriseNumber } from '../company/enterprise-number.ts';

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** The list that an answer carries, in whatever envelope, and what the envelope says of its length. */
export type AnswerList = {
  readonly rows: readonly Row[];
  /** Of `pageCount` alone, which was seen: another name may be the number of this page, or of the rows in it. */
  readonly pageCount?: number;
  /** How many rows all pages have; never less than this one has. */
  readonly totalRowCount?: number;
};

/** Names of lists as APIs have them, and in the languages of the two services. */
const LIST_NAMES: ReadonlySet<string> = new Set([
  ...['results', 'result', 'items', 'rows', 'records', 'data', 'list', 'content', 'value', 'values', 'entries', 'hits'],
  ...['elements', 'nodes', 'edges', 'objects', 'collection', 'entities', 'members', 'hydramember', 'page', 'd'],
  ...['relations', 'customers', 'clients', 'embedded', 'response', 'payload', 'body'],
  ...['relaties', 'resultaten', 'resultaat', 'lijst', 'gegevens', 'klanten', 'rijen', 'elementen', 'antwoord'],
  ...['resultats', 'liste', 'donnees', 'dossiers', 'lignes', 'reponse'],
  ...['ergebnisse', 'ergebnis', 'daten', 'kunden', 'eintrage', 'zeilen', 'antwort'],
]);

/** What stands beside a list, or in place of one, and is none. */
const NO_LIST_NAMES: ReadonlySet<string> = new Set([
  ...['error', 'errors', 'warnings', 'warning', 'messages', 'violations', 'problems', 'issues', 'details', 'fouten'],
  ...['erreurs', 'fehler', 'included', 'links', 'meta', 'metadata', 'facets', 'aggregations', 'filters', 'filter'],
  ...['sort', 'sorting', 'columns', 'fields', 'schema', 'actions', 'permissions', 'debug', 'request', 'query'],
  ...['kolommen', 'colonnes', 'spalten', 'user', 'users', 'gebruikers'],
]);

const TOTAL_NAMES: ReadonlySet<string> = new Set([
  ...['totalrowcount', 'total', 'totalcount', 'totalelements', 'totalitems', 'totalresults', 'totalrecords'],
  ...['totaal', 'totalhits', 'aantal', 'totaalaantal', 'nombretotal', 'gesamt', 'gesamtzahl', 'odatacount'],
]);

const PAGE_COUNT = 'pagecount';

/** Names below which an item of a list has the object that it is about. */
const ITEM_NAMES: ReadonlySet<string> = new Set([
  'node',
  'source',
  'item',
  'resource',
  'entity',
  'relation',
  'relatie',
]);

/** In keys; in `{data: {relations: {nodes: […]}}}` the list is at the third. */
const MAX_DEPTH = 3;
/** An object with so many values of its own is a thing, and no envelope of a list. */
const MAX_ENVELOPE_VALUES = 12;
/** Leaves that are counted; beyond them, longer is no surer. */
const MAX_LEAVES = 4_000;

type Found = {
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly depth: number;
};

/**
 * The list of an answer: the root, or what stands below a key of it. A known name comes first; else the list whose items
 * have what their own kind has (`isTelling`), else the one that says most. Undefined where none can be told: for an error,
 * and for one object alone, unless it is telling itself.
 */
export function listIn(answer: unknown, isTelling: (row: Row) => boolean = hasNumber): AnswerList | undefined {
  const found = listsIn(answer, [], 0);
  const [best] =
    found.length < 2
      ? found
      : found
          .map((one) => ({ one, rank: rankOf(one, isTelling) }))
          .toSorted((a, b) => byRank(a.rank, b.rank))
          .map(({ one }) => one);
  const alone = thingIn(answer);
  // The lists of one object, such as its addresses, are no list of such objects.
  const isInThing = best === undefined || (!isNamed(best) && !best.rows.some(isTelling));
  if (alone && isInThing && isTelling(withoutLists(alone))) return { rows: [alone] };
  if (!best || isThing(alone ?? {}) || (best.rows.length === 0 && isFailure(answer))) return undefined;
  const rows = best.rows.map(unwrapped);
  return { rows, ...lengthsIn(answer, best.keys, rows.length) };
}

/** Simplified: no separators, no case, no accents. */
const simple = (key: string) =>
  key
    .normalize('NFKD')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamed = ({ keys }: Found) => keys.length === 0 || LIST_NAMES.has(simple(keys.at(-1) ?? ''));

/** The object that an answer is, or wraps, where no list stands under a known name. */
function thingIn(answer: unknown): Row | undefined {
  if (!isRow(answer)) return undefined;
  const entries = Object.entries(answer);
  const [[key, value] = ['', undefined], ...others] = entries;
  if (others.length === 0 && isRow(value) && LIST_NAMES.has(simple(key))) return thingIn(value);
  return entries.some(([name, below]) => LIST_NAMES.has(simple(name)) && typeof below === 'object')
    ? undefined
    : answer;
}

/** What an object says itself. */
function withoutLists(object: Row): Row {
  const own = Object.entries(object).filter(([key, value]) => !Array.isArray(value) && !NO_LIST_NAMES.has(simple(key)));
  return Object.fromEntries(own.map(([key, value]) => [key, isRow(value) ? withoutLists(value) : value]));
}

const isThing = (object: Row) =>
  Object.values(object).filter((value) => typeof value !== 'object' && value !== '').length > MAX_ENVELOPE_VALUES;

/** An answer that says that it is none. */
const isFailure = (answer: unknown) =>
  isRow(answer) &&
  Object.entries(answer).some(([key, value]) =>
    simple(key) === 'success'
      ? value === false
      : ERROR_NAMES.has(simple(key)) && leavesIn(value) > 0 && value !== false,
  );

const ERROR_NAMES: ReadonlySet<string> = new Set(['error', 'errors', 'fout', 'fouten', 'erreur', 'erreurs', 'fehler']);

function listsIn(value: unknown, keys: readonly string[], depth: number): readonly Found[] {
  if (Array.isArray(value)) {
    const rows = value.filter(isRow);
    if (rows.length > 0 || value.length === 0) return [{ rows, keys, depth }];
    // `[[…], 12]`: a list beside its length.
    return depth < MAX_DEPTH
      ? value.flatMap((part) => (Array.isArray(part) ? listsIn(part, keys, depth + 1) : []))
      : [];
  }
  if (!isRow(value)) return [];
  const byCode = rowsByCode(value);
  if (byCode) return [{ rows: byCode, keys, depth }];
  if (depth === MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    NO_LIST_NAMES.has(simple(key)) ? [] : listsIn(below, [...keys, key], depth + 1),
  );
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const isCode = (key: string) => GUID.test(key) || /^[a-z]*[-_.]?\d{3,}$/i.test(key);

/** The objects of a map whose keys are codes; a code that its object does not have is put to it. */
function rowsByCode(map: Row): readonly Row[] | undefined {
  const entries = Object.entries(map);
  if (entries.length === 0 || !entries.every(([key, value]) => isCode(key) && isRow(value))) return undefined;
  return entries.map(([key, value]) => {
    const row = value as Row;
    return Object.values(row).some((own) => String(own) === key) ? row : { uniqueIdentifier: key, ...row };
  });
}

type Rank = readonly number[];

/** The lowest comes first. */
function rankOf(found: Found, isTelling: (row: Row) => boolean): Rank {
  const { rows, depth } = found;
  const telling = rows.filter(isTelling).length;
  return [
    isNamed(found) ? 0 : 1,
    // An empty list under a known name is an answer; of two named ones, that with rows is.
    rows.length > 0 ? 0 : 1,
    rows.length > 0 ? -telling / rows.length : 0,
    -leavesIn(rows),
    depth,
  ];
}

function byRank(a: Rank, b: Rank): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}

function leavesIn(value: unknown): number {
  let count = 0;
  const visit = (one: unknown, depth: number) => {
    if (count >= MAX_LEAVES) return;
    if (typeof one !== 'object' || one === null) count += one === null || one === '' ? 0 : 1;
    else if (depth < 8) for (const below of Object.values(one)) visit(below, depth + 1);
  };
  visit(value, 0);
  return count;
}

/** An item such as `{cursor, node: {…}}` is about what stands below its key. */
function unwrapped(row: Row): Row {
  const objects = Object.entries(row).filter(([, value]) => isRow(value));
  const [only] = objects;
  if (!only || objects.length > 1) return row;
  const [key, value] = only;
  return ITEM_NAMES.has(simple(key)) && Object.keys(row).length <= 4 ? (value as Row) : row;
}

/** Whether a value of the row, at any depth, is an enterprise number by its check. */
export function hasNumber(row: Row): boolean {
  const has = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') return parseEnterpriseNumber(value) !== undefined;
    if (typeof value !== 'object' || value === null || depth > 5) return false;
    return Object.values(value).some((below) => has(below, depth + 1));
  };
  return has(row, 0);
}

/** What the objects on the way to the list, and those beside it, say of pages and rows. */
function lengthsIn(answer: unknown, way: readonly string[], rows: number): Omit<AnswerList, 'rows'> {
  const numbers = new Map<string, number>();
  const note = (object: Row) => {
    for (const [key, value] of Object.entries(object)) {
      const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      if (Number.isSafeInteger(number) && !numbers.has(simple(key))) numbers.set(simple(key), number as number);
    }
  };
  let at = answer;
  for (const key of [...way, undefined]) {
    if (!isRow(at)) break;
    note(at);
    for (const [beside, value] of Object.entries(at)) if (beside !== key && isRow(value)) note(value);
    at = key === undefined ? undefined : at[key];
  }
  if (way.length === 0) return {};
  const pageCount = numbers.get(PAGE_COUNT);
  const total = [...TOTAL_NAMES].map((name) => numbers.get(name)).find((number) => number !== undefined);
  return {
    ...(pageCount !== undefined && pageCount >= 0 && { pageCount }),
    ...(total !== undefined && total >= rows && { totalRowCount: total }),
  };
}
