import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { HistoryEntry } from '../../messages.ts';
import { HistoryItem } from './history-item.tsx';

/** Changes put on the page at once: few enough that nobody feels it. */
const STEP = 25;
/** Pixels before the end of what is shown at which more is put there. */
const AHEAD = '1200px';

type Props = {
  readonly entries: readonly HistoryEntry[];
  readonly busy: boolean;
  readonly onUndo: (entry: HistoryEntry, fields: readonly Field[]) => void;
};

/** As many changes as the user has scrolled to; the rest comes on the way. */
export function HistoryList({ entries, busy, onUndo }: Props) {
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const hasMore = shown < entries.length;

  useEffect(() => {
    if (!hasMore || end.current === null) return;
    const observer = new IntersectionObserver(
      ([seen]) => seen?.isIntersecting === true && setShown((now) => now + STEP),
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasMore, shown]);

  return (
    <>
      <ol class="history-list">
        {entries.slice(0, shown).map((entry) => (
          <HistoryItem key={entry.id} entry={entry} busy={busy} onUndo={(fields) => onUndo(entry, fields)} />
        ))}
      </ol>
      <div ref={end} />
    </>
  );
}
