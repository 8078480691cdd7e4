import { describe, expect, it } from 'vitest';
import { answerTree } from '../../../../src/background/mapping/answer-tree.ts';
import type { MappingNode } from '../../../../src/messages/index.ts';
import { placesAt } from '../../../../src/schema/json-path.ts';

const all = (nodes: readonly MappingNode[]): MappingNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

const answer = {
  naam: 'Peeters',
  "it's 'odd' \\ key": 1,
  kanalen: [
    { soort: 'Mail', waarde: 'a@b.example' },
    { soort: "d'Web", waarde: 'b.example' },
    { waarde: 'without a kind' },
  ],
  leeg: null,
};

describe('the tree of an answer', () => {
  it('has for each place a path that leads there', () => {
    for (const { path, value } of all(answerTree(answer))) {
      const [place, ...others] = placesAt(path, answer);
      expect(others, path).toEqual([]);
      if (value !== undefined) expect(String(place?.value)).toBe(value);
    }
  });

  it('names an item of a list by its kind, not its position', () => {
    const paths = all(answerTree(answer)).map(({ path }) => path);
    expect(paths).toContain("$.kanalen[?@.soort=='Mail'].waarde");
    expect(paths).toContain('$.kanalen[2].waarde');
  });

  it('stays small, however large the answer', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 'x'.repeat(10_000)]));
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
    expect(JSON.stringify(answerTree(wide)).length).toBeLessThan(200_000);
    expect(all(answerTree(deep))).toHaveLength(8);
  });

  it('has no name of the language', () => {
    expect(answerTree(JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'))).toEqual([]);
  });
});
