import { JURIDICAL_SITUATIONS } from '../../../../../src/company/generated/juridical-situations.ts';
import type { Company } from '../../../openthebox/model.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import { LEGAL_FORM_FORMS } from '../forms/enums.ts';
import { type Entry, type Form, group, type Lens, leaf, type Node } from '../node.ts';
import { type Held, held } from '../truth.ts';
import { known, LANGUAGES, startDate } from './facts.ts';
import { OPENTHEBOX_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Company>;

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

export const situationWord = (language: 'nl' | 'fr'): Form<string> => ({
  name: 'a word',
  write: (code) => SITUATION_WORDS.get(code)?.[language] ?? code,
  read: () => undefined,
});
export const SITUATION_NUMBER: Form<string> = { name: 'a number', write: Number, read: () => undefined };

export function addSituation(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('situation', OPTIONS.situation);
  const lens = known<string>((company) => company.juridicalSituation);
  const carries = (part: 'code' | 'word') => held('juridicalSituation', part);
  const nodes: Readonly<Record<typeof option, () => Node<Company>>> = {
    code: () => leaf(lens, text, 'null', carries('code')),
    'JSON number': () => leaf(lens, SITUATION_NUMBER, 'null', carries('code')),
    word: () => leaf(lens, situationWord('nl'), 'null', carries('word')),
    'code and words': () => codeAndWords(builder, lens, situationWord, carries),
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
