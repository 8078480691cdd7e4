import type { Field } from '../../company/company.ts';
import type { HistoryEntry } from '../../messages/index.ts';
import { HistoryItem } from './history-item.tsx';
import { HistoryBlock, useNear } from './windowed-block.tsx';

/** Changes that are put on the page at once: few enough that nobody feels it. */
const BLOCK_SIZE = 10;
/** Beyond what is seen, at which changes are put on the page. */
const AHEAD_PX = 1200;
/** What a change takes on a wide page, and each of its fields. */
const HEAD_PX = 75;
const ROW_PX = 25;

type Props = {
  readonly entries: readonly HistoryEntry[];
  readonly busy: boolean;
  readonly onUndo: (entry: HistoryEntry, fields: readonly Field[]) => void;
};

/** Any number of changes, of which only those near what the user sees are on the page. */
export function HistoryList({ entries, busy, onUndo }: Props) {
  const watch = useNear(AHEAD_PX);
  return (
    // biome-ignore lint/a11y/useSemanticElements: its items stand in blocks, which no <ol> may have.
    <div role="list" class="history-list">
      {blocksOf(entries).map(({ first, block }) => (
        <HistoryBlock key={block.at(-1)?.id} watch={watch} likelyHeight={likelyHeight(block)}>
          {() =>
            block.map((entry, index) => (
              <HistoryItem
                key={entry.id}
                entry={entry}
                place={first + index + 1}
                of={entries.length}
                busy={busy}
                onUndo={(fields) => onUndo(entry, fields)}
              />
            ))
          }
        </HistoryBlock>
      ))}
    </div>
  );
}

/** Counted from the oldest entry, so that a new one moves none of them. */
function blocksOf(entries: readonly HistoryEntry[]) {
  const blocks: { readonly first: number; readonly block: readonly HistoryEntry[] }[] = [];
  let end = entries.length % BLOCK_SIZE || BLOCK_SIZE;
  for (let first = 0; first < entries.length; first = end, end += BLOCK_SIZE)
    blocks.push({ first, block: entries.slice(first, end) });
  return blocks;
}

const likelyHeight = (block: readonly HistoryEntry[]) =>
  block.reduce((height, { fields }) => height + HEAD_PX + ROW_PX * fields.length, 0);
