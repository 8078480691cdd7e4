import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/inference/finding.ts';
import { inferPlaces } from '../../../src/inference/infer-places.ts';
import { companyAnswer } from '../../sandbox/openthebox/answers.ts';
import { seedRegister, seedRelations } from '../../sandbox/seed.ts';
import { SHAPES, type ShapeName } from '../../sandbox/shapes/shape.ts';

const register = seedRegister();

function samples(name: ShapeName, count: number): readonly Sample[] {
  return seedRelations()
    .slice(0, count)
    .map((relation) => {
      const company = register.companies.get(relation.enterpriseNumber ?? relation.vatNumber ?? '');
      const answer = company && companyAnswer(company, register);
      return { relation: SHAPES[name].single(relation), ...(answer && { company: answer }) };
    });
}

const paths = (some: readonly Sample[], service: 'adminpulse' | 'openthebox' = 'adminpulse') =>
  Object.fromEntries(inferPlaces(some)[service].findings.map(({ meaning, place }) => [meaning, place.paths[0]?.path]));

const FOREIGN = {
  name: '$.benaming',
  legalForm: '$.rechtsvormCode',
  enterpriseNumber: '$.ondNr',
  vatNumber: '$.btwNr',
  website: '$.site',
  address: '$.adres',
  phone: '$.telefoon',
  incorporationDate: '$.opgericht',
  fiscalYearEnd: '$.boekjaarEinde',
  linkedRelations: '$.banden',
};

describe('the places of an office', () => {
  it('are found where no key is among the candidates', () => {
    expect(paths(samples('foreign', 12))).toMatchObject(FOREIGN);
  });

  it('are found in both shapes of keys that are candidates', () => {
    expect(paths(samples('flat', 12))).toMatchObject({
      name: '$.name',
      address: '$',
      phone: '$.phone',
      vatNumber: '$.vatNumber',
    });
    expect(paths(samples('nested', 12))).toMatchObject({
      legalForm: '$.legalForm',
      address: "$.addresses[?@.type=='Seat' && @.isFavorite==true]",
      phone: "$.communications[?@.type=='Phone' && @.isFavorite==true].value",
      incorporationDate: '$.legal.foundation.foundingDate',
      fiscalYearEnd: '$.accountantInfo.endFinancialYear',
    });
  });

  it('are found at openthebox, its versions by language', () => {
    const { findings } = inferPlaces(samples('flat', 12)).openthebox;
    expect(findings.find(({ meaning }) => meaning === 'name')?.place.paths).toEqual([
      { path: '$.nameNl', language: 'nl' },
      { path: '$.nameFr', language: 'fr' },
    ]);
  });

  it('are nothing where there is nothing', () => {
    for (const some of [[], [{}], [{ relation: null, company: 5 }], [{ relation: [], company: 'x' }]]) {
      expect(inferPlaces(some)).toEqual({
        adminpulse: { findings: [], ranked: {} },
        openthebox: { findings: [], ranked: {} },
      });
    }
  });

  it('are what kinds and names tell without openthebox', () => {
    const alone = samples('foreign', 12).map(({ relation }) => ({ relation }));
    const { name, legalForm, website, address, phone, fiscalYearEnd, vatNumber } = FOREIGN;
    expect(paths(alone)).toMatchObject({ name, legalForm, website, address, phone, fiscalYearEnd, vatNumber });
    expect(paths(alone, 'openthebox')).toEqual({});
  });

  it('are presumed, and none is wrong, from one relation', () => {
    const { findings } = inferPlaces(samples('foreign', 1)).adminpulse;
    const found = Object.fromEntries(findings.map(({ meaning, place }) => [meaning, place.paths[0]?.path]));
    expect(Object.keys(found).length).toBeGreaterThan(4);
    for (const [meaning, path] of Object.entries(FOREIGN)) expect([undefined, path]).toContain(found[meaning]);
    expect(findings.filter(({ confidence }) => confidence === 'certain')).toEqual([]);
  });

  it('come with their reasons, and with others to choose from', () => {
    const { findings, ranked } = inferPlaces(samples('foreign', 12)).adminpulse;
    const incorporation = findings.find(({ meaning }) => meaning === 'incorporationDate');
    expect(incorporation?.reasons).toEqual([
      { kind: 'agreement', equal: 9, of: 11 },
      { kind: 'valueKind', valueKind: 'date', count: 11, of: 11 },
      { kind: 'keyWord', word: 'opgericht' },
    ]);
    expect(ranked.incorporationDate?.map(({ place }) => place.paths[0]?.path)).toEqual(['$.opgericht', '$.klantSinds']);
  });

  it('have forms and parts, and no value of any client', () => {
    const some = samples('nested', 12);
    const texts = JSON.stringify(inferPlaces(some).adminpulse.findings.map(({ place }) => place));
    for (const { relation } of some) expect(texts).not.toContain(String((relation as { name: string }).name));
  });
});
