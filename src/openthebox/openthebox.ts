import { z } from 'zod';
import { type Client, type ClientOptions, createClient } from '../api/client.ts';
import {
  Forbidden,
  NotConnected,
  NotFound,
  OtherCompany,
  RateLimited,
  ServiceError,
  Unauthorized,
} from '../api/errors.ts';
import type { Company, Language } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { readGraph } from './graph.ts';
import { readCompany } from './read-company.ts';
import { type Hit, readHits } from './search.ts';

export const OPENTHEBOX_URL = 'https://openthebox.be/';

export type Openthebox = {
  /**
   * The company with this number, all that openthebox says of it. Throws `NotFound` for a number that it does not know,
   * `OtherCompany` when the answer carries another number.
   */
  company(number: EnterpriseNumber, language: Language): Promise<Company>;
  /** The companies that a name or a number finds. Persons are left out. */
  search(query: string, language: Language): Promise<readonly Hit[]>;
};

export type OpentheboxOptions = Omit<ClientOptions, 'service' | 'baseUrl'> & {
  /** Whether calls go without credentials, on the limited access. */
  readonly anonymous: () => Promise<boolean>;
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
      if (error instanceof RateLimited) throw new RateLimited('openthebox', error.retryAt, true);
      if (error instanceof Unauthorized || error instanceof Forbidden) throw new NotConnected('openthebox');
      throw error;
    }
  }

  return {
    company: (number, language) => asWhoWeAre(() => fetchCompany(client, number, language, options.now)),
    async search(query, language) {
      const path = `api/entities/search/${encodeURIComponent(query)}/${language}`;
      const answer = await asWhoWeAre(() =>
        client.fetch({ method: 'get', path, subject: query }, z.array(z.unknown())),
      );
      return readHits(answer);
    },
  };
}

async function fetchCompany(
  client: Client,
  number: EnterpriseNumber,
  language: Language,
  now: () => number,
): Promise<Company> {
  const vat = `BE${number}`;
  const get = <T>(path: string, schema: z.ZodType<T>) => client.fetch({ method: 'get', path, subject: number }, schema);

  const [company, annualAccounts, graph] = await Promise.all([
    get(`api/companies/${vat}`, z.record(z.string(), z.unknown())),
    part(get(`api/companies/${vat}/annual-accounts/most-recent`, z.unknown())),
    part(get(`api/graph/neighbourhood/Company/${vat}/${language}?hops=1`, z.array(z.unknown()))),
  ]);
  checkNumber(company, number);
  return readCompany({
    company,
    annualAccounts: annualAccounts.answer,
    ...(graph.answer && { links: readGraph(graph.answer, number) }),
    unreadable: [
      ...(annualAccounts.failed ? ['fiscalYearEnd' as const] : []),
      ...(graph.failed ? ['linkedRelations' as const] : []),
    ],
    retrievedAt: new Date(now()).toISOString(),
  });
}

/**
 * A part of a company that has a call of its own, whose path is only inferred: without it the rest still stands. A part
 * that openthebox does not have (404) is unknown; one that failed is said to be so.
 */
async function part<T>(call: Promise<T>): Promise<{ readonly answer?: T; readonly failed: boolean }> {
  try {
    return { answer: await call, failed: false };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { failed: !(error instanceof NotFound) };
  }
}

/** `vat` is openthebox's id: where it is there it must be the one that was asked for. */
function checkNumber(company: Record<string, unknown>, asked: EnterpriseNumber): void {
  const found = company.vat;
  if (typeof found === 'string' && parseEnterpriseNumber(found) !== asked) {
    throw new OtherCompany('openthebox', asked, found.slice(0, 20));
  }
}
