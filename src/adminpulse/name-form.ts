import { tidy } from '../company/folding.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import type { FieldPlace } from '../schema/field-place.ts';
import { partsOf } from '../schema/spots.ts';

/** Where the legal form stands in a name. */
export type FormPosition = 'before' | 'after';

/** A name with its legal form in it, taken apart: "Bakkerij Peeters BV". */
export type NameWithForm = {
  readonly name: string;
  readonly form: string;
  /** What stands between them, and behind both: a bracket. */
  readonly between: string;
  readonly end: string;
};

/** Where names at this place have their legal form; undefined where they have none. */
export function formPosition(place: FieldPlace): FormPosition | undefined {
  const holds = partsOf(place)[0]?.holds ?? [];
  if (!holds.includes('legalForm')) return undefined;
  return holds.indexOf('legalForm') < holds.indexOf('name') ? 'before' : 'after';
}

/** The most words of a legal form ("vennootschap onder firma"). */
const MAX_FORM_WORDS = 8;

/** The longest beginning or end of the name that is a legal form, whichever it is; undefined where there is none. */
export function splitName(text: string, position: FormPosition): NameWithForm | undefined {
  const words = [...tidy(text).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const line = tidy(text);
  const most = Math.min(MAX_FORM_WORDS, words.length - 1);
  for (let count = most; count > 0; count -= 1) {
    const cut = position === 'after' ? words.at(-count)?.start : words[count - 1]?.end;
    const [left, right] = [line.slice(0, cut), line.slice(cut)];
    const [form, rest] = position === 'after' ? [right, left] : [left, right];
    const bare = form.replace(/^[\s,(–-]+|[\s,)–-]+$/g, '');
    if (parseLegalForm(bare) === undefined) continue;
    const name = rest.replace(/^[\s,)–-]+|[\s,(–-]+$/g, '');
    if (name === '') continue;
    return parted(line, name, bare, position);
  }
  return undefined;
}

function parted(line: string, name: string, form: string, position: FormPosition): NameWithForm {
  const nameAt = position === 'after' ? line.indexOf(name) : line.lastIndexOf(name);
  const formAt = position === 'after' ? line.lastIndexOf(form) : line.indexOf(form);
  const [first, last] = position === 'after' ? [nameAt + name.length, formAt] : [formAt + form.length, nameAt];
  return {
    name,
    form,
    between: line.slice(first, last),
    end: line.slice(last + (position === 'after' ? form : name).length),
  };
}
