import type { Draft } from '../../../../src/messages/index.ts';
import { change } from '../review/review-samples.ts';

const proposals = (name: string) => [
  change('name', { proposed: name, verdict: 'only-openthebox', ticked: true }),
  change('enterpriseNumber', { proposed: '0001061258', verdict: 'only-openthebox', ticked: true }),
  change('phone', { verdict: 'only-adminpulse', writable: false }),
];

/** A Brussels company, in an AdminPulse that has numbers for its types. */
export function draft(some: Partial<Draft> = {}): Draft {
  const [dutch, french] = [proposals('Zinneke Werkplaatsen'), proposals('Ateliers Zinneke')];
  return {
    heading: 'Zinneke Werkplaatsen',
    changes: { nl: dutch, fr: french, de: dutch, en: dutch },
    choices: {
      relationType: {
        options: [{ id: '2', value: '2', means: 'company', count: 40, examples: ['APR00510'] }],
        proposed: '2',
      },
      status: { options: [{ id: '1', value: '1', count: 40, examples: ['APR00510', 'APR00511'] }] },
      language: {
        options: [
          { id: '"NL"', value: 'NL', means: 'nl', count: 30, examples: [] },
          { id: '"FR"', value: 'FR', means: 'fr', count: 10, examples: [] },
        ],
      },
      ownCompany: { options: [{ id: '"a"', value: 'Kantoor Lindeboom', examples: [] }], proposed: '"a"' },
    },
    bilingual: true,
    since: true,
    vatPending: true,
    retrievedAt: new Date().toISOString(),
    anonymous: false,
    ...some,
  };
}
