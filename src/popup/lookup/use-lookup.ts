import { useEffect, useState } from 'preact/hooks';
import type { CompanyHit, Failure } from '../../messages.ts';
import { ask } from '../../ui/worker.ts';

/** ms without a key before openthebox is asked. */
const PAUSE = 250;

export type LookupState =
  | { readonly phase: 'empty' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'found'; readonly hits: readonly CompanyHit[]; readonly query: string }
  | { readonly phase: 'failed'; readonly failure: Failure };

const EMPTY: LookupState = { phase: 'empty' };

/** The companies for what is typed. An answer to an older query is never shown. `again` asks the same once more. */
export function useLookup(typed: string): { readonly state: LookupState; readonly again: () => void } {
  const query = typed.trim();
  const [state, setState] = useState<LookupState>(EMPTY);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (query === '') return;
    let outdated = false;
    setState({ phase: 'loading' });
    const timer = setTimeout(async () => {
      const answer = await ask('lookUp', { query });
      if (outdated) return;
      setState(
        answer.ok ? { phase: 'found', hits: answer.value, query } : { phase: 'failed', failure: answer.failure },
      );
    }, PAUSE);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [query, attempt]);

  return { state: query === '' ? EMPTY : state, again: () => setAttempt((count) => count + 1) };
}
