import { formOf } from '../../../inference/forms.ts';
import { hintOf } from '../../../inference/key-words.ts';
import { createKinds, type Kinds } from '../../../inference/value-kinds.ts';
import type { MaskTag } from './mask-tag.ts';
import { patternOf, patternOfNumber, patternOfPhone, patternOfWebsite } from './pattern.ts';

type Scalar = string | number;
type Kind = {
  readonly kind: string;
  readonly has: (value: Scalar, names: readonly string[]) => boolean;
  readonly form?: (value: Scalar) => string | undefined;
  readonly pattern?: (text: string) => string;
};

const isText = (value: Scalar, pattern: RegExp) => typeof value === 'string' && pattern.test(value.trim());
const form = (kind: Parameters<typeof formOf>[0]) => (value: Scalar) => formOf(kind, [value]);

/** Three digits may be a legal form or a situation: the keys say which. */
const isSituation = (names: readonly string[]) =>
  hintOf('juridicalSituation', names).score > Math.max(0, hintOf('legalForm', names).score);

/** "Eenmanszaak" is a type of relation too. */
const isTypeOfRelation = (names: readonly string[]) =>
  hintOf('type', names).score > Math.max(0, hintOf('legalForm', names).score);

/** What a value is, told by itself; the first that it is. */
const kindsBy = (kinds: Kinds): readonly Kind[] => [
  { kind: 'GUID', has: (value) => isText(value, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i), pattern: () => '' },
  { kind: 'relation code', has: (value) => isText(value, /^APR\d+$/), pattern: (text) => patternOf(text) },
  { kind: 'enterprise number', has: (value) => kinds.number(value) !== undefined, form: form('number') },
  { kind: 'foreign VAT number', has: (value) => kinds.foreignVat(value) !== undefined },
  { kind: 'e-mail', has: (value) => kinds.email(value) !== undefined },
  { kind: 'date', has: (value) => kinds.date(value) !== undefined, form: form('date') },
  {
    kind: 'phone',
    has: (value) => typeof value === 'string' && kinds.phone(value) !== undefined,
    pattern: patternOfPhone,
  },
  {
    kind: 'website',
    has: (value) => isText(value, /^\S+$/) && kinds.website(value) !== undefined,
    pattern: patternOfWebsite,
  },
  {
    kind: 'day and month',
    has: (value) => typeof value === 'string' && kinds.monthDay(value) !== undefined,
    form: form('monthDay'),
  },
  { kind: 'language', has: (value) => typeof value === 'string' && kinds.language(value) !== undefined },
  { kind: 'situation', has: (value, names) => isSituation(names) && kinds.situation(value) !== undefined },
  {
    kind: 'legal form',
    has: (value, names) =>
      isText(value, /^\d{3}$|\p{L}/u) && !isTypeOfRelation(names) && kinds.legalForm(value) !== undefined,
    form: form('legalForm'),
  },
];

/** What kind of value this is, below keys of these names, with the pattern of it; undefined where it may be anything. */
export type ValueTags = (
  value: Scalar,
  names: readonly string[],
) => { readonly tag: MaskTag; readonly pattern: string } | undefined;

/** Each value is parsed once for a kind; what was parsed is kept as long as the function is. */
export function createValueTags(): ValueTags {
  const all = kindsBy(createKinds());
  return (value, names) => {
    const found = all.find(({ has }) => has(value, names));
    if (!found) return undefined;
    const name = found.form?.(value);
    const isNumber = typeof value === 'number';
    const text = isNumber ? String(patternOfNumber(value)) : value;
    return {
      tag: { kind: found.kind, ...(name !== undefined && { form: name }), ...(isNumber && { isNumber }) },
      pattern: (found.pattern ?? patternOf)(text),
    };
  };
}
