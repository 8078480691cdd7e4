import { expect, test } from 'vitest';
import { parseLanguage } from '../../../src/company/language.ts';

test.each([
  ['nl', 'nl'],
  ['FR', 'fr'],
  ['de-BE', 'de'],
  ['en_GB', 'en'],
  ['English', 'en'],
  ['Nederlands', 'nl'],
  ['Néerlandais', 'nl'],
  ['FRANÇAIS', 'fr'],
  ['Duits', 'de'],
  ['fra', 'fr'],
  ['N', 'nl'],
  ['Deens', undefined],
  ['', undefined],
  ['1', undefined],
  ['es', undefined],
])('the language of "%s" is %s', (text, language) => {
  expect(parseLanguage(text)).toBe(language);
});
