import type { Field, FieldChange, Value } from '../../../../src/company/company.ts';
import type { Comparison, Review, ReviewState } from '../../../../src/messages/index.ts';

const NUMBER = '0001004246';

/** One row; a difference that can be written unless said otherwise. */
export function change(field: Field, some: Partial<FieldChange> = {}): FieldChange {
  return {
    field,
    current: undefined,
    proposed: undefined,
    verdict: 'different',
    ticked: false,
    writable: true,
    source: { service: 'openthebox', path: `$.${field}`, retrievedAt: new Date().toISOString() },
    ...some,
  };
}

function same(field: Field, value: Value): FieldChange {
  return change(field, { current: value, proposed: value, verdict: 'same' });
}

/** The ten fields of a bakery that moved, took a partner and changed its year. */
export function bakeryChanges(): FieldChange[] {
  return [
    change('name', { current: 'Bakkerij Peeters', proposed: 'Bakkerij Peeters & Zonen', ticked: true }),
    change('legalForm', { current: 'BVBA', proposed: 'BV', reason: 'reasonLegacyName' }),
    same('enterpriseNumber', NUMBER),
    same('vatNumber', NUMBER),
    change('website', { proposed: 'bakkerijpeeters.example', verdict: 'only-openthebox', ticked: true }),
    change('address', {
      current: { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' },
      proposed: { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' },
      ticked: true,
    }),
    same('phone', '09 234 56 78'),
    same('incorporationDate', '2019-05-14'),
    change('fiscalYearEnd', { current: '12-31', proposed: '06-30', reason: 'reasonDeadlinesDependOnIt' }),
    change('linkedRelations', {
      current: [{ relationCode: 'APR00008', role: 'Bestuurder' }],
      proposed: [
        { kind: 'person', name: 'An Peeters', role: 'ADMINISTERS', means: 'director', since: '2019-05-14' },
        { kind: 'company', name: 'Peeters Holding', role: 'PARTICIPATES IN', means: 'shareholding', share: 60 },
      ],
      reason: 'reasonLinksAreChosen',
    }),
  ];
}

export function comparison(some: Partial<Comparison> = {}): Comparison {
  return {
    heading: 'Bakkerij Peeters & Zonen',
    relation: { code: 'APR00510', name: 'Bakkerij Peeters', customerCode: '1007', warnings: [] },
    changes: bakeryChanges(),
    retrievedAt: new Date().toISOString(),
    anonymous: false,
    ...some,
  };
}

/** A review in a state. */
export function review(state: ReviewState): Review {
  return { id: 'r1', enterpriseNumber: NUMBER, ...state };
}

export function ready(some: Partial<Comparison> = {}, conflict?: readonly Field[]): Review {
  return review({ phase: 'ready', ...comparison(some), ...(conflict && { conflict }) });
}
