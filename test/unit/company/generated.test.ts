import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { companyTables } from '../../../scripts/generate-company-tables.ts';

test('the generated tables are those that the script makes of data/', () => {
  const tables = companyTables();
  expect(readdirSync('src/company/generated').toSorted()).toEqual(Object.keys(tables).toSorted());
  for (const [file, content] of Object.entries(tables)) {
    expect(readFileSync(`src/company/generated/${file}`, 'utf8')).toBe(content);
  }
});
