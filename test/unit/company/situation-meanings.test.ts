import { describe, expect, it } from 'vitest';
import { JURIDICAL_SITUATIONS } from '../../../src/company/generated/juridical-situations.ts';
import { situationMeaning } from '../../../src/company/situation-meanings.ts';

describe('the meaning of a juridical situation', () => {
  it.each([
    ['003', { meaning: 'numberReplaced', level: 'warning' }],
    ['006', { meaning: 'numberReplaced', level: 'danger' }],
    ['019', { meaning: 'stopped', level: 'danger' }],
    ['024', { meaning: 'split', level: 'danger' }],
    ['031', { meaning: 'concordat', level: 'warning' }],
    ['043', { meaning: 'suspensionEnded', level: 'warning' }],
    ['050', { meaning: 'bankrupt', level: 'danger' }],
    ['091', { meaning: 'reorganisation', level: 'warning' }],
    ['999', { meaning: 'cancelled', level: 'danger' }],
  ])('of %s is %o', (code, expected) => {
    expect(situationMeaning(code)).toEqual(expected);
  });

  it('is none for what is not worth a warning, and for what is no code', () => {
    const codes = JURIDICAL_SITUATIONS.split('\n').map((line) => line.slice(0, 3));
    expect(codes.filter((code) => situationMeaning(code) === undefined)).toEqual(['000', '001', '002', '090', '100']);
    for (const text of ['777', '', ' ', '50', '048 049']) expect(situationMeaning(text)).toBeUndefined();
  });
});
