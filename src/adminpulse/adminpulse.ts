import * as z from 'zod/mini';
import type { ChosenPaths } from '../api/chosen-paths.ts';
import { type Client, type ClientOptions, createClient } from '../api/client.ts';
import { NotFound, UnexpectedAnswer } from '../api/errors.ts';
import type { EnterpriseNumber } from '../company/enterprise-number.ts';
import { NOTHING_LEARNT } from './learnt.ts';
import { CALLS, CONTEXT, NUMBER_PARAMETER } from './profile.ts';
import { contextText, type RawRelation, readField } from './read-relation.ts';

const ADMINPULSE_URL = 'https://api.adminpulse.be/';

/** Rows a page; public code that uses the API names 400 as its maximum. */
const PAGE_SIZE = 400;
/** Rows asked for by number: more than one, so that a number that two relations have is noticed. */
const ROWS_BY_NUMBER = 20;

const RawRelationAnswer = z.record(z.string(), z.unknown());
/** `results` and `pageCount` were seen in several public programs; some lists come as bare arrays. */
const Page = z.union([
  z.object({ results: z.array(RawRelationAnswer), pageCount: z._default(z.int().check(z.nonnegative()), 1) }),
  z.pipe(
    z.array(RawRelationAnswer),
    z.transform((results) => ({ results, pageCount: 1 })),
  ),
]);

/** Seen in public code. */
const OwnCompany = z.object({ name: z.string() });

export type Adminpulse = {
  /** The relation with this code (`APR…`) or id, whole. */
  relation(code: string): Promise<RawRelation>;
  /** The list rows whose own numbers are the one asked for; the answer's numbers are checked, not trusted. */
  relationsWithNumber(number: EnterpriseNumber): Promise<readonly RawRelation[]>;
  /** The first rows of the list. */
  firstRelations(count: number): Promise<readonly RawRelation[]>;
  /** The office's own companies. */
  ownCompanies(): Promise<readonly { readonly name: string }[]>;
  /** A partial update: the keys of the body, whole, and no others. */
  update(relation: RawRelation, body: Readonly<Record<string, unknown>>): Promise<void>;
};

export type AdminpulseOptions = Omit<ClientOptions, 'service' | 'baseUrl'> & {
  /** The paths that the office chose for the fields. */
  readonly chosenPaths?: () => Promise<ChosenPaths>;
};

/** The client of AdminPulse's API. */
export function createAdminpulse(options: AdminpulseOptions): Adminpulse {
  const client = createClient({ ...options, service: 'adminpulse', baseUrl: ADMINPULSE_URL });
  const page = (subject: string, searchParams: Record<string, string | number>) =>
    client.fetch({ ...CALLS.list, subject, searchParams }, Page);

  return {
    async relation(code) {
      const path = withId(CALLS.read.path, code);
      const relation = await client.fetch({ ...CALLS.read, path, subject: code }, RawRelationAnswer);
      if (!isKnownAs(relation, code)) throw new UnexpectedAnswer('adminpulse', CONTEXT.code[0], code);
      return relation;
    },

    async relationsWithNumber(number) {
      const byNumber = await page(number, { page: 0, pageSize: ROWS_BY_NUMBER, [NUMBER_PARAMETER]: number });
      const chosen = (await options.chosenPaths?.()) ?? {};
      const found = byNumber.results.filter((row) => hasNumber(row, number, chosen));
      // A filter that lets others through does not filter by this number: the list itself says who has it.
      const isExact = found.length > 0 && found.length === byNumber.results.length;
      return isExact ? found : scan(page, number, chosen);
    },

    firstRelations: async (count) => (await page('relations', { page: 0, pageSize: count })).results,

    ownCompanies: () => client.fetch({ ...CALLS.ownCompanies, subject: 'companies' }, z.array(OwnCompany)),

    update: (relation, body) => update(client, relation, body),
  };
}

/** The call's path for this relation. A key that names none would make it the path of all relations. */
function withId(path: string, id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new UnexpectedAnswer('adminpulse', CONTEXT.code[0], 'code of a relation');
  return path.replace('{id}', () => encodeURIComponent(id));
}

/** Whether the code or id is one of the relation's own, as far as it has any. */
function isKnownAs(relation: RawRelation, key: string): boolean {
  const own = [contextText(relation, 'code'), contextText(relation, 'id')].flatMap((text) => text?.toLowerCase() ?? []);
  return own.length === 0 || own.includes(key.toLowerCase());
}

/** The filter knows VAT numbers; a relation that has only an enterprise number is found by going through the list. */
async function scan(
  page: (subject: string, searchParams: Record<string, number>) => Promise<z.infer<typeof Page>>,
  number: EnterpriseNumber,
  chosen: ChosenPaths,
): Promise<RawRelation[]> {
  // By what names it: while the list is gone through, a row may move to the next page.
  const rows = new Map<string, RawRelation>();
  for (let index = 0, count = 1; index < count; index += 1) {
    const { results, pageCount } = await page(number, { page: index, pageSize: PAGE_SIZE });
    const known = rows.size;
    for (const row of results) rows.set(contextText(row, 'code') ?? contextText(row, 'id') ?? JSON.stringify(row), row);
    // A page with nothing new is behind the last one, whatever the number of pages is said to be.
    if (rows.size === known) break;
    count = pageCount;
  }
  return [...rows.values()].filter((row) => hasNumber(row, number, chosen));
}

const NUMBERS = ['vatNumber', 'enterpriseNumber'] as const;

/** Whether the relation's VAT or enterprise number is this one. */
function hasNumber(row: RawRelation, number: EnterpriseNumber, chosen: ChosenPaths = {}): boolean {
  return NUMBERS.some((field) => readField(field, row, { ...NOTHING_LEARNT, chosen })?.value === number);
}

/** Which of its two ids a relation is updated by is not documented: the code, on 404 the id. */
async function update(client: Client, relation: RawRelation, body: Readonly<Record<string, unknown>>): Promise<void> {
  const code = contextText(relation, 'code');
  const id = contextText(relation, 'id');
  const send = async (key: string) =>
    client.send({ ...CALLS.update, path: withId(CALLS.update.path, key), json: body, subject: key });
  if (!code) return await send(id ?? '');
  try {
    await send(code);
  } catch (error) {
    // A 404 says that nothing was written.
    if (!(error instanceof NotFound) || !id) throw error;
    await send(id);
  }
}
