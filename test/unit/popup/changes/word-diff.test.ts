import { describe, expect, it } from 'vitest';
import { type Segment, wordDiff } from '../../../../src/popup/changes/word-diff.ts';

/** Changed words in brackets: `Bakkerij [Peeters]`. */
function shown(segments: readonly Segment[]): string {
  return segments.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(' ');
}

describe('wordDiff', () => {
  it.each([
    ['Bakkerij Peeters', 'Bakkerij Peeters & Zonen', 'Bakkerij Peeters', 'Bakkerij Peeters [& Zonen]'],
    ['Kerkstraat 12 bus 3', 'Korenmarkt 7', '[Kerkstraat 12 bus 3]', '[Korenmarkt 7]'],
    ['Rue Haute 1', 'Rue Basse 1', 'Rue [Haute] 1', 'Rue [Basse] 1'],
    ['a b c', 'c a b', 'a b [c]', '[c] a b'],
    ['', 'x.example', '', '[x.example]'],
    ['x', '', '[x]', ''],
    ['a a a', 'a a', 'a a [a]', 'a a'],
    ['same words', 'same   words', 'same words', 'same words'],
    ['Bakkerij', 'bakkerij', '[Bakkerij]', '[bakkerij]'],
  ])('marks %j against %j', (before, after, expectedBefore, expectedAfter) => {
    const diff = wordDiff(before, after);
    expect([shown(diff.before), shown(diff.after)]).toEqual([expectedBefore, expectedAfter]);
  });

  it('marks a very long value as one instead of counting its words', () => {
    const long = 'word '.repeat(20_000);
    expect(wordDiff(long, `${long}more`).after).toEqual([{ text: `${long}more`, changed: true }]);
  });

  it('loses and adds no word', () => {
    const before = 'een twee drie vier vijf';
    const after = 'twee een drie zes vijf zeven';
    const diff = wordDiff(before, after);
    expect(diff.before.map(({ text }) => text).join(' ')).toBe(before);
    expect(diff.after.map(({ text }) => text).join(' ')).toBe(after);
  });
});
