import type { Address } from '../../company/company.ts';
import type { Part, PlacePart } from '../../schema/field-place.ts';
import { asNumber, type Candidate, type Fact, filled, itemOf } from '../candidate.ts';
import type { Node } from '../tree.ts';
import type { Kinds } from '../value-kinds.ts';
import type { Leaf } from './leaf.ts';
import { type Role, roleOf, withoutRole } from './part-names.ts';

type Chosen = Partial<Readonly<Record<Role, Leaf>>>;

/** What it is worth that a part is called so. */
const NAMED_PART = 0.5;

export function candidateOf(
  holder: Node,
  chosen: Chosen,
  hasNoBoxKey: boolean,
  kinds: Kinds,
  penalty: number,
): Candidate {
  const { street, number, box, postalCode, municipality, country } = chosen;
  const parts: PlacePart[] = [];
  const add = (leaf: Leaf | undefined, holds: readonly Part[]) => {
    if (leaf) parts.push({ keys: leaf.keys, holds, ...asNumber(leaf.node) });
  };
  const line: Part[] = ['street'];
  if (street && street.withNumber >= 0.6) line.push('number');
  // A line that holds the number holds the box too, where nothing else could hold it.
  if (street && street.withNumber >= 0.6 && (street.withBox > 0 || hasNoBoxKey)) line.push('box');
  add(street, line);
  add(number, number && number.withBox > 0 ? ['number', 'box'] : ['number']);
  add(box, ['box']);
  add(postalCode, postalCode?.isPlace ? ['postalCode', 'municipality'] : ['postalCode']);
  add(municipality, ['municipality']);
  add(country, ['country']);
  const nodes = [street, number, box, postalCode, municipality, country].flatMap((leaf) => (leaf ? [leaf.node] : []));
  const facts = (postalCode?.node.values ?? []).map((_, index) => factOf(read(chosen, index, kinds)));
  const named = Object.entries(chosen).filter(([role, leaf]) => roleOf(leaf.name) === role).length;
  const isComplete = number !== undefined || line.length > 1;
  return {
    place: { paths: holder.paths.map((path) => ({ path })), parts, ...itemOf(holder) },
    nodes,
    names: holder.names,
    partNames: nodes.flatMap(({ names }) => names.slice(holder.names.length).map(withoutRole)),
    facts,
    fit: penalty + (isComplete ? 0 : -3) + NAMED_PART * named,
    kind: 'address',
    ...(!box && Math.max(number?.withBox ?? 0, line.length > 1 ? (street?.withBox ?? 0) : 0) === 0 && { isOpen: true }),
    ...(postalCode && { group: postalCode.node }),
    share: { count: filled(facts), of: filled(postalCode?.node.values ?? []) },
  };
}

export function factOf(address: Address | undefined): readonly Fact[] {
  return address ? [{ keys: [], address }] : [];
}

function read(chosen: Chosen, index: number, kinds: Kinds): Address | undefined {
  const value = (leaf: Leaf | undefined) => leaf?.node.values[index]?.[0];
  const text = (leaf: Leaf | undefined) => {
    const found = value(leaf);
    return found === undefined ? undefined : String(found).trim();
  };
  const { street, number, box, postalCode, municipality, country } = chosen;
  const place = postalCode?.isPlace ? kinds.place(value(postalCode) ?? '') : undefined;
  const lineText = text(street);
  const line = lineText !== undefined && street && street.withNumber >= 0.6 ? kinds.streetLine(lineText) : undefined;
  const house = number && number.withBox > 0 ? kinds.houseNumber(value(number) ?? '') : undefined;
  const entries = {
    street: line?.street ?? lineText,
    number: line?.number ?? house?.number ?? text(number),
    box: line?.box ?? house?.box ?? text(box),
    postalCode: place?.postalCode ?? text(postalCode),
    municipality: place?.municipality ?? text(municipality),
    country: text(country),
  };
  const parts = Object.entries(entries).filter(([, part]) => part !== undefined && part !== '');
  return entries.street !== undefined || entries.postalCode !== undefined ? Object.fromEntries(parts) : undefined;
}
