import { beforeEach, expect, it } from 'vitest';
import { lookUp } from '../../../../src/background/lookup/look-up.ts';
import { createServices } from '../../../../src/background/services.ts';
import { opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import type { EnterpriseNumber } from '../../../../src/company/enterprise-number.ts';
import { foldedWords } from '../../../../src/company/folding.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await opentheboxCredentials.write({ clientId: 'otb-office-7', clientSecret: 'otb-secret' });
});

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);

it.each(SEEDS)(
  'a company is found by a word of its name, and shows it, where hits have the shape "%s"',
  async (seed) => {
    const { register } = new InProcessSandbox(fakeBrowser, { shape: { seed }, office: { seed, relations: 14 } }).state;
    const company = [...register.companies.values()].find(({ nameNl, nameFr }) => (nameNl ?? nameFr ?? '').length > 8);
    const name = company?.nameNl ?? company?.nameFr ?? '';
    const [word = ''] = foldedWords(name).toSorted((a, b) => b.length - a.length);
    const answer = await lookUp(createServices(), { query: word });
    const hit = answer?.hits.find(({ enterpriseNumber }) => enterpriseNumber === company?.number);
    expect([company?.nameNl, company?.nameFr]).toContain(hit?.name);
    const numbers = new Set(answer?.hits.map(({ enterpriseNumber }) => enterpriseNumber));
    for (const number of numbers) expect(register.companies.has(number)).toBe(true);
  },
);

it.each(SEEDS)('a company’s links are found where graphs have the shape "%s"', async (seed) => {
  const { register } = new InProcessSandbox(fakeBrowser, { shape: { seed }, office: { seed, relations: 60 } }).state;
  const company = [...register.companies.values()].find(({ directors }) => directors.length > 0);
  if (!company) throw new Error('No company has a director');
  const { linkedRelations = [] } = await createServices().openthebox.company(company.number as EnterpriseNumber, 'nl');
  const number = (vat: string) => linkedRelations.filter(({ enterpriseNumber }) => enterpriseNumber === vat).length;
  const persons = company.directors.filter(({ holder }) => 'person' in holder);
  expect(linkedRelations.length).toBeGreaterThanOrEqual(persons.length > 0 ? 1 : 0);
  for (const { holder } of [...company.directors, ...company.shareholders]) {
    if ('company' in holder && register.companies.has(holder.company))
      expect(number(holder.company)).toBeGreaterThan(0);
  }
  expect(linkedRelations.filter(({ kind, name }) => kind === 'person' && !name)).toEqual([]);
});
