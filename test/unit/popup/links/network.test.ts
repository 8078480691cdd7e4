import { describe, expect, it } from 'vitest';
import type { ComparedLink } from '../../../../src/company/links/compare-links.ts';
import { networkOf } from '../../../../src/popup/links/network.ts';

const director = (key: string, more: Partial<ComparedLink> = {}): ComparedLink => ({
  key,
  party: `party ${key}`,
  match: 'only-openthebox',
  openthebox: { name: `Director ${key}`, kind: 'person', means: 'director' },
  ...more,
});

describe('the network of a company', () => {
  it('names a party as the list does: as AdminPulse spells it', () => {
    const { nodes } = networkOf('Brouwerij De Toren', [
      director('1', {
        match: 'both',
        adminpulse: { name: 'De Smet Ilse', relationCode: 'APR00603' },
        openthebox: { name: 'Ilse De Smet', kind: 'person', means: 'director' },
      }),
    ]);
    expect(nodes.map(({ label, kind }) => [label, kind])).toEqual([
      ['Brouwerij De Toren', 'self'],
      ['De Smet Ilse', 'person'],
    ]);
  });

  it('draws a party once, with a line for each of its links', () => {
    const { nodes, edges } = networkOf('Self', [
      director('1', { party: 'one' }),
      director('2', { party: 'one', openthebox: { name: 'One', means: 'shareholder' }, match: 'past' }),
    ]);
    expect(nodes.map(({ links }) => links)).toEqual([[], ['1', '2']]);
    expect(edges.map(({ kind, over }) => [kind, over])).toEqual([
      ['mandate', false],
      ['share', true],
    ]);
  });

  it('puts a representative behind each management company that it acts for', () => {
    const acting = (name: string) => ({
      openthebox: {
        kind: 'company',
        name,
        means: 'director',
        representatives: [{ personId: 'p', name: 'Kris' }],
      } as const,
    });
    const { nodes, edges } = networkOf('Self', [director('1', acting('A')), director('2', acting('B'))]);
    expect(nodes.find(({ id }) => id === 'p')).toMatchObject({ label: 'Kris', kind: 'person', links: ['1', '2'] });
    expect(edges.filter(({ kind }) => kind === 'via').map(({ target }) => target)).toEqual(['party 1', 'party 2']);
  });

  it('draws no more parties than can be told apart, and says how many are left', () => {
    const links = Array.from({ length: 500 }, (_, index) => director(String(index)));
    const { nodes, notDrawn } = networkOf('Self', links);
    expect(nodes.length + notDrawn).toBe(501);
    expect(nodes.length).toBe(80);
  });

  it('leads every line to parties that are drawn', () => {
    const links = Array.from({ length: 120 }, (_, index) =>
      director(String(index), {
        openthebox: { name: 'M', means: 'director', representatives: [{ personId: `r${index}` }] },
      }),
    );
    const { nodes, edges } = networkOf('Self', links);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
  });
});
