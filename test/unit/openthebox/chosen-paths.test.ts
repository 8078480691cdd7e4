import { describe, expect, it } from 'vitest';
import { readCompany } from '../../../src/openthebox/read-company.ts';
import type { ChosenPaths } from '../../../src/schema/chosen-paths.ts';

const answer = {
  vat: 'BE0001004246',
  naam: 'Bakkerij Peeters',
  nameFr: 'Boulangerie Peeters',
  nameNl: 'Bakkerij P.',
  zetel: { straat: 'Korenmarkt', nr: '7', postcode: '9000', gemeente: 'Gent' },
  begin: '2012-05-14',
  startDate: '2000-01-01',
};

const read = (chosen: ChosenPaths, annualAccounts?: unknown) =>
  readCompany({ company: answer, annualAccounts, chosen, retrievedAt: '2026-01-01T00:00:00.000Z' });

describe("a path chosen in openthebox's answer", () => {
  it('stands in for the candidates', () => {
    const company = read({ name: '$.naam', incorporationDate: '$.begin', address: '$.zetel' });
    expect(company.name).toEqual([{ value: 'Bakkerij Peeters' }]);
    expect(company.incorporationDate).toBe('2012-05-14');
    expect(company.address?.[0]?.value).toMatchObject({ street: 'Korenmarkt', municipality: 'Gent' });
    expect(company.provenance.paths.name).toBe("$['naam']");
  });

  it('keeps the language that the profile knows of it', () => {
    expect(read({ name: '$.nameFr' }).name).toEqual([{ value: 'Boulangerie Peeters', language: 'fr' }]);
  });

  it('that leads nowhere, or to another kind of value, makes its field unreadable and no other', () => {
    const { provenance, name, incorporationDate, enterpriseNumber } = read({
      name: '$.elders',
      incorporationDate: '$.naam',
    });
    expect([name, incorporationDate]).toEqual([undefined, undefined]);
    expect(enterpriseNumber).toBe('0001004246');
    expect([...provenance.unreadable].sort()).toEqual(['incorporationDate', 'name']);
  });

  it('comes before the annual accounts for the end of the financial year', () => {
    const earlier = [{ periodEndDate: '2023-12-31' }];
    const accounts = { periodStartDate: '2024-01-01', periodEndDate: '2024-12-31', annualAccountSummaries: earlier };
    expect(read({}, accounts).fiscalYearEnd).toBe('12-31');
    expect(read({ fiscalYearEnd: '$.elders' }, accounts).fiscalYearEnd).toBeUndefined();
  });
});
