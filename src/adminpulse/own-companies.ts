import { unexpectedAnswer } from '../api/errors.ts';
import { isRow, listIn, type Row } from '../schema/answer-list.ts';

/** A company of the office itself, as AdminPulse names it. */
export type OwnCompany = { readonly id: string | number; readonly name: string };

/** `id` and `name` were seen in public code; the others are what such a key is called elsewhere. */
const ID_KEYS = ['id', 'companyId', 'uniqueIdentifier', 'guid', 'uuid', 'identifier', 'identificatie', 'identifiant'];
const NAME_KEYS = ['name', 'displayName', 'naam', 'nom', 'bezeichnung', 'companyName', 'bedrijfsnaam', 'raisonSociale'];

/**
 * The office's own companies in an answer: id and name by the names of their keys, else by what their values are. Throws
 * `unexpectedAnswer` where they cannot be told: a name beside another company's id would be worse.
 */
export function ownCompaniesIn(answer: unknown): readonly OwnCompany[] {
  const rows = listIn(answer, () => true)?.rows;
  if (!rows) throw unexpectedAnswer('adminpulse', '$', 'list of own companies');
  if (rows.length === 0) return [];
  const id = keyNamed(rows, ID_KEYS, isId) ?? onlyKey(rows, isIdValue);
  const name = keyNamed(rows, NAME_KEYS, isText) ?? onlyKey(rows, isNameValue, id);
  if (id === undefined) throw unexpectedAnswer('adminpulse', '$', 'id of an own company');
  if (name === undefined) throw unexpectedAnswer('adminpulse', '$', 'name of an own company');
  return rows.map((row) => ({ id: row[id] as string | number, name: String(row[name]) }));
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isId: Test = (value) => (typeof value === 'string' && value !== '') || typeof value === 'number';

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
/** One word with a digit, or a number; what is spaced, or a date, is none. */
const isIdValue: Test = (value) =>
  typeof value === 'number' ||
  (typeof value === 'string' && (GUID.test(value) || (/^[\w.-]*\d[\w.-]*$/.test(value) && !/^\d{4}-\d\d/.test(value))));
const isNameValue: Test = (value) => typeof value === 'string' && /\p{L}{2}/u.test(value) && !GUID.test(value);

/** The first of the names that every row has, whatever its case; an id is another one in each. */
function keyNamed(rows: readonly Row[], names: readonly string[], is: Test): string | undefined {
  const keys = keysOf(rows, is);
  return names.flatMap((name) => keys.find((key) => same(key) === same(name)) ?? [])[0];
}

/** The only key of which every row has such a value, and no two the same. */
function onlyKey(rows: readonly Row[], is: Test, apartFrom?: string): string | undefined {
  const keys = keysOf(rows, is).filter((key) => key !== apartFrom);
  const distinct = keys.filter((key) => new Set(rows.map((row) => row[key])).size === rows.length);
  return distinct.length === 1 ? distinct[0] : undefined;
}

const same = (key: string) => key.replace(/[^a-z\d]/gi, '').toLowerCase();

const keysOf = (rows: readonly Row[], is: Test): readonly string[] =>
  Object.keys(rows[0] ?? {}).filter((key) => rows.every((row) => isRow(row) && is(row[key])));
