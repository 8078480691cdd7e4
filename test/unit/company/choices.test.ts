import { describe, expect, it } from 'vitest';
import { type Choices, FIELDS_WITH_TICK } from '../../../src/company/choices.ts';
import { FIELDS, type Field } from '../../../src/company/company.ts';
import { diffCompanies } from '../../../src/company/diff.ts';
import { inAdminPulse, inOpenthebox, madeUpNumber } from './companies.ts';

type Facts = Parameters<typeof inAdminPulse>[0];

const NUMBER = madeUpNumber(1);
const OURS: Facts = {
  name: [{ value: 'Voorbeeld' }],
  legalForm: 'BV',
  website: ['www.voorbeeld.be'],
  address: [{ value: { street: 'Kerkstraat', number: '12', postalCode: '9000', municipality: 'Gent' } }],
  phone: ['053 39 00 70'],
  incorporationDate: '2019-05-14',
  fiscalYearEnd: '12-31',
};
/** Other values everywhere, and a VAT number that only openthebox has. */
const THEIRS: Facts = {
  name: [{ value: 'Ander' }],
  legalForm: 'NV',
  vatNumber: NUMBER,
  website: ['www.ander.be'],
  address: [{ value: { street: 'Nieuwstraat', number: '1', postalCode: '2000', municipality: 'Antwerpen' } }],
  phone: ['053 39 00 71'],
  incorporationDate: '2001-01-01',
  fiscalYearEnd: '06-30',
  linkedRelations: [{ kind: 'person', name: 'An Peeters' }],
};

const diff = (current: Facts, proposed: Facts, choices: Choices) =>
  diffCompanies(inAdminPulse(current), inOpenthebox(proposed), choices);
const ticked = (current: Facts, proposed: Facts, choices: Choices): readonly Field[] =>
  diff(current, proposed, choices).flatMap((row) => (row.ticked ? row.field : []));
const all = (tick: boolean): Choices => ({ ticks: Object.fromEntries(FIELDS_WITH_TICK.map((field) => [field, tick])) });

describe('the ticks that an office decides', () => {
  it('hold where a field differs, and where only openthebox has it', () => {
    expect(ticked(OURS, THEIRS, {})).toEqual(['name', 'legalForm', 'address']);
    expect(ticked(OURS, THEIRS, all(true))).toEqual(FIELDS_WITH_TICK);
    expect(ticked({}, THEIRS, all(true))).toEqual(FIELDS_WITH_TICK);
    expect(ticked(OURS, THEIRS, all(false))).toEqual([]);
    expect(ticked({}, THEIRS, all(false))).toEqual([]);
  });

  it('are each field’s own', () => {
    expect(ticked(OURS, THEIRS, { ticks: { phone: true, name: false } })).toEqual(['legalForm', 'address', 'phone']);
  });

  it('never tick what may not be written, what is equal or only spelt differently, or only AdminPulse has', () => {
    expect(ticked(OURS, { ...OURS, name: [{ value: 'VOORBEELD' }], phone: ['+3253390070'] }, all(true))).toEqual([]);
    expect(ticked(OURS, {}, all(true))).toEqual([]);
    expect(ticked({ unreadable: FIELDS }, THEIRS, all(true))).toEqual([]);
    expect(ticked({}, { legalForm: 'Wonderform' }, all(true))).toEqual([]);
  });

  it('keep the reasons in view', () => {
    const phone = diff(OURS, THEIRS, all(true)).find(({ field }) => field === 'phone');
    expect(phone).toMatchObject({ ticked: true, reason: 'reasonPhoneOftenStale' });
  });
});

describe('the style of phone numbers that an office decides', () => {
  const offered = (ours: readonly string[], theirs: string, phoneStyle: 'national' | 'international') =>
    diff({ phone: ours }, { phone: [theirs] }, { phoneStyle }).find(({ field }) => field === 'phone')?.proposed;

  it.each<{
    readonly ours: readonly string[];
    readonly theirs: string;
    readonly style: 'national' | 'international';
    readonly expected: string;
  }>([
    { ours: [], theirs: '+32 53 39 00 70', style: 'national', expected: '053 39 00 70' },
    { ours: [], theirs: '053/39.00.70', style: 'international', expected: '+32 53 39 00 70' },
    { ours: ['053 39 00 71'], theirs: '053/39.00.70', style: 'international', expected: '+32 53 39 00 70' },
    { ours: ['+32 53 39 00 71'], theirs: '053/39.00.70', style: 'national', expected: '053 39 00 70' },
    { ours: [], theirs: '+31 20 123 4567', style: 'national', expected: '+31 20 123 4567' },
    // What AdminPulse has already keeps its style.
    { ours: ['053/39.00.70'], theirs: '+32 53 39 00 70', style: 'international', expected: '053 39 00 70' },
    { ours: ['+3253390070'], theirs: '053 39 00 70', style: 'national', expected: '+32 53 39 00 70' },
  ])('$ours against "$theirs" in the $style style is "$expected"', ({ ours, theirs, style, expected }) => {
    expect(offered(ours, theirs, style)).toBe(expected);
  });
});

it('leaves out the fields that an office does not compare', () => {
  const fields = diff(OURS, THEIRS, { leftOut: ['linkedRelations'] }).map(({ field }) => field);
  expect(fields).toEqual(FIELDS.filter((field) => field !== 'linkedRelations'));
});
