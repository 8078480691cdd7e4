import * as z from 'zod/mini';
import { type Client, type ClientOptions, createClient } from '../api/client.ts';
import { isFailure, unexpectedAnswer } from '../api/errors.ts';
import { parseJson } from '../api/parse-json.ts';
import type { EnterpriseNumber } from '../company/enterprise-number.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import type { Places } from '../schema/field-place.ts';
import { CONTEXT } from '../schema/relation-candidates.ts';
import { type OwnCompany, ownCompaniesIn } from './own-companies.ts';
import { CALLS, NUMBER_PARAMETER } from './profile.ts';
import { codeOf, contextText, numbersOf, type RawRelation } from './read-relation.ts';
import { allRows, PAGE_SIZE, type RelationPage, relationPageIn } from './relation-pages.ts';

const ADMINPULSE_URL = 'https://api.adminpulse.be/';

/** Rows asked for by number: more than one, so that a number that two relations have is noticed. */
const ROWS_BY_NUMBER = 20;
/** Rows that are asked for where a few do not show where they have their facts. */
const ROWS_TO_LEARN_FROM = 40;

const RawRelationAnswer = z.record(z.string(), z.unknown());
export type Adminpulse = {
  /** The relation with this code (`APR…`) or id, whole. */
  relation(code: string): Promise<RawRelation>;
  /** The list rows whose own numbers are the one asked for; the answer's numbers are checked, not trusted. */
  relationsWithNumber(number: EnterpriseNumber): Promise<readonly RawRelation[]>;
  /** The rows with this number that AdminPulse's filter by VAT number finds; the list is not searched. */
  relationsFilteredBy(number: EnterpriseNumber): Promise<readonly RawRelation[]>;
  /** A page of the list, from 0, as large as AdminPulse allows. */
  relationPage(index: number): Promise<RelationPage>;
  /** Every relation of the office, as the list has it: one call for each 400 of them. */
  allRelations(): Promise<readonly RawRelation[]>;
  /** The first rows of the list. */
  firstRelations(count: number): Promise<readonly RawRelation[]>;
  /** The office's own companies. */
  ownCompanies(): Promise<readonly OwnCompany[]>;
  /** A partial update: the keys of the body, whole, and no others. */
  update(relation: RawRelation, body: Readonly<Record<string, unknown>>): Promise<void>;
  /** Makes a relation; its code or id, where the answer has one. */
  create(body: Readonly<Record<string, unknown>>): Promise<string | undefined>;
};

export type AdminpulseOptions = Omit<ClientOptions, 'service' | 'baseUrl'> & {
  /** The paths that the office chose for the fields. */
  readonly chosenPaths?: () => Promise<ChosenPaths>;
  /** The places that are known by their values. */
  readonly places?: () => Promise<Places>;
  /** Is given the rows of each answer before anything is read of them, and can have more where they are few. */
  readonly onRows?: (rows: readonly RawRelation[], firstRows: () => Promise<readonly RawRelation[]>) => Promise<void>;
};

/** The client of AdminPulse's API. */
export function createAdminpulse(options: AdminpulseOptions): Adminpulse {
  const client = createClient({ ...options, service: 'adminpulse', baseUrl: ADMINPULSE_URL });
  const rowsOf = async (subject: string, searchParams: Record<string, string | number>): Promise<RelationPage> =>
    relationPageIn(await client.fetch({ ...CALLS.list, subject, searchParams }, z.unknown()));
  const firstRows = async (count: number) => (await rowsOf('relations', { page: 0, pageSize: count })).rows;
  const page = async (subject: string, searchParams: Record<string, string | number>): Promise<RelationPage> => {
    const found = await rowsOf(subject, searchParams);
    await options.onRows?.(found.rows, () => firstRows(ROWS_TO_LEARN_FROM));
    return found;
  };
  const listPage = (subject: string) => (index: number) => page(subject, { page: index, pageSize: PAGE_SIZE });
  const chosenPaths = async () => (await options.chosenPaths?.()) ?? {};
  const places = async () => (await options.places?.()) ?? {};
  /** Of a relation in full: it may have something else where a row has its code. */
  const placesInFull = async () => {
    const { ofRows: _, ...rest } = await places();
    return rest;
  };
  const isOf = async (number: EnterpriseNumber) => {
    const [chosen, known] = [await chosenPaths(), await places()];
    return (row: RawRelation) => numbersOf(row, chosen, known).includes(number);
  };
  const allPages = (subject: string) => allRows(listPage(subject), places);
  const filtered = (number: EnterpriseNumber) =>
    page(number, { page: 0, pageSize: ROWS_BY_NUMBER, [NUMBER_PARAMETER]: number });

  return {
    async relation(code) {
      const path = withId(CALLS.read.path, code);
      const relation = await client.fetch({ ...CALLS.read, path, subject: code }, RawRelationAnswer);
      if (!isKnownAs(relation, code, await placesInFull())) throw unexpectedAnswer('adminpulse', CONTEXT.code[0], code);
      return relation;
    },

    async relationsWithNumber(number) {
      const byNumber = await filtered(number);
      const isOfNumber = await isOf(number);
      const found = byNumber.rows.filter(isOfNumber);
      // A filter that lets others through does not filter by this number: the list itself says who has it.
      const isExact = found.length > 0 && found.length === byNumber.rows.length;
      if (isExact) return found;
      // The filter knows VAT numbers; a relation that has only an enterprise number is found by going through the list.
      return (await allPages(number)).filter(isOfNumber);
    },

    async relationsFilteredBy(number) {
      const { rows } = await filtered(number);
      return rows.filter(await isOf(number));
    },

    relationPage: listPage('relations'),

    allRelations: () => allPages('relations'),

    firstRelations: firstRows,

    ownCompanies: async () =>
      ownCompaniesIn(await client.fetch({ ...CALLS.ownCompanies, subject: 'companies' }, z.unknown())),

    update: async (relation, body) => update(client, namesOf(relation, await placesInFull()), body),

    create: async (body) =>
      codeIn(await client.send({ ...CALLS.create, json: body, subject: 'relations' }), await placesInFull()),
  };
}

/** The call's path for this relation. A key that names none would make it the path of all relations. */
function withId(path: string, id: string): string {
  if (/^\.{0,2}$/.test(id)) throw unexpectedAnswer('adminpulse', CONTEXT.code[0], 'code of a relation');
  return path.replace('{id}', () => encodeURIComponent(id));
}

type Names = { readonly code: string | undefined; readonly id: string | undefined };

const namesOf = (relation: RawRelation, places: Places): Names => ({
  code: contextText(relation, 'code', places),
  id: contextText(relation, 'id', places),
});

/**
 * Whether the code or id is one of the relation's own, as far as it has any. Where its code is not found, it may be any of its
 * values but those in lists, which name others.
 */
function isKnownAs(relation: RawRelation, key: string, places: Places): boolean {
  const { code, id } = namesOf(relation, places);
  const own = [code, id].flatMap((text) => text?.toLowerCase() ?? []);
  if (own.length === 0 || own.includes(key.toLowerCase())) return true;
  return code === undefined && holdsText(relation, key.toLowerCase());
}

function holdsText(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.trim().toLowerCase() === text;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((below) => holdsText(below, text));
}

/** What a create answers is not documented: the relation, its code or id in an object or alone, or nothing is understood. */
function codeIn(answer: string, places: Places): string | undefined {
  const json = parseJson(answer);
  if (typeof json === 'string') return json.trim() || undefined;
  if (typeof json !== 'object' || json === null) return undefined;
  const relation = json as RawRelation;
  return codeOf(relation, places);
}

/** Which of its two ids a relation is updated by is not documented: the code, on 404 the id. */
async function update(client: Client, { code, id }: Names, body: Readonly<Record<string, unknown>>): Promise<void> {
  const send = async (key: string): Promise<void> => {
    await client.send({ ...CALLS.update, path: withId(CALLS.update.path, key), json: body, subject: key });
  };
  if (!code) return await send(id ?? '');
  try {
    await send(code);
  } catch (error) {
    // A 404 says that nothing was written.
    if (!isFailure(error, 'notFound') || !id) throw error;
    await send(id);
  }
}
