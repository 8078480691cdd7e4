import { describe, expect, it } from 'vitest';
import { readHits } from '../../../src/openthebox/search.ts';

const PEETERS = { enterpriseNumber: '0001004246', name: 'BAKKERIJ PEETERS' };
const HOLDING = { enterpriseNumber: '0001007711', name: 'PEETERS HOLDING' };
const OFFICE = '0001005533';

const ANSWERS: readonly (readonly [string, unknown])[] = [
  [
    'under Dutch keys',
    [
      { ondernemingsnummer: '0001.004.246', benaming: 'BAKKERIJ PEETERS' },
      { ondernemingsnummer: '0001.007.711', benaming: 'PEETERS HOLDING' },
    ],
  ],
  [
    'under keys that say nothing, in an envelope, beside a file manager’s number and another name',
    {
      total: 2,
      resultaten: [
        { a: OFFICE, b: 'BE0001004246', c: 'De Korst', d: 'BAKKERIJ PEETERS' },
        { a: OFFICE, b: 'BE0001007711', c: 'Gulden Huis', d: 'PEETERS HOLDING' },
      ],
    },
  ],
  [
    'nested, with a person among them',
    {
      hits: {
        hits: [
          { _source: { id: { cbe: '0001004246' }, names: [{ lang: 'nl', text: 'BAKKERIJ PEETERS' }] } },
          { _source: { prenom: 'An', nom: 'Peeters', pid: 7 } },
          { _source: { id: { cbe: '0001007711' }, names: [{ lang: 'nl', text: 'PEETERS HOLDING' }] } },
        ],
      },
    },
  ],
];

describe('hits of a search', () => {
  it.each(ANSWERS)('are read by their values %s', (_how, answer) => {
    expect(readHits(answer, 'nl', 'peeters')).toEqual([PEETERS, HOLDING]);
  });

  it('have the rest where its kind can be told', () => {
    const hit = {
      nr: '0001.004.246',
      naam: 'BAKKERIJ PEETERS',
      vorm: 'BV',
      plaats: 'Gent',
      postcode: '9000',
      status: '000',
    };
    expect(readHits([hit], 'nl', 'peeters')).toEqual([
      { ...PEETERS, legalForm: 'BV', municipality: 'Gent', situation: '000' },
    ]);
  });

  it('are named in the reader’s language', () => {
    const hit = { cbe: '0001004246', naam_nl: 'PARKBOEKHANDEL', naam_fr: 'LIBRAIRIE DU PARC' };
    expect(readHits([hit], 'fr', 'parc')).toMatchObject([{ name: 'LIBRAIRIE DU PARC' }]);
    expect(readHits([hit], 'nl', 'parkboekhandel')).toMatchObject([{ name: 'PARKBOEKHANDEL' }]);
  });

  it('say of which establishment they are', () => {
    const hit = { cbe: '0001004246', naam: 'BAKKERIJ PEETERS', vestiging: '2.000.000.339' };
    const [found] = readHits([hit], 'nl', '2000000339') ?? [];
    expect(found).toMatchObject({ ...PEETERS });
  });

  it('are none without a number, and unknown where there is no list', () => {
    expect(readHits([{ naam: 'Peeters' }, 'x'], 'nl', 'peeters')).toEqual([]);
    expect(readHits({ error: 'x' }, 'nl', 'peeters')).toBeUndefined();
  });
});
