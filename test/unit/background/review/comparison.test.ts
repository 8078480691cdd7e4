import { expect, test } from 'vitest';
import { EMPTY_SCHEMA, type OfficeProfile } from '../../../../src/adminpulse/office-schema.ts';
import { readRelation } from '../../../../src/background/relations/relation.ts';
import { compare } from '../../../../src/background/review/comparison.ts';
import type { FieldPlace } from '../../../../src/schema/field-place.ts';
import { flatRelation } from '../../adminpulse/relations.ts';
import { inOpenthebox, madeUpNumber } from '../../company/companies.ts';

const NUMBER = madeUpNumber(42);
const proposed = inOpenthebox({
  enterpriseNumber: NUMBER,
  address: [{ value: { street: 'Korenmarkt', number: '7', postalCode: '9000', municipality: 'Gent' } }],
  website: ['peeters.example'],
});

const lines: FieldPlace = {
  paths: [{ path: '$.adres' }],
  parts: [{ keys: [], holds: ['street', 'number', 'box', 'postalCode', 'municipality'] }],
};

const { website: _, ...withoutWebsite } = flatRelation({ enterpriseNumber: NUMBER, vatNumber: NUMBER });

const row = (field: string, adres: string) => {
  const profile: OfficeProfile = {
    ...EMPTY_SCHEMA,
    places: { address: lines, website: { paths: [{ path: '$.kanalen[0]' }] } },
  };
  const relation = readRelation({ ...withoutWebsite, adres }, NUMBER, profile, 0);
  return compare(relation, proposed, false).changes.find((change) => change.field === field);
};

test.each([
  { what: 'a layout that can be kept', field: 'address', adres: 'Kerkstraat 12, 9000 Gent', writable: true },
  {
    what: 'a layout that cannot be kept',
    field: 'address',
    adres: 'Residentie Mozart, 9000 Gent, Kerkstraat 12',
    writable: false,
    reason: 'reasonFormNotKept',
  },
  {
    what: 'no way to make the place',
    field: 'website',
    adres: '',
    writable: false,
    reason: 'reasonMappingNotFound',
  },
])('a review with $what', ({ field, adres, writable, reason }) => {
  const { writable: isWritable, ticked, reason: why } = row(field, adres) ?? {};
  expect({ isWritable, ticked, why }).toEqual({ isWritable: writable, ticked: writable, why: reason });
});
