import { describe, expect, it, test } from 'vitest';
import { JURIDICAL_SITUATIONS } from '../../../src/company/generated/juridical-situations.ts';
import { juridicalSituation, registerStatus } from '../../../src/company/juridical-situation.ts';

describe('the situations worth a warning', () => {
  test.each([
    ['050', '050', 'danger'],
    ['50', '050', 'danger'],
    ['048', '048', 'danger'],
    ['049', '049', 'danger'],
    ['051', '051', 'danger'],
    ['052', '052', 'danger'],
    ['053', '053', 'danger'],
    ['010', '010', 'danger'],
    ['012', '012', 'danger'],
    ['013', '013', 'danger'],
    ['014', '014', 'danger'],
    ['112', '112', 'danger'],
    ['020', '020', 'danger'],
    ['021', '021', 'danger'],
    ['022', '022', 'danger'],
    ['023', '023', 'danger'],
    ['024', '024', 'danger'],
    ['025', '025', 'danger'],
    ['026', '026', 'danger'],
    ['006', '006', 'danger'],
    ['011', '011', 'danger'],
    ['015', '015', 'danger'],
    ['016', '016', 'danger'],
    ['017', '017', 'danger'],
    ['018', '018', 'danger'],
    ['019', '019', 'danger'],
    ['111', '111', 'danger'],
    ['999', '999', 'danger'],
    ['091', '091', 'warning'],
    ['003', '003', 'warning'],
    ['030', '030', 'warning'],
    ['031', '031', 'warning'],
    ['040', '040', 'warning'],
    ['041', '041', 'warning'],
    ['042', '042', 'warning'],
    ['043', '043', 'warning'],
    ['Opening faillissement', '050', 'danger'],
    [`050${' '.repeat(197)}`, '050', 'danger'],
    ['OUVERTURE DE FAILLITE', '050', 'danger'],
    ['Konkurseröffnung', '050', 'danger'],
    ['Bankruptcy opened', '050', 'danger'],
    ['Fusion par absorption', '021', 'danger'],
    ['Vrijwillige ontbinding - vereffening', '012', 'danger'],
    ['Opschorting (gerechtelijke reorganisatie)', '091', 'warning'],
  ])('%j is %s, a %s', (text, code, level) => {
    expect(juridicalSituation(text)).toEqual({ code, level });
  });

  test.each([
    ['000'],
    ['0'],
    ['001'],
    ['002'],
    ['090'],
    ['100'],
    ['Normale toestand'],
    ['Situation normale'],
    ['777'],
    ['0500'],
    [''],
    ['unknown'],
    [`050${' '.repeat(198)}`],
    [undefined],
  ])('%j is none', (text) => {
    expect(juridicalSituation(text)).toBeUndefined();
  });

  it('judges every situation of the register, and leaves only five unmarked', () => {
    const codes = JURIDICAL_SITUATIONS.split('\n').map((line) => line.slice(0, 3));
    expect(codes).toHaveLength(40);
    expect(codes.filter((code) => !juridicalSituation(code))).toEqual(['000', '001', '002', '090', '100']);
  });
});

describe('the texts of a situation', () => {
  const rows = JURIDICAL_SITUATIONS.split('\n').map((line) => line.split('|'));

  it('are in the four languages', () => {
    expect(rows.find(([code]) => code === '050')).toEqual([
      '050',
      'Opening faillissement',
      'Ouverture de faillite',
      'Konkurseröffnung',
      'Bankruptcy opened',
    ]);
  });

  test.each(rows)('%s is known by each of them', (code, ...texts) => {
    expect(texts).toHaveLength(4);
    for (const text of texts) {
      expect(text).not.toBe('');
      expect(juridicalSituation(text)).toEqual(juridicalSituation(code));
    }
  });
});

describe('how a company stands', () => {
  test.each([
    ['000', { code: '000', level: 'normal' }],
    ['Normale toestand', { code: '000', level: 'normal' }],
    ['050', { code: '050', level: 'danger' }],
    ['91', { code: '091', level: 'warning' }],
  ])('%s', (situation, expected) => {
    expect(registerStatus(situation)).toEqual(expected);
  });

  test.each(['777', 'fine', '', undefined, 'x'.repeat(300)])('is not known from %j', (situation) => {
    expect(registerStatus(situation)).toBeUndefined();
  });
});
