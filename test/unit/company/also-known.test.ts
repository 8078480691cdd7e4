import { describe, expect, it } from 'vitest';
import type { Company, Field } from '../../../src/company/company.ts';
import { diffCompanies } from '../../../src/company/diff.ts';

function company(service: 'openthebox' | 'adminpulse', facts: Partial<Company>): Company {
  return { ...facts, provenance: { service, retrievedAt: '2026-01-01T00:00:00.000Z', paths: {}, unreadable: [] } };
}

function row(field: Field, current: Partial<Company>, proposed: Partial<Company>) {
  const rows = diffCompanies(company('adminpulse', current), company('openthebox', proposed));
  const { current: shown, verdict, ticked, writable } = rows.find((change) => change.field === field) ?? {};
  return { current: shown, verdict, ticked, writable };
}

const elsewhere = (phone: string[], website: string[] = []) => ({ alsoKnown: { phone, website } });

describe('what the relation holds elsewhere already', () => {
  it('is not offered where the field itself is empty', () => {
    expect(row('phone', elsewhere(['0471 25 17 86']), { phone: ['+32471251786'] })).toEqual({
      current: '0471 25 17 86',
      verdict: 'same',
      ticked: false,
      writable: false,
    });
  });

  it('does not replace another value of the field', () => {
    const current = { phone: ['09 234 56 78'], ...elsewhere(['09 234 56 78', '0471 25 17 86']) };
    expect(row('phone', current, { phone: ['0471/25.17.86'] })).toMatchObject({ verdict: 'same', writable: false });
  });

  it('goes for websites too', () => {
    const current = elsewhere([], ['https://www.peeters.example/']);
    expect(row('website', current, { website: ['peeters.example'] })).toMatchObject({
      verdict: 'same',
      writable: false,
    });
  });

  it('says nothing of a value that is new', () => {
    expect(row('phone', elsewhere(['0471 25 17 86']), { phone: ['+32471251787'] })).toMatchObject({
      current: undefined,
      verdict: 'only-openthebox',
      ticked: true,
    });
  });

  it('never takes a mail address for a website', () => {
    const current = elsewhere([], ['info@peeters.example', '09 234 56 78']);
    expect(row('website', current, { website: ['peeters.example'] })).toMatchObject({ verdict: 'only-openthebox' });
  });
});
