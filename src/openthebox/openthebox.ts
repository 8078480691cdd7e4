import * as z from 'zod/mini';
import { type Client, type ClientOptions, createClient } from '../api/client.ts';
import {
  isFailure,
  isServiceFailure,
  notConnected,
  otherCompany,
  rateLimited,
  unexpectedAnswer,
} from '../api/errors.ts';
import type { Company, Language } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import type { ChosenPaths } from '../schema/chosen-paths.ts';
import type { Places } from '../schema/field-place.ts';
import { readGraph } from './graph.ts';
import type { Hit } from './hit.ts';
import { allLinks, readMandates } from './links.ts';
import { CALLS } from './profile.ts';
import { type Answers, readCompany } from './read-company.ts';
import { readHits, toHit } from './search.ts';

export const OPENTHEBOX_URL = 'https://openthebox.be/';

export type Openthebox = {
  /**
   * The company with this number, all that openthebox says of it. Throws `notFound` for a number that it does not know,
   * `otherCompany` when the answer carries another number.
   */
  company(number: EnterpriseNumber, language: Language): Promise<Company>;
  /** What openthebox answered about the company, before it is read. Throws as `company` does. */
  answers(number: EnterpriseNumber, language: Language): Promise<Answers>;
  /** openthebox's own answer about the company, by one call. Throws as `company` does. */
  companyAnswer(number: EnterpriseNumber): Promise<unknown>;
  /** The companies that words find; persons are left out. A call that `signal` ends throws the signal's reason. */
  search(query: string, language: Language, signal?: AbortSignal): Promise<readonly Hit[]>;
  /** The company with this number as a search would find it, by one call. Throws as `company` does. */
  hit(number: EnterpriseNumber, language: Language, signal?: AbortSignal): Promise<Hit>;
};

export type OpentheboxOptions = Omit<ClientOptions, 'service' | 'baseUrl'> & {
  /** Whether calls go without credentials, on the limited access. */
  readonly anonymous: () => Promise<boolean>;
  /** The paths that the office chose for the fields. */
  readonly chosenPaths?: () => Promise<ChosenPaths>;
  /** The places that are known by their values. */
  readonly places?: () => Promise<Places>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** The client of openthebox's API. */
export function createOpenthebox(options: OpentheboxOptions): Openthebox {
  const client = createClient({ ...options, service: 'openthebox', baseUrl: OPENTHEBOX_URL });

  /** Without credentials, a refusal is the limit of the anonymous access, and says so. */
  async function asWhoWeAre<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (!(await options.anonymous())) throw error;
      if (isFailure(error, 'rateLimited')) throw rateLimited('openthebox', error.failure.retryAt, true);
      if (isFailure(error, 'unauthorized', 'forbidden')) throw notConnected('openthebox');
      throw error;
    }
  }

  const answers = (number: EnterpriseNumber, language: Language) =>
    asWhoWeAre(() => fetchAnswers(client, number, language, options));

  return {
    answers,
    async companyAnswer(number) {
      const call = { ...filled(CALLS.company, { vat: `BE${number}` }), subject: number };
      const company = await asWhoWeAre(() => client.fetch(call, CompanyAnswer));
      checkNumber(company, number);
      return company;
    },
    company: async (number, language) => readCompany(await answers(number, language)),
    async search(query, language, signal) {
      const call = { ...filled(CALLS.search, { query, language }), subject: query, signal };
      const hits = readHits(await asWhoWeAre(() => client.fetch(call, z.unknown())), language, query);
      if (!hits) throw unexpectedAnswer('openthebox', '$', 'list of hits');
      return hits;
    },
    async hit(number, language, signal) {
      const call = { ...filled(CALLS.company, { vat: `BE${number}` }), subject: number, signal };
      const known = await knownOf(options);
      const company = await asWhoWeAre(() => client.fetch<unknown>(call, answerWith(known.places)));
      checkNumber(company, number);
      const retrievedAt = new Date(options.now()).toISOString();
      return toHit(readCompany({ company, ...known, retrievedAt }), number, language);
    },
  };
}

/** An answer of one text says nothing. */
const Container = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

const CompanyObject = z.record(z.string(), z.unknown());
/** Which of them it is is not documented. */
const CompanyAnswer = z.union([CompanyObject, z.array(CompanyObject).check(z.length(1))]);

/** A list of one is an answer where the company was seen to stand in one. */
const answerWith = ({ ofRows: _, ...places }: Places = {}) =>
  Object.values(places).some(({ paths }) => paths[0]?.path.startsWith('$[0]')) ? CompanyAnswer : CompanyObject;

async function fetchAnswers(
  client: Client,
  number: EnterpriseNumber,
  language: Language,
  options: OpentheboxOptions,
): Promise<Answers> {
  const values = { vat: `BE${number}`, language };
  const get = <T>(call: ReadCall, schema: z.ZodMiniType<T>) =>
    client.fetch({ ...filled(call, values), subject: number }, schema);

  const known = await knownOf(options);
  const [company, annualAccounts, graph] = await Promise.all([
    get<unknown>(CALLS.company, answerWith(known.places)),
    part(get(CALLS.annualAccounts, z.unknown())),
    part(get<unknown>(CALLS.graph, Container)),
  ]);
  checkNumber(company, number);
  return {
    company,
    annualAccounts: annualAccounts.answer,
    ...(!graph.failed && linksOf(company, graph.answer, number)),
    unreadable: [
      ...(annualAccounts.failed ? ['fiscalYearEnd' as const] : []),
      ...(graph.failed ? ['linkedRelations' as const] : []),
    ],
    ...known,
    retrievedAt: new Date(options.now()).toISOString(),
  };
}

async function knownOf({ chosenPaths, places }: OpentheboxOptions): Promise<Pick<Answers, 'chosen' | 'places'>> {
  return { chosen: (await chosenPaths?.()) ?? {}, places: (await places?.()) ?? {} };
}

/** Without a graph, the company's own answer is what is known of its links; without either, they are not known. */
function linksOf(company: unknown, graph: unknown, self: EnterpriseNumber): Pick<Answers, 'links'> {
  const mandates = readMandates(company, self);
  if (!graph && mandates.length === 0) return {};
  return { links: allLinks(graph ? readGraph(graph, self) : { links: [], administers: [] }, mandates) };
}

type ReadCall = (typeof CALLS)['company' | 'annualAccounts' | 'search' | 'graph'];

/** The call with its path's `{names}` replaced by the values. */
function filled(call: ReadCall, values: Readonly<Record<string, string>>) {
  return { ...call, path: call.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? '')) };
}

/**
 * A part of a company that has a call of its own, whose path is only inferred: without it the rest still stands. A part
 * that openthebox does not have (404) is unknown; one that failed is said to be so.
 */
async function part<T>(call: Promise<T>): Promise<{ readonly answer?: T; readonly failed: boolean }> {
  try {
    return { answer: await call, failed: false };
  } catch (error) {
    if (!isServiceFailure(error)) throw error;
    return { failed: !isFailure(error, 'notFound') };
  }
}

/** `vat` is openthebox's id: where it is there it must be the one that was asked for. */
function checkNumber(company: unknown, asked: EnterpriseNumber): void {
  const found = (company as { readonly vat?: unknown }).vat;
  if (typeof found === 'string' && parseEnterpriseNumber(found) !== asked) {
    throw otherCompany('openthebox', asked, found.slice(0, 20));
  }
}
