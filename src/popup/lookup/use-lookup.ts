import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Failure, LookupAnswer, RelationsOf } from '../../messages/index.ts';
import { callWorker } from '../../ui/worker.ts';
import { foreignCountry } from './foreign-country.ts';

/** Without a key before openthebox is asked: the first company is on screen 150 ms after the last key, at best. */
const DEBOUNCE_MS = 80;
/** In characters; a single letter finds everything. */
const MIN_QUERY_LENGTH = 2;

export type Search =
  | { readonly phase: 'empty' }
  /** `before`: what is on screen meanwhile, for another query. */
  | { readonly phase: 'loading'; readonly before?: LookupAnswer | undefined }
  | { readonly phase: 'found'; readonly answer: LookupAnswer }
  /** A VAT number of another country (ISO 3166), as it was typed. */
  | { readonly phase: 'foreign'; readonly country: string; readonly vatNumber: string }
  | { readonly phase: 'failed'; readonly failure: Failure };

type Lookup = {
  readonly search: Search;
  /** Asks openthebox once more. */
  readonly again: () => void;
};

/**
 * The companies for what is typed. An answer to an older query is never taken for one to this, and the worker ends the
 * older call.
 * @param known an answer that is there already
 */
export function useLookup(query: string, known: LookupAnswer | undefined): Lookup {
  const requester = useMemo(() => crypto.randomUUID(), []);
  const [search, setSearch] = useState<Search & { readonly query?: string }>({ phase: 'empty' });
  const [renewed, setRenewed] = useState({ query: '', count: 0 });
  const attempt = renewed.query === query ? renewed.count : 0;
  const isKnown = attempt === 0 && isFor(query, known);

  useEffect(() => {
    if (query.length < MIN_QUERY_LENGTH || isKnown) return;
    let outdated = false;
    setSearch((now) => ({ phase: 'loading', before: answerOn(now), query }));
    const timer = setTimeout(
      async () => {
        const next = await answerTo(query, requester, attempt > 0);
        if (next !== undefined && !outdated) setSearch({ ...next, query });
      },
      attempt > 0 ? 0 : DEBOUNCE_MS,
    );
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, attempt, isKnown, requester]);

  const again = () => setRenewed({ query, count: attempt + 1 });
  if (query.length < MIN_QUERY_LENGTH) return { search: { phase: 'empty' }, again };
  if (search.query === query) return { search, again };
  if (isKnown) return { search: { phase: 'found', answer: known }, again };
  return { search: { phase: 'loading', before: answerOn(search) }, again };
}

function isFor(query: string, answer: LookupAnswer | undefined): answer is LookupAnswer {
  return answer?.query === query;
}

/** What is on screen: while newer companies are looked for, those from before. */
export function answerOn(search: Search): LookupAnswer | undefined {
  if (search.phase === 'found') return search.answer;
  return search.phase === 'loading' ? search.before : undefined;
}

/** Undefined where a newer question came in between. */
async function answerTo(query: string, requester: string, fresh: boolean): Promise<Search | undefined> {
  const country = foreignCountry(query);
  if (country !== undefined) return { phase: 'foreign', country, vatNumber: query };
  const answer = await callWorker('lookUp', { query, requester, fresh });
  if (!answer.ok) return { phase: 'failed', failure: answer.failure };
  return answer.value === null ? undefined : { phase: 'found', answer: answer.value };
}

/** The relations in AdminPulse that have these numbers, as far as that is known. */
export function useRelations(numbers: readonly string[]): RelationsOf {
  const [relations, setRelations] = useState<RelationsOf>({});
  const asked = numbers.join();

  useEffect(() => {
    if (numbers.length === 0) return;
    let outdated = false;
    void callWorker('relationsOf', { enterpriseNumbers: [...numbers] }).then((answer) => {
      // What AdminPulse does not tell now is not known; comparing says why.
      if (answer.ok && !outdated) setRelations((known) => ({ ...known, ...answer.value }));
    });
    return () => {
      outdated = true;
    };
  }, [asked]);

  return relations;
}
