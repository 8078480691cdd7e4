import { JURIDICAL_SITUATIONS } from '../../../../../src/company/generated/juridical-situations.ts';
import type { Company } from '../../../openthebox/model.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import { LEGAL_FORM_FORMS } from '../forms/enums.ts';
import { NUMBER_FORMS } from '../forms/numbers.ts';
import { PART_FORMS, YEAR_END_FORMS } from '../forms/year-ends.ts';
import { type Entry, type Form, group, type Lens, leaf, type Node } from '../node.ts';
import { OWN_NAMES } from '../office/names.ts';
import { randomOf } from '../random.ts';
import { type Held, held } from '../truth.ts';
import { known, LANGUAGES, nameIn, startDate } from './facts.ts';
import { type Item, matchedList } from './matched-list.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Company>;

export function addNames(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('names', OPTIONS.names);
  const node = (language: 'nl' | 'fr') => leaf(nameIn(language), text, forms.empty('name'), held('name'));
  if (option === 'suffixes') {
    for (const language of LANGUAGES) builder.add('root', 'name', node(language), { suffix: language });
  } else if (option === 'map') {
    builder.add(
      'root',
      'name',
      group(
        LANGUAGES.map((key) => ({ key, node: node(key) })),
        forms.empty('names'),
      ),
    );
  } else if (option === 'list') builder.add('root', 'names', nameList(builder));
  else
    builder.add(
      'root',
      'name',
      leaf(
        known(({ nameNl, nameFr }) => nameNl ?? nameFr),
        text,
        'null',
        held('name'),
      ),
    );
}

/** Names by language and kind: 001 the name, 002 its abbreviation, 003 a trade name (KBO). */
function nameList({ keysOf }: B): Node<Company> {
  const keys = keysOf('name item');
  const kind = keys('kind');
  const languageKey = keys('language');
  const value = keys('name');
  const names: Item<Company>[] = LANGUAGES.map((language) => ({
    match: { [kind]: '001', [languageKey]: language },
    body: group([{ key: value, node: leaf(nameIn(language), text, 'null', held('name')) }]),
    isThere: (company) => nameIn(language).get(company) !== null,
  }));
  const trade = known(({ number }) => randomOf(`trade name ${number}`).pick(OWN_NAMES));
  const others: Item<Company>[] = ['002', '003'].map((code) => ({
    match: { [kind]: code, [languageKey]: 'nl' },
    body: group([{ key: value, node: leaf(trade, text, 'null') }]),
    isThere: ({ number }) => randomOf(`has ${code} ${number}`).chance(0.4),
  }));
  return matchedList([...others, ...names]);
}

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

/** An object of a code and its words in several languages. */
function codeAndWords(
  builder: B,
  lens: Lens<Company, string>,
  word: (language: 'nl' | 'fr') => Form<string>,
  carries: (part: 'code' | 'word') => Held,
): Node<Company> {
  const keys = builder.keysOf('code and words');
  const empty = builder.forms.empty('code and words');
  const words = LANGUAGES.map((language) => ({
    key: keys('enumName', language),
    node: leaf(lens, word(language), empty, carries('word')),
  }));
  return group([{ key: keys('enumCode'), node: leaf(lens, text, empty, carries('code')) }, ...words], empty);
}

export function addLegalForm(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('legal form', OPTIONS['legal form']);
  const lens = known((company) => company.juridicalForm);
  const empty = forms.empty('legalForm');
  const word = (language: 'nl' | 'fr'): Form<string> => ({
    name: 'a word',
    write: (code) => LEGAL_FORM_FORMS.word.write(code, { language }),
    read: () => undefined,
  });
  const add = (node: Node<Company>, suffix = '') => builder.add('legalGroup', 'legalForm', node, { suffix });
  if (option === 'code and words') add(codeAndWords(builder, lens, word, (part) => held('legalForm', part)));
  else if (option === 'value and label') {
    const entries: Entry<Company>[] = [
      { key: 'value', node: leaf(lens, text, empty, held('legalForm', 'code')) },
      {
        key: 'label',
        node: leaf(
          lens,
          LEGAL_FORM_FORMS['Dutch abbreviation'] as Form<string>,
          empty,
          held('legalForm', 'abbreviation'),
        ),
      },
    ];
    add(group(entries, empty));
  } else if (option === 'words by language') {
    for (const language of LANGUAGES) add(leaf(lens, word(language), empty, held('legalForm', 'word')), language);
  } else {
    const part = option === 'Dutch word' ? 'word' : option === 'Dutch abbreviation' ? 'abbreviation' : 'code';
    add(leaf(lens, LEGAL_FORM_FORMS[option] as Form<string>, empty, held('legalForm', part)));
  }
}

const SITUATION_WORDS = new Map(
  JURIDICAL_SITUATIONS.split('\n').map((line) => {
    const [code = '', nl = '', fr = ''] = line.split('|');
    return [code, { nl, fr }] as const;
  }),
);

export function addSituation(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('situation', OPTIONS.situation);
  const lens = known<string>((company) => company.juridicalSituation);
  const word = (language: 'nl' | 'fr'): Form<string> => ({
    name: 'a word',
    write: (code) => SITUATION_WORDS.get(code)?.[language] ?? code,
    read: () => undefined,
  });
  const carries = (part: 'code' | 'word') => held('juridicalSituation', part);
  const number: Form<string> = { name: 'a number', write: Number, read: () => undefined };
  const nodes: Readonly<Record<typeof option, () => Node<Company>>> = {
    code: () => leaf(lens, text, 'null', carries('code')),
    'JSON number': () => leaf(lens, number, 'null', carries('code')),
    word: () => leaf(lens, word('nl'), 'null', carries('word')),
    'code and words': () => codeAndWords(builder, lens, word, carries),
  };
  builder.add('legalGroup', 'situation', nodes[option]());
  addTypeOfEnterprise(builder);
  const founded = leaf(startDate, forms.date, forms.empty('founded'), held('incorporationDate'));
  builder.add('foundationGroup', 'founded', founded);
}

/** The KBO's code: 1 natural person, 2 legal person. */
function addTypeOfEnterprise(builder: B): void {
  const option = builder.chooser.choose('type of enterprise', OPTIONS['type of enterprise']);
  const lens = known<string>((company) => (company.naturalPerson ? '1' : '2'));
  const words: Form<string> = {
    name: 'a word',
    write: (code) => (code === '1' ? 'NaturalPerson' : 'LegalPerson'),
    read: () => undefined,
  };
  const number: Form<string> = { name: 'a number', write: Number, read: () => undefined };
  const node =
    option === 'code and words'
      ? codeAndWords(
          builder,
          lens,
          () => words,
          (part) => held('typeOfEnterprise', part),
        )
      : leaf(
          lens,
          { code: text, number, word: words }[option],
          'null',
          held('typeOfEnterprise', option === 'word' ? 'word' : 'code'),
        );
  builder.add('legalGroup', 'typeOfEnterprise', node);
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
