import type { Relation } from '../../../model.ts';
import type { Builder } from '../builder.ts';
import { codeAndName } from '../enum-nodes.ts';
import { LEGAL_FORM_FORMS } from '../forms/enums.ts';
import { leaf, type Node } from '../node.ts';
import { held } from '../truth.ts';
import { fact, shown } from './lenses.ts';
import { ADMINPULSE_OPTIONS as OPTIONS } from './options.ts';

type B = Builder<Relation>;

/** The legal form in its own keys. */
export function addLegalForm(builder: B): void {
  const { chooser, forms } = builder;
  const option = chooser.choose('legal form', OPTIONS['legal form']);
  const empty = forms.empty('legalForm');
  const lens = fact('legalForm');
  const add = (node: Node<Relation>, suffix = '') =>
    builder.add('legalGroup', 'legalForm', node, { inRow: builder.groupsOf('legalGroup').length === 0, suffix });
  if (option === 'in the name alone') return;
  if (option === 'code and name' || option === 'value and label') {
    const word = chooser.random.fork('legal form name').pick([LEGAL_FORM_FORMS.word, LEGAL_FORM_FORMS.abbreviation]);
    const part = word === LEGAL_FORM_FORMS.word ? 'word' : 'abbreviation';
    const names = { code: LEGAL_FORM_FORMS.code, word, part } as const;
    add(codeAndName<Relation, string>(option, lens, names, 'legalForm', builder.keysOf('enum'), empty));
    return;
  }
  if (option === 'code beside name') {
    add(leaf(lens, LEGAL_FORM_FORMS.code, empty, held('legalForm', 'code')), 'code');
    add(leaf(shown(lens), LEGAL_FORM_FORMS.word, empty, held('legalForm', 'word')), 'naam');
    return;
  }
  const part = option.endsWith('word') ? 'word' : option.endsWith('abbreviation') ? 'abbreviation' : 'code';
  add(leaf(lens, LEGAL_FORM_FORMS[option], empty, held('legalForm', part)));
}
