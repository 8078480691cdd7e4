import type { Company } from '../../../openthebox/model.ts';
import type { Builder } from '../builder.ts';
import { NUMBER_FORMS } from '../forms/numbers.ts';
import { PART_FORMS, YEAR_END_FORMS } from '../forms/year-ends.ts';
import { type Form, group, leaf } from '../node.ts';
import { held } from '../truth.ts';
import { known } from './facts.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Company>;

export function addNumbers(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('numbers', OPTIONS.numbers);
  const number = known<string>((company) => company.number);
  if (option !== 'number alone') {
    builder.add('root', 'vatId', leaf(number, NUMBER_FORMS.BE0123456789, 'null', held('enterpriseNumber')));
  }
  if (option !== 'id alone') {
    builder.add(
      'numbersGroup',
      'enterpriseNumber',
      leaf(number, forms.enterpriseNumber, 'null', held('enterpriseNumber')),
    );
  }
  if (chooser.choose('VAT liability', OPTIONS['VAT liability']) === 'number') {
    const vat = known<string>((company) => (company.vatLiable ? company.number : null));
    builder.add('numbersGroup', 'vatNumber', leaf(vat, forms.vatNumber, forms.empty('vatNumber'), held('vatNumber')));
  } else {
    const flag: Form<boolean> = { name: 'a flag', write: (value) => value, read: () => undefined };
    builder.add(
      'numbersGroup',
      'vatLiable',
      leaf(
        known((company) => company.vatLiable),
        flag,
        'null',
      ),
    );
  }
}

export function addYearEnd(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('year end', OPTIONS['year end']);
  const empty = forms.empty('yearEnd');
  if (option === 'none') return;
  const part = (which: 'day' | 'month') =>
    leaf(
      known(({ fiscalYearEnd }) => fiscalYearEnd?.[which] ?? null),
      PART_FORMS.number,
      empty,
      held('fiscalYearEnd', which),
    );
  if (option === 'object') {
    const keys = builder.keysOf('year end');
    const entries = [
      { key: keys('yearEndDay'), node: part('day') },
      { key: keys('yearEndMonth'), node: part('month') },
    ];
    builder.add('accountingGroup', 'yearEnd', group(entries, empty));
  } else if (option === 'two keys') {
    builder.add('accountingGroup', 'yearEndDay', part('day'));
    builder.add('accountingGroup', 'yearEndMonth', part('month'));
  } else {
    const lens = known((company) => company.fiscalYearEnd);
    builder.add(
      'accountingGroup',
      'yearEnd',
      leaf(lens, YEAR_END_FORMS[option](forms.date), empty, held('fiscalYearEnd')),
    );
  }
}
