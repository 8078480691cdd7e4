import { describe, expect, it } from 'vitest';
import type { Link } from '../../../../src/company/company.ts';
import { partyName, roleText, shareText } from '../../../../src/popup/links/link-texts.ts';

describe('what a party is to the company', () => {
  it.each<{ name: string; link: Link; expected: string }>([
    { name: 'by its meaning', link: { role: 'ADMINISTERS', means: 'director' }, expected: 'director' },
    { name: 'of a mandate whose holder is not said', link: { role: 'x', means: 'mandate' }, expected: 'mandate' },
    { name: 'of a share whose holder is not said', link: { means: 'shareholding' }, expected: 'participation' },
    {
      name: 'of a mandate through a company',
      link: { means: 'director', throughCompany: true },
      expected: 'mandate through a company',
    },
    { name: 'by a type of AdminPulse that is not known', link: { role: '12' }, expected: 'link type 12' },
    { name: 'by a word that is not known', link: { role: 'Bestuurder' }, expected: 'Bestuurder' },
    { name: 'where nothing is known', link: {}, expected: '' },
  ])('is told $name', ({ link, expected }) => {
    expect(roleText(link)).toBe(expected);
  });
});

describe('a party', () => {
  it.each<{ link: Link; expected: string }>([
    { link: { name: 'An Peeters', relationCode: 'APR1' }, expected: 'An Peeters' },
    { link: { relationCode: 'APR1', foreignNumber: 'NL1' }, expected: 'APR1' },
    { link: { foreignNumber: 'NL004495445B01' }, expected: 'NL004495445B01' },
  ])('is called $expected', ({ link, expected }) => {
    expect(partyName(link)).toBe(expected);
  });
});

describe('a share', () => {
  it.each([
    [60, '60%'],
    [33.333, '33.33%'],
    [0.5, '0.5%'],
  ])('of %d per cent is %s', (share, expected) => {
    expect(shareText(share)).toBe(expected);
  });
});
