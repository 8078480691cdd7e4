import { describe, expect, it } from 'vitest';
import { changesWhenNew } from '../../../src/company/changes-when-new.ts';
import type { Field } from '../../../src/company/company.ts';
import { inOpenthebox, madeUpNumber } from './companies.ts';

const NUMBER = madeUpNumber(1);

const proposed = inOpenthebox({
  name: [
    { value: 'Voorbeeld', language: 'nl' },
    { value: 'Exemple', language: 'fr' },
  ],
  enterpriseNumber: NUMBER,
  vatNumber: NUMBER,
  fiscalYearEnd: '12-31',
  linkedRelations: [{ kind: 'person', name: 'An Peeters' }],
});

const rowOf = (field: Field) => changesWhenNew(proposed, 'fr').find((change) => change.field === field);

describe('what a new relation gets of a company', () => {
  it('is in the language of the relation', () => {
    expect(rowOf('name')).toMatchObject({ proposed: 'Exemple', ticked: true });
  });

  it.each(['enterpriseNumber', 'vatNumber', 'fiscalYearEnd'] as const)(
    'has %s ticked without a reason to mind, though a change of it is left to the user',
    (field) => {
      expect(rowOf(field)).toMatchObject({ verdict: 'only-openthebox', ticked: true, writable: true });
      expect(rowOf(field)).not.toHaveProperty('reason');
    },
  );

  it('ticks nothing that openthebox does not have', () => {
    expect(rowOf('phone')).toMatchObject({ verdict: 'same', ticked: false });
  });

  it('leaves links to be chosen', () => {
    expect(rowOf('linkedRelations')).toMatchObject({ ticked: false, reason: 'reasonLinksAreChosen' });
  });
});
