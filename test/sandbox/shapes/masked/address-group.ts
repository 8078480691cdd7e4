import { hintOf } from '../../../../src/inference/key-words.ts';
import type { Part } from '../../../../src/schema/field-place.ts';
import { type AddressLens, addressPartNode, addressTextNode } from '../generated/addresses.ts';
import { ADDRESS_TEXTS, type AddressStyle, type AddressText } from '../generated/forms/addresses.ts';
import { text } from '../generated/forms/channels.ts';
import { type Empty, type Lens, leaf, type Node } from '../generated/node.ts';
import { held } from '../generated/truth.ts';
import { addressStyle } from './forms.ts';
import type { Leaf } from './place.ts';

/** Which of the addresses of an answer a leaf is a part of; undefined for none. */
export function addressNumber({ tag }: Leaf): number | undefined {
  const number = /^address (\d+)$/.exec(tag?.kind ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The address that its names call the seat; the first one where none does. */
export function seatNumber(leaves: readonly Leaf[]): number | undefined {
  const all = leaves.flatMap((one) => {
    const number = addressNumber(one);
    return number === undefined ? [] : [{ number, score: hintOf('address', one.names).score }];
  });
  return all.toSorted((a, b) => b.score - a.score || a.number - b.number)[0]?.number;
}

const partsIn = ({ tag }: Leaf): readonly Part[] => (tag?.form ?? '').split(', ') as Part[];

const textOf = (parts: readonly Part[]): AddressText | undefined =>
  (Object.keys(ADDRESS_TEXTS) as AddressText[]).find(
    (name) => ADDRESS_TEXTS[name].holds.join() === parts.filter((part) => part !== 'country').join(),
  );

/** The node of a part of an address, in the form that its mask has. */
export function addressNode<A>(one: Leaf, lens: AddressLens<A>, empty: Empty): Node<A> {
  const parts = partsIn(one);
  const style: AddressStyle = addressStyle(one);
  const [part] = parts;
  if (part === 'country') {
    const country: Lens<A, string> = { get: (address) => lens.country(address) };
    return leaf(country, text, empty, held('address', 'country'));
  }
  const postalCode = one.tag?.isNumber ? 'number' : style.code === '' ? 'text' : 'B-';
  const plan = { form: 'parts', style, postalCode, country: false, empty } as const;
  const name = textOf(parts);
  if (name !== undefined) return addressTextNode(name, plan, lens);
  return addressPartNode(isSingle(part) ? part : 'street', plan, lens);
}

const SINGLE = ['street', 'number', 'box', 'postalCode', 'municipality'] as const;
const isSingle = (part: Part | undefined): part is (typeof SINGLE)[number] => SINGLE.some((one) => one === part);
