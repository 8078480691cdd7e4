import { useEffect, useState } from 'preact/hooks';
import type { CompanyCard, Failure } from '../../messages/index.ts';
import { callWorker } from '../../ui/worker.ts';

type State = { readonly number: string; readonly card?: CompanyCard; readonly failure?: Failure };

export type CompanyHandle = Omit<State, 'number'> & {
  /** Asks openthebox once more; what is on screen stays meanwhile. */
  readonly again: () => void;
};

/** A company as openthebox has it; neither card nor failure is there while it is read. */
export function useCompany(enterpriseNumber: string): CompanyHandle {
  const [state, setState] = useState<State>({ number: enterpriseNumber });

  const read = async (fresh: boolean) => {
    const answer = await callWorker('getCompany', { enterpriseNumber, fresh });
    const next: State = answer.ok
      ? { number: enterpriseNumber, card: answer.value }
      : { number: enterpriseNumber, failure: answer.failure };
    // Another company may be on screen by now.
    setState((now) => (now.number === enterpriseNumber ? next : now));
  };
  useEffect(() => {
    setState({ number: enterpriseNumber });
    void read(false);
  }, [enterpriseNumber]);

  const { number, ...current } = state;
  return { ...(number === enterpriseNumber && current), again: () => void read(true) };
}
