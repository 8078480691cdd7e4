import { describe, expect, it } from 'vitest';
import { parseEnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { readGraph } from '../../../src/openthebox/graph.ts';
import { readHits } from '../../../src/openthebox/search.ts';

const self = parseEnterpriseNumber('0001.004.246');

const company = (id: string, vat: string, caption: string) => ({
  group: 'nodes',
  data: { id, type: 'Company', vat, caption },
});
const person = (id: string, pid: unknown, caption: string) => ({
  group: 'nodes',
  data: { id, type: 'Person', pid, caption },
});
const edge = (source: string, target: string, type: string, more = {}) => ({
  group: 'edges',
  data: { id: `${source}-${target}`, source, target, type, ...more },
});

function links(...elements: unknown[]) {
  if (!self) throw new Error('not a number');
  return readGraph([company('n1', 'BE0001004246', 'BAKKERIJ PEETERS'), ...elements], self).links;
}

describe("a company's graph", () => {
  it('loses no link to a key that is empty, or a date in milliseconds', () => {
    const empty = { startDate: null, endDate: null, percentage: null, historic: null, pid: null };
    const node = person('n2', 123456, 'An Peeters');
    expect(
      links(
        { ...node, data: { ...node.data, vat: null } },
        edge('n2', 'n1', 'ADMINISTERS', { ...empty, startDate: 1_336_946_400_000 }),
      ),
    ).toEqual([
      {
        kind: 'person',
        name: 'An Peeters',
        personId: '123456',
        role: 'ADMINISTERS',
        means: 'director',
        since: '2012-05-14',
        historic: false,
      },
    ]);
  });

  it('gives its directors and shareholders', () => {
    expect(
      links(
        person('n2', 123456, 'An Peeters'),
        company('n3', 'BE0001007711', 'PEETERS HOLDING'),
        edge('n2', 'n1', 'ADMINISTERS', { startDate: '2012-05-14' }),
        edge('n3', 'n1', 'PARTICIPATES IN', { percentage: 75 }),
      ),
    ).toEqual([
      {
        kind: 'person',
        name: 'An Peeters',
        personId: '123456',
        role: 'ADMINISTERS',
        means: 'director',
        since: '2012-05-14',
        historic: false,
      },
      {
        kind: 'company',
        name: 'PEETERS HOLDING',
        enterpriseNumber: '0001007711',
        role: 'PARTICIPATES IN',
        means: 'shareholder',
        share: 75,
        historic: false,
      },
    ]);
  });

  it('reads a person id that comes as character codes', () => {
    const [link] = links(person('n2', [49, 50, 51], 'An Peeters'), edge('n2', 'n1', 'ADMINISTERS'));
    expect(link?.personId).toBe('123');
  });

  it('knows a mandate that has ended', () => {
    const [link] = links(person('n2', 1, 'Jef'), edge('n2', 'n1', 'ADMINISTERS', { endDate: '2019-11-30T00:00:00' }));
    expect(link).toMatchObject({ historic: true, until: '2019-11-30' });
  });

  it.each([
    ['an edge to nowhere', [edge('n2', 'n1', 'ADMINISTERS')]],
    ['an edge between two others', [person('n2', 1, 'A'), person('n3', 2, 'B'), edge('n2', 'n3', 'OTHER MANDATE')]],
    ['an edge from the company to itself', [edge('n1', 'n1', 'PARTICIPATES IN')]],
    ['things that are no elements', [null, 7, 'x', {}, { group: 'nodes' }, { group: 'edges', data: null }]],
  ])('leaves out %s', (_what, elements) => {
    expect(links(...elements)).toEqual([]);
  });
});

describe("a search's answer", () => {
  it('gives the companies among the hits, with the first name that they have', () => {
    expect(
      readHits(
        [
          { pid: [49], firstName: 'An', lastName: 'Peeters', isPolitician: false },
          { vat: 'BE0001004246', nameNl: 'BAKKERIJ PEETERS', juridicalForm: '610', city: 'Gent' },
          {
            vat: 'BE0001007711',
            nameNl: null,
            nameFr: 'PEETERS HOLDING',
            city: null,
            addressNl: null,
            juridicalForm: 14,
          },
          { vat: 'NL004495445B01', nameNl: 'Kaashandel' },
          'x',
        ],
        'nl',
      ),
    ).toEqual([
      { enterpriseNumber: '0001004246', name: 'BAKKERIJ PEETERS', legalForm: '610', municipality: 'Gent' },
      { enterpriseNumber: '0001007711', name: 'PEETERS HOLDING', legalForm: '14' },
    ]);
  });

  it('names a company, and its municipality, in the reader’s language where it has two', () => {
    const company = {
      vat: 'BE0001036712',
      nameNl: 'PARKBOEKHANDEL',
      nameFr: 'LIBRAIRIE DU PARC',
      addressNl: { city: 'Brussel' },
      addressFr: { city: 'Bruxelles' },
      juridicalSituation: 0,
    };
    expect(readHits([company], 'fr')).toMatchObject([{ name: 'LIBRAIRIE DU PARC', municipality: 'Bruxelles' }]);
    expect(readHits([company], 'nl')).toMatchObject([
      { name: 'PARKBOEKHANDEL', municipality: 'Brussel', situation: '0' },
    ]);
  });
});
