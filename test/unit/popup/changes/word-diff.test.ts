import { describe, expect, it } from 'vitest';
import { type Segment, wordDiff } from '../../../../src/popup/changes/word-diff.ts';

/** Changed words in brackets: `Bakkerij [Peeters]`. */
function shown(segments: readonly Segment[]): string {
  return segments.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(' ');
}

describe('wordDiff', () => {
  it.each([
    {
      before: 'Bakkerij Peeters',
      after: 'Bakkerij Peeters & Zonen',
      markedBefore: 'Bakkerij Peeters',
      markedAfter: 'Bakkerij Peeters [& Zonen]',
    },
    {
      before: 'Kerkstraat 12 bus 3',
      after: 'Korenmarkt 7',
      markedBefore: '[Kerkstraat 12 bus 3]',
      markedAfter: '[Korenmarkt 7]',
    },
    { before: 'Rue Haute 1', after: 'Rue Basse 1', markedBefore: 'Rue [Haute] 1', markedAfter: 'Rue [Basse] 1' },
    { before: 'a b c', after: 'c a b', markedBefore: 'a b [c]', markedAfter: '[c] a b' },
    { before: '', after: 'x.example', markedBefore: '', markedAfter: '[x.example]' },
    { before: 'x', after: '', markedBefore: '[x]', markedAfter: '' },
    { before: 'a a a', after: 'a a', markedBefore: 'a a [a]', markedAfter: 'a a' },
    { before: 'same words', after: 'same   words', markedBefore: 'same words', markedAfter: 'same words' },
    { before: 'Bakkerij', after: 'bakkerij', markedBefore: '[Bakkerij]', markedAfter: '[bakkerij]' },
  ])('marks "$before" against "$after"', ({ before, after, markedBefore, markedAfter }) => {
    const diff = wordDiff(before, after);
    expect([shown(diff.before), shown(diff.after)]).toEqual([markedBefore, markedAfter]);
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
