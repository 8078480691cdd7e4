import { expect, test } from 'vitest';
import { preferredVersion, versionsFrom } from '../../../src/company/comparison.ts';

const nl = { value: 'Gent', language: 'nl' } as const;
const fr = { value: 'Gand', language: 'fr' } as const;
const other = { value: 'Ghent', language: 'fr' } as const;
const none = { value: 'Gent?' };

test('the version in the language is taken, the first of several', () => {
  expect(preferredVersion([nl, fr, other], 'fr')).toBe(fr);
  expect(preferredVersion([nl, fr], 'nl')).toBe(nl);
});

test('without one, the first is taken', () => {
  expect(preferredVersion([nl, fr], 'de')).toBe(nl);
  expect(preferredVersion([nl, fr], undefined)).toBe(nl);
  expect(preferredVersion([], 'nl')).toBeUndefined();
});

test('where no language is asked for, a version without one comes first', () => {
  expect(preferredVersion([nl, none], undefined)).toBe(none);
});

test('the chosen version stands first, and none is lost', () => {
  expect(versionsFrom(fr, [nl, fr, other])).toEqual([fr, nl, other]);
});
