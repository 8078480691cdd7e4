import { expect, it } from 'vitest';
import { readText } from '../../../src/company/plain-text.ts';

it.each([
  [' Peeters ', 'Peeters'],
  [9000, '9000'],
  ['', undefined],
  [' \n', undefined],
  [null, undefined],
  [true, undefined],
  [['Peeters'], undefined],
  ['x'.repeat(2_000), 'x'.repeat(2_000)],
  ['x'.repeat(2_001), undefined],
])('reads a value as a text', (value, text) => {
  expect(readText(value)).toBe(text);
});
