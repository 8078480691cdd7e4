/** A stretch of a value: as on the other side, or only here. */
export type Segment = { readonly text: string; readonly changed: boolean };

/** Above this many comparisons a value is no longer read word by word: it is marked as one. */
const MAX_COMPARISONS = 250_000;

/** Marks, in two values, the words that stand in one of them only (longest common subsequence of words). */
export function wordDiff(before: string, after: string): { before: Segment[]; after: Segment[] } {
  const from = words(before);
  const to = words(after);
  if (from.length * to.length > MAX_COMPARISONS) {
    return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
  }
  const common = commonWords(from, to);
  return {
    before: segments(
      from,
      common.map(([index]) => index),
    ),
    after: segments(
      to,
      common.map(([, index]) => index),
    ),
  };
}

function words(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}

/** The pairs of positions of a longest common subsequence, in order. */
function commonWords(from: readonly string[], to: readonly string[]): [number, number][] {
  const width = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--) {
    for (let column = to.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        from[row] === to[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < from.length && column < to.length) {
    if (from[row] === to[column]) pairs.push([row++, column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Neighbouring words of one kind become one segment; a space stands with the segment before it. */
function segments(all: readonly string[], commonIndexes: readonly number[]): Segment[] {
  const common = new Set(commonIndexes);
  const result: { words: string[]; changed: boolean }[] = [];
  all.forEach((word, index) => {
    const changed = !common.has(index);
    const last = result.at(-1);
    if (last?.changed === changed) last.words.push(word);
    else result.push({ words: [word], changed });
  });
  return result.map((segment) => ({ text: segment.words.join(' '), changed: segment.changed }));
}
