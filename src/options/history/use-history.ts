import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { Failure, HistoryEntry, Result, UndoOutcome } from '../../messages.ts';
import { ask } from '../../ui/worker.ts';

/** Entries asked for at once: a message of some 300 kB. */
const PART = 500;

type HistoryView = {
  readonly entries: readonly HistoryEntry[];
  /** Whether there is more that has not been read yet. */
  readonly reading: boolean;
  readonly failure?: Failure;
};

export type HistoryHandle = HistoryView & {
  readonly read: () => void;
  readonly undo: (entryId: string, fields: readonly Field[]) => Promise<Result<UndoOutcome>>;
  readonly deleteAll: () => Promise<Result<null>>;
};

/** The whole history, read part by part; what was read is shown meanwhile. */
export function useHistory(): HistoryHandle {
  const [view, setView] = useState<HistoryView>({ entries: [], reading: true });
  /** A reading that began later takes the place of one that is under way. */
  const reading = useRef(0);

  const read = async () => {
    reading.current += 1;
    const mine = reading.current;
    const entries: HistoryEntry[] = [];
    let after: string | undefined;
    do {
      const answer = await ask('getHistory', { limit: PART, ...(after !== undefined && { after }) });
      if (mine !== reading.current) return;
      if (!answer.ok) return setView({ entries: [...entries], reading: false, failure: answer.failure });
      entries.push(...answer.value.entries);
      after = answer.value.next;
      setView({ entries: [...entries], reading: after !== undefined });
    } while (after !== undefined);
  };
  useEffect(() => {
    void read();
    return () => {
      reading.current += 1;
    };
  }, []);

  return {
    ...view,
    read: () => void read(),
    undo: async (entryId, fields) => {
      const answer = await ask('undoChange', { entryId, fields: [...fields] });
      await read();
      return answer;
    },
    deleteAll: async () => {
      const answer = await ask('deleteHistory');
      await read();
      return answer;
    },
  };
}
