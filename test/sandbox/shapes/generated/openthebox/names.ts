import type { Company } from '../../../openthebox/model.ts';
import type { Builder } from '../builder.ts';
import { text } from '../forms/channels.ts';
import { group, leaf, type Node } from '../node.ts';
import { OWN_NAMES } from '../office/names.ts';
import { randomOf } from '../random.ts';
import { held } from '../truth.ts';
import { known, LANGUAGES, nameIn } from './facts.ts';
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
