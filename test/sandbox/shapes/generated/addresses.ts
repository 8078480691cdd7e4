import type { Part } from '../../../../src/schema/field-place.ts';
import {
  ADDRESS_TEXTS,
  type AddressParts,
  type AddressStyle,
  type AddressText,
  addressForm,
  type POSTAL_CODE_FORMS,
  POSTAL_CODE_FORMS as POSTAL_CODES,
} from './forms/addresses.ts';
import { text } from './forms/channels.ts';
import type { KeysOf } from './key-names.ts';
import type { Concept } from './key-words.ts';
import { type Empty, type Entry, type Lens, leaf, type Node } from './node.ts';
import { held } from './truth.ts';

/** Which texts an address is written in. */
export const ADDRESS_OPTIONS = {
  parts: 6,
  streetNumber: 2,
  numberBox: 2,
  line: 3,
  lines: 2,
  full: 2,
} as const satisfies Readonly<Record<string, number>>;
type AddressFormName = keyof typeof ADDRESS_OPTIONS;

export const POSTAL_CODE_OPTIONS = { text: 6, number: 2, 'B-': 1 } as const satisfies Record<
  keyof typeof POSTAL_CODE_FORMS,
  number
>;

export type AddressPlan = {
  readonly form: AddressFormName;
  readonly style: AddressStyle;
  readonly postalCode: keyof typeof POSTAL_CODE_OPTIONS;
  readonly country: boolean;
  readonly empty: Empty;
};

type Single = keyof AddressParts;
type Text = readonly [concept: Concept, holds: Single | AddressText];

const PLACE: readonly Text[] = [
  ['postalCode', 'postalCode'],
  ['municipality', 'municipality'],
];

const TEXTS: Readonly<Record<AddressFormName, readonly Text[]>> = {
  parts: [['street', 'street'], ['number', 'number'], ['box', 'box'], ...PLACE],
  streetNumber: [['streetLine', 'streetNumber'], ['box', 'box'], ...PLACE],
  numberBox: [['street', 'street'], ['number', 'numberBox'], ...PLACE],
  line: [['streetLine', 'line'], ...PLACE],
  lines: [
    ['streetLine', 'line'],
    ['placeLine', 'place'],
  ],
  full: [['fullAddress', 'full']],
};

/** How a source's address is taken apart and put together. */
export type AddressLens<A> = {
  get(address: A): AddressParts;
  set(address: A, parts: Partial<AddressParts>): void;
  country(address: A): string | null;
};

/** The keys of an address in the form of the plan; `suffix` stands behind each name (`straatPost`). */
export function addressEntries<A>(plan: AddressPlan, lens: AddressLens<A>, keys: KeysOf, suffix = ''): Entry<A>[] {
  const entries = TEXTS[plan.form].map(([concept, holds]) => ({
    key: keys(concept, suffix),
    node: isText(holds) ? addressTextNode(holds, plan, lens) : addressPartNode(holds, plan, lens),
  }));
  if (!plan.country) return entries;
  const country: Lens<A, string> = { get: (address) => lens.country(address) };
  return [
    ...entries,
    { key: keys('country', suffix), node: leaf(country, text, plan.empty, held('address', 'country')) },
  ];
}

/** A plan whose form is one text has no object of its own where one is not needed. */
export function fullAddressNode<A>(plan: AddressPlan, lens: AddressLens<A>): Node<A> {
  return addressTextNode('full', plan, lens);
}

export function addressPartNode<A>(part: Single, plan: AddressPlan, lens: AddressLens<A>): Node<A> {
  const own: Lens<A, string> = {
    get: (address) => lens.get(address)[part],
    set: (address, value) => lens.set(address, { [part]: value }),
  };
  const form = part === 'postalCode' ? POSTAL_CODES[plan.postalCode] : text;
  return leaf(own, form, plan.empty, held('address', part));
}

export function addressTextNode<A>(kind: AddressText, plan: AddressPlan, lens: AddressLens<A>): Node<A> {
  const { holds } = ADDRESS_TEXTS[kind];
  const form = addressForm(kind, plan.style);
  const own: Lens<A, AddressParts> = {
    get: (address) => (form.write(lens.get(address), address) === null ? null : lens.get(address)),
    set: (address, parts) => lens.set(address, only(holds, parts)),
  };
  return leaf(own, form, plan.empty, held('address', ...holds));
}

/** A write of a text says its own parts, and leaves the others. */
function only(holds: readonly Part[], parts: AddressParts | null): Partial<AddressParts> {
  return Object.fromEntries(holds.map((part) => [part, parts?.[part as Single] ?? null]));
}

const isText = (holds: Single | AddressText): holds is AddressText => holds in ADDRESS_TEXTS;
