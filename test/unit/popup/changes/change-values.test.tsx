import { describe, expect, it } from 'vitest';
import type { Field, Value } from '../../../../src/company/company.ts';
import { valueLines } from '../../../../src/popup/changes/change-values.tsx';

describe('valueLines', () => {
  it.each<[Field, Value | undefined, string[]]>([
    ['name', 'Bakkerij Peeters', ['Bakkerij Peeters']],
    ['name', '  ', []],
    ['name', undefined, []],
    ['enterpriseNumber', '0001004246', ['0001.004.246']],
    ['vatNumber', '0001004246', ['BE 0001.004.246']],
    ['incorporationDate', '2019-05-14', ['14/05/2019']],
    ['incorporationDate', 'spring 2019', ['spring 2019']],
    ['fiscalYearEnd', '12-31', ['31/12']],
    [
      'address',
      { street: 'Kerkstraat', number: '12', box: '3', postalCode: '9000', municipality: 'Gent' },
      ['Kerkstraat 12 box 3', '9000 Gent'],
    ],
    ['address', { street: 'Kerkstraat', postalCode: '9000', country: 'BE' }, ['Kerkstraat', '9000']],
    ['address', { municipality: 'Lille', country: 'FR' }, ['Lille', 'France']],
    ['address', { municipality: 'Lille', country: 'Frankrijk' }, ['Lille', 'Frankrijk']],
    ['address', {}, []],
    ['linkedRelations', [], []],
  ])('shows %s %j as %j', (field, value, lines) => {
    expect(valueLines(field, value)).toEqual(lines);
  });
});
