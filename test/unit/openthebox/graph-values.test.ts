import { expect, it } from 'vitest';
import type { EnterpriseNumber } from '../../../src/company/enterprise-number.ts';
import { readGraph } from '../../../src/openthebox/graph.ts';

const SELF = '0001004246' as EnterpriseNumber;

const GRAPHS: readonly (readonly [string, unknown])[] = [
  [
    'in two lists, in Dutch',
    {
      knopen: [
        { sleutel: 1, ondernemingsnummer: '0001.004.246', naam: 'BAKKERIJ PEETERS' },
        { sleutel: 2, soort: 'natuurlijk persoon', naam: 'An Peeters' },
        { sleutel: 3, ondernemingsnummer: '0001.007.711', naam: 'PEETERS HOLDING' },
      ],
      verbindingen: [
        { van: 2, naar: 1, soort: 'ADMINISTERS', vanaf: '2012-05-14' },
        { van: 3, naar: 1, soort: 'PARTICIPATES_IN', aandeel: '75' },
      ],
    },
  ],
  [
    'whose ids are the numbers, with the owner behind the owned',
    {
      data: {
        items: [
          { id: 'BE0001004246', caption: 'BAKKERIJ PEETERS' },
          { id: 'p7', type: 'Person', caption: 'An Peeters' },
          { id: 'BE0001007711', caption: 'PEETERS HOLDING' },
        ],
        edges: [
          { q1: 'BE0001004246', q2: 'p7', type: 'ADMINISTERS', startDate: '14/05/2012' },
          { q1: 'BE0001004246', q2: 'BE0001007711', type: 'PARTICIPATES IN', percentage: 75 },
        ],
      },
    },
  ],
  [
    'as elements of other keys',
    [
      { kind: 'vertex', attrs: { key: 'n1', cbe: 'BE0001004246', title: 'BAKKERIJ PEETERS' } },
      { kind: 'vertex', attrs: { key: 'n2', label: 'An Peeters', personId: 7 } },
      { kind: 'vertex', attrs: { key: 'n3', cbe: 'BE0001007711', title: 'PEETERS HOLDING' } },
      { kind: 'arc', attrs: { from: 'n2', to: 'n1', role: 'ADMINISTERS', since: 1_336_946_400_000 } },
      { kind: 'arc', attrs: { from: 'n3', to: 'n1', role: 'PARTICIPATES IN', pct: 75 } },
    ],
  ],
];

it.each(GRAPHS)('a graph is read by its values %s', (_how, answer) => {
  expect(readGraph(answer, SELF).links).toMatchObject([
    { kind: 'person', name: 'An Peeters', means: 'director', since: '2012-05-14', historic: false },
    { kind: 'company', enterpriseNumber: '0001007711', name: 'PEETERS HOLDING', means: 'shareholder', share: 75 },
  ]);
});

it.each([
  ['of another company', { nodes: [{ id: 1, vat: 'BE0001007711' }, { id: 2 }], edges: [{ a: 1, b: 2 }] }],
  ['without edges', { nodes: [{ id: 1, vat: 'BE0001004246' }, { id: 2 }] }],
  ['of nothing', {}],
])('no link is made up of a graph %s', (_what, answer) => {
  expect(readGraph(answer, SELF).links).toEqual([]);
});
