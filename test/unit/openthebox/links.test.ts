import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { readGraph } from '../../../src/openthebox/graph.ts';
import { allLinks, readMandates } from '../../../src/openthebox/links.ts';

const SELF = parseEnterpriseNumber('0001.004.246') as EnterpriseNumber;

const node = (id: string, data: object) => ({ group: 'nodes', data: { id, ...data } });
const self = node('n1', { type: 'Company', vat: 'BE0001004246', caption: 'BAKKERIJ PEETERS' });
const an = node('n2', { type: 'Person', pid: 7, caption: 'An Peeters' });
const holding = node('n3', { type: 'Company', vat: 'BE0001007711', caption: 'PEETERS HOLDING' });
const management = node('n4', { type: 'Company', vat: 'BE0001008107', caption: 'KV MANAGEMENT' });
const edge = (source: string, target: string, type: string, more = {}) => ({
  group: 'edges',
  data: { id: `${source}-${target}-${type}`, source, target, type, ...more },
});

const links = (elements: readonly unknown[], company: object = {}): Link[] =>
  allLinks(readGraph([self, ...elements], SELF), readMandates(company, SELF));
const told = (found: readonly Link[]) =>
  found.map(({ name, means, representatives = [] }) =>
    [name, means, ...representatives.map((person) => `by ${person.name}`)].join(' '),
  );

describe('what a link means', () => {
  it.each([
    ['ADMINISTERS', 'in', 'director'],
    ['ADMINISTERS', 'out', 'directorOf'],
    ['administers_via', 'in', 'director'],
    ['PARTICIPATES IN', 'in', 'shareholder'],
    ['PARTICIPATES_IN', 'out', 'participation'],
    ['OTHER MANDATE', 'in', 'otherMandate'],
    ['POLITICAL MANDATE', 'in', 'politicalMandate'],
    ['SAME ADDRESS', 'in', undefined],
    ['constructor', 'in', undefined],
  ])('%s %s is %s', (type, direction, means) => {
    const [link] = links([holding, direction === 'in' ? edge('n3', 'n1', type) : edge('n1', 'n3', type)]);
    expect(link?.means).toBe(means);
  });

  it('is told apart in a circle', () => {
    const circle = [holding, edge('n3', 'n1', 'PARTICIPATES IN'), edge('n1', 'n3', 'PARTICIPATES IN')];
    expect(told(links(circle))).toEqual(['PEETERS HOLDING shareholder', 'PEETERS HOLDING participation']);
  });
});

describe('a management company', () => {
  const via = edge('n2', 'n1', 'ADMINISTERS VIA');

  it('is one link with its permanent representative', () => {
    expect(links([an, management, edge('n4', 'n1', 'ADMINISTERS', { startDate: '2015-06-01' }), via])).toEqual([
      {
        kind: 'company',
        name: 'KV MANAGEMENT',
        enterpriseNumber: '0001008107',
        role: 'ADMINISTERS',
        means: 'director',
        since: '2015-06-01',
        historic: false,
        representatives: [{ name: 'An Peeters', personId: '7' }],
      },
    ]);
  });

  it('is the one that the person administers, where there are several', () => {
    const both = [an, management, holding, edge('n4', 'n1', 'ADMINISTERS'), edge('n3', 'n1', 'ADMINISTERS'), via];
    expect(told(links([...both, edge('n2', 'n3', 'ADMINISTERS')]))).toEqual([
      'KV MANAGEMENT director',
      'PEETERS HOLDING director by An Peeters',
    ]);
  });

  it.each([
    [
      'there are several, and nothing says which',
      [management, holding, edge('n4', 'n1', 'ADMINISTERS'), edge('n3', 'n1', 'ADMINISTERS')],
    ],
    ['it is not in the graph', []],
    ['it is no director any more', [management, edge('n4', 'n1', 'ADMINISTERS', { historic: true })]],
  ])('is not made up where %s', (_, others) => {
    const found = links([an, ...others, via]);
    expect(found.find(({ name }) => name === 'An Peeters')).toMatchObject({ means: 'director', throughCompany: true });
    expect(found.some(({ representatives }) => representatives)).toBe(false);
  });
});

describe("the company's own answer", () => {
  const mandate = { pid: 7, firstName: 'An', lastName: 'Peeters', category: 'ADMINISTER', startDate: '2012-05-14' };

  it('doubles no link of the graph, and says what the graph leaves out', () => {
    const graph = [an, holding, edge('n2', 'n1', 'ADMINISTERS'), edge('n3', 'n1', 'PARTICIPATES IN')];
    const company = {
      personMandates: [mandate],
      participationHists: [{ vat: 'BE0001007711', interestsHeldDirectlyPercentageO: 75, source: 'NBB' }],
    };
    expect(links(graph, company)).toEqual([
      expect.objectContaining({ name: 'An Peeters', means: 'director', since: '2012-05-14' }),
      expect.objectContaining({ name: 'PEETERS HOLDING', means: 'shareholder', share: 75 }),
    ]);
  });

  it('is merged with a mandate through a company', () => {
    const graph = [an, management, edge('n4', 'n1', 'ADMINISTERS'), edge('n2', 'n1', 'ADMINISTERS VIA')];
    expect(told(links(graph, { personMandates: [mandate] }))).toEqual(['KV MANAGEMENT director by An Peeters']);
  });

  it('keeps a mandate that is over apart from the one that holds', () => {
    const found = links([an, edge('n2', 'n1', 'ADMINISTERS')], {
      personMandates: [{ ...mandate, endDate: '2016-05-14' }],
    });
    expect(found.map(({ until, historic }) => [until, historic])).toEqual([
      [undefined, false],
      ['2016-05-14', true],
    ]);
  });

  it('stands alone where there is no graph', () => {
    const company = {
      personMandates: [{ ...mandate, pid: [55], startDate: undefined, startDateO: 1_336_946_400_000 }],
      participationHists: [{ vat: 'NL004495445B01' }, { vat: 'BE0001004246' }],
    };
    expect(allLinks({ links: [], administers: [] }, readMandates(company, SELF))).toEqual([
      {
        kind: 'person',
        name: 'An Peeters',
        personId: '7',
        role: 'ADMINISTERS',
        means: 'director',
        since: '2012-05-14',
        historic: false,
      },
      {
        kind: 'company',
        foreignNumber: 'NL004495445B01',
        role: 'PARTICIPATES IN',
        means: 'shareholding',
        historic: false,
      },
    ]);
  });

  it.each([
    ['PARTICIPATES_IN', { means: 'shareholding' }],
    ['administers', { means: 'mandate' }],
    ['ADMINISTERS VIA', { means: 'mandate', throughCompany: true }],
    ['LIQUIDATOR', {}],
  ])('says of a mandate called %s what can be said', (category, expected) => {
    expect(readMandates({ personMandates: [{ ...mandate, category }] }, SELF)).toEqual([
      {
        kind: 'person',
        name: 'An Peeters',
        personId: '7',
        role: category,
        ...expected,
        since: '2012-05-14',
        historic: false,
      },
    ]);
  });

  it.each([
    ['a text', 'x'],
    ['lists of other things', { personMandates: [null, 7, {}, { pid: {} }], participationHists: [{}, 'x', []] }],
    ['texts for lists', { personMandates: 'x', participationHists: {} }],
  ])('has no links where it is %s', (_, company) => {
    expect(readMandates(company, SELF)).toEqual([]);
  });
});

describe('a graph that is not as one would like it', () => {
  it('may have 500 nodes', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      node(`p${index}`, { pid: 1000 + index, caption: `Person ${index}` }),
    );
    const edges = many.map((_, index) => edge(`p${index}`, 'n1', 'ADMINISTERS'));
    expect(links([...many, ...edges])).toHaveLength(500);
  });

  it('may have nodes without names', () => {
    expect(links([node('n2', { type: 'Person' }), edge('n2', 'n1', 'ADMINISTERS')])).toEqual([
      { kind: 'person', role: 'ADMINISTERS', means: 'director', historic: false },
    ]);
  });

  it('may have foreign companies, without a Belgian number or without any', () => {
    const found = links([
      node('n2', { type: 'Company', vat: 'NL004495445B01', caption: 'Kaashandel' }),
      node('n3', { type: 'Company', caption: 'Cheese Ltd' }),
      edge('n2', 'n1', 'PARTICIPATES IN'),
      edge('n3', 'n1', 'PARTICIPATES IN', { percentage: 1e9 }),
    ]);
    expect(found.map(({ kind, name, foreignNumber, share }) => [kind, name, foreignNumber, share])).toEqual([
      ['company', 'Kaashandel', 'NL004495445B01', undefined],
      ['company', 'Cheese Ltd', undefined, undefined],
    ]);
  });

  it('may have the company itself among the neighbours, and edges to nowhere', () => {
    const again = node('n9', { type: 'Company', vat: 'BE 0001.004.246', caption: 'BAKKERIJ PEETERS' });
    expect(
      links([
        again,
        edge('n9', 'n1', 'PARTICIPATES IN'),
        edge('n2', 'n1', 'ADMINISTERS'),
        edge('n1', 'n1', 'ADMINISTERS'),
      ]),
    ).toEqual([]);
  });

  it('may have person ids as lists of character codes, in nodes of any length', () => {
    const found = links([
      node('n2', { pid: [49, 50], caption: 'An' }),
      node('n3', { pid: Array(5_000).fill(49) }),
      edge('n2', 'n1', 'ADMINISTERS'),
      edge('n3', 'n1', 'ADMINISTERS'),
    ]);
    expect(found.map(({ personId }) => personId?.length)).toEqual([2, 40]);
  });
});
