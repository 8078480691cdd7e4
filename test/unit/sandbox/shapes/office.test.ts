import { describe, expect, it } from 'vitest';
import { diffCompanies } from '../../../../src/company/diff.ts';
import { parseEnterpriseNumber } from '../../../../src/company/enterprise-number.ts';
import { isMunicipality } from '../../../../src/company/municipality.ts';
import { parsePhones } from '../../../../src/company/phone.ts';
import { websiteKey } from '../../../../src/company/website.ts';
import { canonicalCompany, canonicalRelation } from '../../../sandbox/shapes/generated/office/canonical.ts';
import { DIFFERING_FIELDS } from '../../../sandbox/shapes/generated/office/differences.ts';
import { generateOffice } from '../../../sandbox/shapes/generated/office/office.ts';
import { TOWNS } from '../../../sandbox/shapes/generated/office/places.ts';

const OFFICES = Array.from({ length: 60 }, (_, seed) => generateOffice(seed, 12));

/** How the product compares each pair, beside how the office was made. */
const rows = OFFICES.flatMap(({ relations, register, standings }) =>
  relations.flatMap((relation) => {
    const company = register.companies.get(relation.enterpriseNumber ?? '');
    const standing = standings.get(relation.code);
    if (!company || !standing) return [];
    const changes = diffCompanies(canonicalRelation(relation), canonicalCompany(company));
    return changes.flatMap(({ field, verdict }) =>
      field in standing ? [{ field, verdict, standing: standing[field as keyof typeof standing] }] : [],
    );
  }),
);

const VERDICTS = {
  same: ['same', 'spelling'],
  different: ['different'],
  'only-openthebox': ['only-openthebox'],
  'only-adminpulse': ['only-adminpulse'],
  neither: ['same'],
};

describe('a made-up office', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generateOffice(3, 5)).toEqual(generateOffice(3, 5));
    expect(generateOffice(3, 5).relations).not.toEqual(generateOffice(4, 5).relations);
  });

  it('differs where it says so, by the product’s own equality', () => {
    const wrong = rows.filter(({ verdict, standing }) => !VERDICTS[standing].includes(verdict));
    expect(wrong).toEqual([]);
  });

  it.each(DIFFERING_FIELDS)('has about 30 %% of other values where both sides have one: %s', (field) => {
    const both = rows.filter((row) => row.field === field && ['same', 'different'].includes(row.standing));
    const share = both.filter(({ standing }) => standing === 'different').length / both.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.38);
  });

  it('has values that the product reads', () => {
    for (const { enterpriseNumber, channels } of OFFICES.flatMap(({ relations }) => relations)) {
      if (enterpriseNumber) expect(parseEnterpriseNumber(enterpriseNumber)).toBe(enterpriseNumber);
      for (const { type, value } of channels) {
        if (type === 'Phone' || type === 'Mobile') expect(parsePhones(value)).toEqual([value]);
        if (type === 'Website') expect(websiteKey(value)).toBeDefined();
      }
    }
  });

  it('has no number twice', () => {
    const numbers = generateOffice(1, 300).relations.flatMap(({ enterpriseNumber }) => enterpriseNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('lies in municipalities that there are', () => {
    expect(TOWNS.filter(({ nl, fr }) => !isMunicipality(nl) || !isMunicipality(fr))).toEqual([]);
  });

  it('has persons without a number, sole traders, and links', () => {
    const relations = OFFICES.flatMap((office) => office.relations);
    expect(relations.filter(({ type }) => type === 'Person').length).toBeGreaterThan(20);
    expect(relations.filter(({ legalForm }) => legalForm === 'NP').length).toBeGreaterThan(20);
    expect(relations.filter(({ links }) => links.length > 0).length).toBeGreaterThan(100);
  });
});
