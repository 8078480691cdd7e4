import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { Failure, HistoryEntry, Result, UndoOutcome } from '../../messages/index.ts';
import { callWorker } from '../../ui/worker.ts';

/** Entries asked for at once: a message of some 300 kB. */
const PAGE_SIZE = 500;

type HistoryView = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly isReading: boolean;
  /** Nothing is missing in the entries. */
  readonly isWhole: boolean;
  readonly failure?: Failure;
};

export type HistoryHandle = HistoryView & {
  readonly read: () => void;
  readonly undo: (entryId: string, fields: readonly Field[]) => Promise<Result<UndoOutcome>>;
  readonly deleteAll: () => Promise<Result<null>>;
};

/** The whole history, read part by part; what was read is shown meanwhile, and what stood there before stays until then. */
export function useHistory(): HistoryHandle {
  const [view, setView] = useState<HistoryView>({ entries: [], isReading: true, isWhole: false });
  /** A reading that began later takes the place of one that is under way. */
  const reading = useRef(0);

  const read = async () => {
    reading.current += 1;
    const mine = reading.current;
    setView((now) => ({ entries: now.entries, isReading: true, isWhole: now.isWhole }));
    const fresh: HistoryEntry[] = [];
    let after: string | undefined;
    do {
      const answer = await callWorker('getHistory', { limit: PAGE_SIZE, ...(after !== undefined && { after }) });
      if (mine !== reading.current) return;
      if (!answer.ok) return setView((now) => ({ ...now, isReading: false, failure: answer.failure }));
      fresh.push(...answer.value.entries);
      after = answer.value.next;
      const soFar = [...fresh];
      const next = after;
      setView(({ entries, isWhole }) =>
        next === undefined
          ? { entries: soFar, isReading: false, isWhole: true }
          : { entries: [...soFar, ...entries.filter(({ id }) => id < next)], isReading: true, isWhole },
      );
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
      const answer = await callWorker('undoChange', { entryId, fields: [...fields] });
      if (answer.ok) setView((now) => ({ ...now, entries: withUndone(now.entries, entryId, answer.value) }));
      void read();
      return answer;
    },
    deleteAll: async () => {
      const answer = await callWorker('deleteHistory');
      await read();
      return answer;
    },
  };
}

/** What was put back is shown at once; the undo's own entry comes with the next reading. */
function withUndone(
  entries: readonly HistoryEntry[],
  entryId: string,
  { fields: outcomes }: UndoOutcome,
): readonly HistoryEntry[] {
  const putBack = outcomes.filter(({ result }) => result === 'undone').map(({ field }) => field);
  return entries.map((entry) =>
    entry.id === entryId
      ? {
          ...entry,
          fields: entry.fields.map((field) => (putBack.includes(field.field) ? { ...field, undone: true } : field)),
        }
      : entry,
  );
}
