import type { Meaning } from '../../../../src/schema/field-place.ts';
import type { KeysOf } from './key-names.ts';
import { type Empty, type Form, group, type Lens, leaf, type Node } from './node.ts';
import { held } from './truth.ts';

/** How a service says a value of a list: as it is, or as an object with its name. */
export type EnumStyle = 'plain' | 'value and label' | 'code and name';

/** An object of a code and its name. The code is what a write says; the name follows, whatever is written there. */
export function codeAndName<S, T>(
  style: Exclude<EnumStyle, 'plain'>,
  lens: Lens<S, T>,
  forms: { readonly code: Form<T, S>; readonly word: Form<T, S>; readonly part?: 'word' | 'abbreviation' },
  meaning: Meaning,
  keys: KeysOf,
  empty: Empty,
): Node<S> {
  const [code, name] = style === 'value and label' ? ['value', 'label'] : [keys('enumCode'), keys('enumName')];
  return group(
    [
      { key: code, node: leaf(lens, forms.code, empty, held(meaning, 'code')) },
      { key: name, node: leaf({ get: lens.get }, forms.word, empty, held(meaning, forms.part ?? 'word')) },
    ],
    empty,
  );
}
