import type { Address } from '../company/company.ts';
import { foldedKey } from '../company/folding.ts';
import { houseKey } from '../company/house-number.ts';
import type { Part, PlacePart } from '../schema/field-place.ts';
import { agreementOf } from './agreement.ts';
import { asNumber, type Candidate, type Fact, filled, itemOf } from './candidate.ts';
import { hintOf, keyWords } from './key-words.ts';
import type { Scene } from './leaf-candidates.ts';
import type { ByDocument, Node, Scalar } from './tree.ts';
import type { Kinds } from './value-kinds.ts';

/** What the parts of an address are called, in Dutch, French, English and German, in one word and in several; folded. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  box: 'box bus busnr busnummer boxnumber boite bte bt postbus kasten briefkasten bs bx',
  postalCode: 'zip zipcode postal postalcode postcode postnr postnummer pc cp plz codepostal postleitzahl',
  municipality:
    'city cityname gemeente municipality commune ville town plaats plaatsnaam ort localite locality stad woonplaats gemeinde gem loc',
  country: 'country countrycode land landcode pays codepays ctry ld',
  street:
    'street streetname straat straatnaam rue nomrue strasse voie line ligne regel lijn zeile adres address adresse str strt addr adr',
  number:
    'number nummer huisnummer huisnr housenumber houseno streetnumber straatnummer numerorue nr no num numero hausnummer hausnr nbr hnr house huis haus',
};

const ROLES: readonly Role[] = ['box', 'postalCode', 'municipality', 'country', 'street', 'number'];
const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) => ROLE_WORDS[role].split(' ').map((word) => [word, role] as const)),
);

type Role = 'street' | 'number' | 'box' | 'postalCode' | 'municipality' | 'country';

/** How most Belgian streets end or begin. */
const STREET =
  /(?:straat|laan|steenweg|weg|plein|lei|dreef|kaai|baan|markt|dijk|pad|hof|veld|berg|strasse|straße|str\.?|stwg|stw|ln)(?:\s*\([A-Z]+\))?(?:[\s,]+\d.*)?$|^(?:rue|avenue|av|ave|boulevard|bd|bld|place|pl|chauss[ée]e|ch|chemin|route|rte|quai|square|sq|all[ée]e|impasse|clos|drève|sentier|voie|r)[.\s]/i;

/** Whether a text ends or begins as the names of streets do. */
export const isStreet = (value: Scalar) => typeof value === 'string' && STREET.test(value.trim());

/** A place below the holder of an address, and how far its values have each role. */
type Leaf = {
  readonly node: Node;
  readonly keys: readonly string[];
  readonly shares: Readonly<Record<Role, number>>;
  /** Shares of streets with their number, of those and of numbers with a box, of postal codes with the municipality. */
  readonly withNumber: number;
  readonly withBox: number;
  readonly isPlace: boolean;
  /** "nl" and "fr" are countries by chance. */
  readonly isLanguage: boolean;
  /** Documents in which something stands there. */
  readonly fill: number;
  /** How much speaks for a role in that the other service has the same values for it. */
  readonly evidence: (role: Role) => number;
};

/** What the other service has for each part. */
type Heard = Readonly<Record<HeardRole, ByDocument<Fact>>>;
const HEARD_ROLES = ['street', 'number', 'box', 'municipality'] as const;
type HeardRole = (typeof HEARD_ROLES)[number];
const isHeard = (role: Role): role is HeardRole => (HEARD_ROLES as readonly Role[]).includes(role);

function heardOf(candidates: readonly Candidate[]): Heard | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const of = (role: HeardRole) =>
    first.facts.map((_, index) =>
      candidates.flatMap(({ facts }) => (facts[index] ?? []).flatMap(({ address }) => keyFact(role, address?.[role]))),
    );
  return { street: of('street'), number: of('number'), box: of('box'), municipality: of('municipality') };
}

function keyFact(role: HeardRole, text: string | undefined): readonly Fact[] {
  if (text === undefined) return [];
  const key = role === 'number' ? houseKey(text, undefined) : role === 'box' ? houseKey('1', text) : foldedKey(text);
  return [{ keys: [key] }];
}

function evidenceOf(node: Node, kinds: Kinds, heard: Heard): Leaf['evidence'] {
  const textOf = (role: HeardRole, value: Scalar): string | undefined => {
    const text = String(value).trim();
    if (role === 'street') return kinds.streetLine(value)?.street ?? text;
    if (role === 'number') return kinds.houseNumber(value)?.number;
    return role === 'box' && text.length > 12 ? undefined : text;
  };
  const known = new Map<Role, number>();
  return (role) => {
    const before = known.get(role);
    if (before !== undefined || !isHeard(role)) return before ?? 0;
    const own = node.values.map((values) => values.slice(0, 1).flatMap((value) => keyFact(role, textOf(role, value))));
    const { evidence } = agreementOf(own, heard[role]);
    const judged = Math.max(-3, Math.min(7, 0.8 * evidence));
    known.set(role, judged);
    return judged;
  };
}

type Context = {
  readonly kinds: Kinds;
  readonly heard: Heard | undefined;
  readonly peersOf: (node: Node) => readonly Node[];
};

/** Places of one key in the items of one list, or in objects that stand side by side: their values have one form. */
function peersIn(nodes: readonly Node[]): Context['peersOf'] {
  const keyOf = ({ item, key, parent }: Node) =>
    item ? `${item.list} ${item.below.join('.')}` : `${parent?.parent?.paths[0]} ${key}`;
  const groups = Map.groupBy(
    nodes.filter(({ item, parent }) => item ?? parent?.parent),
    keyOf,
  );
  return (node) => groups.get(keyOf(node)) ?? [];
}

/** At so many levels above the postal code the rest of the address is looked for. */
const LEVELS = 3;
/** More keys below an object are not looked at. */
const MAX_LEAVES = 80;

/**
 * Addresses: in one text, and in parts around each place that holds a postal code. `theirs`: what the other service has for
 * addresses, by which parts are told that no name and no order tells.
 */
export function addressCandidates(scene: Scene, theirs: readonly Candidate[] = []): readonly Candidate[] {
  const { nodes, kinds } = scene;
  const context = { kinds, heard: heardOf(theirs), peersOf: peersIn(nodes) };
  const inOneText = nodes.flatMap((node) => wholeText(node, kinds));
  const anchors = nodes.filter((node) => isAnchor(node, kinds));
  const memo = new Map<Node, readonly Leaf[]>();
  return [...inOneText, ...anchors.flatMap((anchor) => around(anchor, context, memo))];
}

function wholeText(node: Node, kinds: Kinds): Candidate[] {
  const all = node.all;
  if (all.length === 0 || share(all, (value) => kinds.address(value) !== undefined) < 0.6) return [];
  const addresses = all.flatMap((value) => kinds.address(value) ?? []);
  const has = (part: keyof Address) => addresses.some((address) => address[part] !== undefined);
  const holds: Part[] = ['street'];
  holds.push('number', 'box', 'postalCode', 'municipality');
  if (has('country')) holds.push('country');
  return [
    {
      place: { paths: node.paths.map((path) => ({ path })), parts: [{ keys: [], holds }], ...itemOf(node) },
      nodes: [node],
      names: node.names,
      facts: node.values.map((values) => values.flatMap((value) => factOf(kinds.address(value)))),
      fit: -4 * (1 - addresses.length / all.length),
      kind: 'address',
      share: { count: addresses.length, of: all.length },
    },
  ];
}

function isAnchor(node: Node, kinds: Kinds): boolean {
  const all = node.all;
  if (all.length === 0 || node.parent === undefined) return false;
  return share(all, (value) => kinds.postalCode(value) !== undefined || kinds.place(value) !== undefined) >= 0.7;
}

function around(anchor: Node, context: Context, memo: Map<Node, readonly Leaf[]>): Candidate[] {
  let holder = anchor.parent;
  for (let level = 0; holder && level < LEVELS; level += 1, holder = holder.parent) {
    const leaves = memo.get(holder) ?? leavesOf(holder, context);
    memo.set(holder, leaves);
    const own = leaves.find(({ node }) => node === anchor);
    const found = own ? assemble(holder, own, leaves, context.kinds) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function leavesOf(holder: Node, context: Context): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (node: Node, keys: readonly string[]) => {
    for (const child of node.children) {
      if (found.length >= MAX_LEAVES) return;
      const below = [...keys, child.key ?? ''];
      const isEmptyBox = ROLE_OF.get(keyWords(child.key ?? '').join('')) === 'box' && child.children.length === 0;
      if (child.values.some((all) => all.length > 0) || isEmptyBox) found.push(leafOf(child, below, context));
      if (below.length < LEVELS) visit(child, below);
    }
  };
  visit(holder, []);
  return found;
}

function leafOf(node: Node, keys: readonly string[], { kinds, heard, peersOf }: Context): Leaf {
  const all = node.all;
  const part = (is: (value: Scalar) => boolean) => share(all, is);
  const isPostal = (value: Scalar) => kinds.postalCode(value) !== undefined;
  const isPlace = part((value) => kinds.place(value) !== undefined) >= 0.6;

  const postalCode = part(isPostal);
  return {
    node,
    keys,
    isPlace,
    isLanguage: part((value) => kinds.language(value) !== undefined) === 1,
    fill: filled(node.values),
    evidence: heard ? evidenceOf(node, kinds, heard) : () => 0,
    withNumber: part((value) => typeof value === 'string' && kinds.streetLine(value)?.number !== undefined),
    withBox: share(
      [...all, ...peersOf(node).flatMap(({ all: values }) => values)],
      (value) => (kinds.houseNumber(value)?.box ?? kinds.streetLine(value)?.box) !== undefined,
    ),
    shares: {
      street: part(isStreet),
      number: postalCode > 0.8 ? 0 : part((value) => kinds.houseNumber(value) !== undefined),
      box: part((value) => typeof value !== 'boolean' && BOX.test(String(value).trim())),
      postalCode: isPlace ? 1 : postalCode,
      municipality: part((value) => kinds.municipality(value) !== undefined),
      country: part((value) => kinds.country(value) !== undefined),
    },
  };
}

const BOX = /^(?:bus|boite|boîte|bte|bt|b|box|kasten)?\.?\s?[\dA-Z]{1,5}$/i;

function share(values: readonly Scalar[], is: (value: Scalar) => boolean): number {
  return values.length === 0 ? 0 : values.filter(is).length / values.length;
}

type Chosen = Partial<Readonly<Record<Role, Leaf>>>;

/** The parts around a postal code below one holder; several answers where it is not clear which number or box belongs to it. */
function assemble(holder: Node, anchor: Leaf, leaves: readonly Leaf[], kinds: Kinds): Candidate[] {
  const others = leaves.filter((leaf) => leaf !== anchor);
  const [street] = best('street', others, anchor, anchor);
  if (!street) return [];
  const left = others.filter((leaf) => leaf !== street);
  const [municipality] = anchor.isPlace ? [] : best('municipality', left, anchor, anchor);
  if (!anchor.isPlace && !municipality) return [];
  if (municipality && municipality.node.parent !== anchor.node.parent && hasOwnCode(municipality, others)) return [];
  const rest = left.filter((leaf) => leaf !== municipality);
  const numbers: readonly (Leaf | undefined)[] =
    street.withNumber >= 0.6 ? [undefined] : best('number', rest, street, anchor).slice(0, 3);
  return (numbers.length > 0 ? numbers : [undefined]).flatMap((number, rank) => {
    const unused = rest.filter((leaf) => leaf !== number);
    const hasBox = Math.max(street.withNumber >= 0.6 ? street.withBox : 0, number?.withBox ?? 0) > 0;
    const boxes = hasBox ? [] : boxesNear(number ?? street, unused, anchor);
    const isClear = boxes.length === 1 && boxes[0] !== undefined && isKnownBox(boxes[0]);
    const choices = isClear ? boxes : isProven(boxes[0]) ? [...boxes, undefined] : [undefined, ...boxes];
    const isAloneInLine = boxes.length === 0;
    return choices.map((box, boxRank) => {
      const country = countryNear(
        anchor,
        unused.filter((leaf) => leaf !== box),
      );
      const chosen = {
        street,
        postalCode: anchor,
        ...(number && { number }),
        ...(box && { box }),
        ...(municipality && { municipality }),
        ...(country && { country }),
      };
      const isOther = others.some(isNamedCode) || hintOf('code', [anchor.node.key ?? '']).score !== 0;
      const byName = roleOf(anchor) !== 'postalCode' && isOther ? OTHER_CODE : 0;
      const closeness = municipality ? Math.min(0, nearness(municipality, anchor)) : 0;
      return candidateOf(holder, chosen, isAloneInLine, kinds, closeness + byName - 1.5 * rank - 1.2 * boxRank);
    });
  });
}

/** The country that is called so; else the only one, where it stands in the same documents as the postal code. */
function countryNear(anchor: Leaf, leaves: readonly Leaf[]): Leaf | undefined {
  const [first, ...others] = best('country', leaves, anchor, anchor);
  if (!first || roleOf(first) === 'country') return first;
  const isBeside = first.node.values.every((all, index) => all.length === anchor.node.values[index]?.length);
  return others.length === 0 && isBeside ? first : undefined;
}

/** Places that may hold the box; one that is called so leaves no choice. */
function boxesNear(near: Leaf, leaves: readonly Leaf[], anchor: Leaf): readonly Leaf[] {
  const found = clear('box', best('box', leaves, near, anchor)).slice(0, 2);
  if (found.length > 0) return found;
  // In none of the documents there is a box.
  const empty = leaves.filter((leaf) => leaf.fill === 0 && isKnownBox(leaf) && commonAffix(leaf, anchor) >= 0);
  return empty.toSorted((a, b) => nearness(b, near) - nearness(a, near)).slice(0, 1);
}

const isKnownBox = (leaf: Leaf) => roleOf(leaf) === 'box';

/** The other service has the same boxes. */
const isProven = (leaf: Leaf | undefined) => (leaf?.evidence('box') ?? 0) > 1.5;

/** Four digits that are not called a postal code, beside others that are. */
const OTHER_CODE = -3;

const isNamedCode = (leaf: Leaf) => leaf.shares.postalCode >= 0.7 && roleOf(leaf) === 'postalCode';

/** A postal code stands with its municipality: one that has another beside it is another address's. */
const hasOwnCode = ({ node }: Leaf, others: readonly Leaf[]) =>
  others.some(({ node: other, shares }) => other.parent === node.parent && shares.postalCode >= 0.7);

/** A place that is called so leaves no choice. */
function clear(role: Role, leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves[0] && roleOf(leaves[0]) === role ? leaves.slice(0, 1) : leaves;
}

/** How much a share of values that have the kind of the role is worth. */
const KIND = 4;
const WORD = 3;
/** The least that a place has to score for a role. */
const LEAST: Readonly<Record<Role, number>> = {
  street: 3,
  number: 4.5,
  box: 4.5,
  postalCode: 4,
  municipality: 4,
  country: 4.5,
};

function best(role: Role, leaves: readonly Leaf[], near: Leaf, anchor: Leaf): readonly Leaf[] {
  return leaves
    .map((leaf) => ({ leaf, score: scoreOf(role, leaf, near, anchor) }))
    .filter(({ score }) => score >= LEAST[role])
    .toSorted((a, b) => b.score - a.score)
    .map(({ leaf }) => leaf);
}

function scoreOf(role: Role, leaf: Leaf, near: Leaf, anchor: Leaf): number {
  const kind = leaf.shares[role];
  const named = roleOf(leaf);
  const isNamed = named === role;
  if (role === 'country' && named !== 'country' && leaf.isLanguage) return 0;
  const isUsed = kind >= (role === 'street' ? 0.3 : 0.75);
  // A street by its name alone may be one that ends in no usual word.
  if (!isUsed && !(role === 'street' && isNamed)) return 0;
  if (role === 'street' && leaf.shares.municipality > 0.5) return 0;
  const word = isNamed ? WORD : named === undefined ? 0 : -WORD;
  // Few companies have a box.
  const isEverywhere = role === 'box' && !isNamed && leaf.fill > 0.75 * anchor.fill;
  return (
    KIND * kind +
    word +
    nearness(leaf, near) +
    commonAffix(leaf, anchor) +
    leaf.evidence(role) -
    (isEverywhere ? WORD : 0)
  );
}

const LINKING = new Set(['de', 'du', 'd', 'la', 'le', 'van', 'der']);
const AND = new Set(['en', 'et', 'and', 'und']);

/** What a key says of the part that stands there. */
function roleOf({ keys }: Leaf): Role | undefined {
  const words = keyWords(keys.at(-1) ?? '').filter((word) => !LINKING.has(word));
  const whole = ROLE_OF.get(words.join(''));
  if (whole) return whole;
  const roles = new Set(words.flatMap((word) => ROLE_OF.get(word) ?? []));
  // "numéro de rue" is no street, "straat en nummer" is one.
  if (roles.has('number') && roles.has('street')) return words.some((word) => AND.has(word)) ? 'street' : 'number';
  return ROLES.find((role) => roles.has(role));
}

/** Parts of one address stand below one key, and one after the other. */
function nearness(a: Leaf, b: Leaf): number {
  const distance = Math.max(0, Math.abs(a.node.order - b.node.order) - 1);
  return (a.node.parent === b.node.parent ? 1.5 : 0) - Math.min(3, 0.3 * distance);
}

/** "post_straat" and "post_pc" belong together, and so do "straat2" and "pc2"; "corr_straat" and "pc" do not. */
function commonAffix(a: Leaf, b: Leaf): number {
  if (roleOf(a) === undefined) return 0;
  const one = withoutRole(a.node.key ?? '');
  const other = roleOf(b) === undefined ? '' : withoutRole(b.node.key ?? '');
  if (one === other) return one === '' ? 0 : 2;
  const against = (text: string) => text !== '' && hintOf('address', [text]).score < 0;
  return against(one) !== against(other) ? OF_OTHERS : OF_ANOTHER;
}

/** What else a key says is not what that of the postal code says. */
const OF_ANOTHER = -3;
/** Of two keys one says that it is another address's. */
const OF_OTHERS = -5;

/** What a key says beside the part that it holds: "postcode" says nothing of letters, "post_code" of "corr_post_code" neither. */
function withoutRole(key: string): string {
  const words = keyWords(key).filter((word) => !LINKING.has(word));
  const spans = words.flatMap((_, start) => words.slice(start).map((__, index) => [start, start + index + 1] as const));
  const [start, end] = spans
    .toSorted(([a, b], [c, d]) => d - c - (b - a))
    .find(([from, to]) => ROLE_OF.has(words.slice(from, to).join(''))) ?? [0, 0];
  return words
    .toSpliced(start, end - start)
    .filter((word) => !ROLE_OF.has(word) && !AND.has(word) && word !== 'code' && word !== 'naam')
    .join(' ');
}

/** What it is worth that a part is called so. */
const NAMED_PART = 0.5;

function candidateOf(holder: Node, chosen: Chosen, hasNoBoxKey: boolean, kinds: Kinds, penalty: number): Candidate {
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
  const named = Object.entries(chosen).filter(([role, leaf]) => roleOf(leaf) === role).length;
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

function factOf(address: Address | undefined): readonly Fact[] {
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
