import type { Relation } from '../../../model.ts';
import type { Builder } from '../builder.ts';
import { PART_FORMS, YEAR_END_FORMS } from '../forms/year-ends.ts';
import { type Form, group, type Lens, leaf } from '../node.ts';
import { held } from '../truth.ts';
import { fact, founded, yearEndPart } from './lenses.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Relation>;

const FLAG: Form<boolean> = {
  name: 'true or false',
  write: (value) => value,
  read: (raw) => (typeof raw === 'boolean' ? raw : undefined),
};

/** Whether the enterprise number is a VAT number too, where that number has no key. */
const vatLiable: Lens<Relation, boolean> = {
  get: ({ vatNumber }) => vatNumber !== null,
  set: (relation, value) => {
    relation.vatNumber = value ? relation.enterpriseNumber : null;
  },
};

export function addNumbers(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('numbers', OPTIONS.numbers);
  if (option !== 'VAT number alone') {
    const node = leaf(
      fact('enterpriseNumber'),
      forms.enterpriseNumber,
      forms.empty('enterpriseNumber'),
      held('enterpriseNumber'),
    );
    builder.add('numbersGroup', 'enterpriseNumber', node, { inRow: true });
  }
  if (option === 'enterprise number and flag') builder.add('numbersGroup', 'vatLiable', leaf(vatLiable, FLAG, 'null'));
  else {
    const node = leaf(fact('vatNumber'), forms.vatNumber, forms.empty('vatNumber'), held('vatNumber'));
    builder.add('numbersGroup', 'vatNumber', node, { inRow: true });
  }
}

export function addDates(builder: B): void {
  const { chooser, forms } = builder;
  const date = (
    lens: Lens<Relation, string>,
    concept: 'founded' | 'since' | 'end',
    meaning: 'incorporationDate' | 'since' | 'endDate',
  ) => leaf(lens, forms.date, forms.empty(concept), held(meaning));
  builder.add('foundationGroup', 'founded', date(founded, 'founded', 'incorporationDate'));
  if (chooser.includes('decoy: since', 0.8)) builder.add('datesGroup', 'since', date(fact('since'), 'since', 'since'));
  if (chooser.includes('decoy: end', 0.6)) builder.add('datesGroup', 'end', date(fact('end'), 'end', 'endDate'));
}

export function addYearEnd(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('year end', OPTIONS['year end']);
  const empty = forms.empty('yearEnd');
  const part = (which: 'day' | 'month', form: Form<number>) =>
    leaf(yearEndPart(which), form, empty, held('fiscalYearEnd', which));
  if (option === 'object') {
    const keys = builder.keysOf('year end');
    const node = group<Relation>(
      [
        { key: keys('yearEndDay'), node: part('day', PART_FORMS.number) },
        { key: keys('yearEndMonth'), node: part('month', PART_FORMS.number) },
      ],
      empty,
    );
    builder.add('accountingGroup', 'yearEnd', node);
  } else if (option === 'two keys' || option === 'two texts') {
    const form = option === 'two keys' ? PART_FORMS.number : PART_FORMS.text;
    builder.add('accountingGroup', 'yearEndDay', part('day', form));
    builder.add('accountingGroup', 'yearEndMonth', part('month', form));
  } else {
    const form = YEAR_END_FORMS[option](forms.date);
    builder.add('accountingGroup', 'yearEnd', leaf(fact('fiscalYearEnd'), form, empty, held('fiscalYearEnd')));
  }
}
