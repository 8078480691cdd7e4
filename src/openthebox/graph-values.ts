import { parseDate } from '../company/dates.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import { MAX_TEXT_LENGTH } from '../company/plain-text.ts';
import { isRow, type Row } from '../schema/answer-list.ts';
import { roleOf } from './link-roles.ts';

/** An element in the form that is known: of which a graph of other keys is made. */
type KnownElement = { readonly group: 'nodes' | 'edges'; readonly data: Readonly<Record<string, unknown>> };

/** An object of the graph: its values, by the keys that they stand under. */
type Item = ReadonlyMap<string, string | number | boolean>;

const MAX_DEPTH = 3;
/** In elements: more are no neighbours of one company. */
const MAX_ITEMS = 1_000;

const SOURCE_KEY = /sourc|from|bron|van$|origin|depart|start.?node|begin.?node|quelle|holder/i;
const TARGET_KEY = /target|^to|doel|naar|vers|cible|arriv|end.?node|ziel|company/i;
const NAME_KEY = /na[ao]?m|nom|denom|bezeichn|caption|label|title/i;
const TYPE_KEY = /type|soort|kind|sort|genre|categ|role|rol$|relat|art$/i;
const PERSON = /^(?:natural.?)?person|persoon|personne|^mens/i;
const PERSON_ID_KEY = /^p_?id$|person.?id|persoon/i;
const SINCE_KEY = /start|since|from|begin|sinds|vanaf|debut|depuis|seit|ab$/i;
const UNTIL_KEY = /end|until|einde?|tot|fin|jusqu|bis|ende/i;
const SHARE_KEY = /perc|pct|share|aandeel|part|anteil|belang/i;
const HISTORIC_KEY = /histor|former|ended|vroeger|ancien|passe|afgelopen/i;

/**
 * The nodes and edges of a graph whose keys are not known: an edge is an object that names two others by their ids, the
 * company is the node with its number. Empty where that number is no node's: then it is no graph of this company.
 */
export function elementsByValues(answer: unknown, self: EnterpriseNumber): readonly KnownElement[] {
  const items = itemsIn(answer).slice(0, MAX_ITEMS);
  const ends = endsOf(items);
  if (!ends) return [];
  const isEdge = (item: Item) => ends.edges.includes(item);
  const nodes = items.filter((item) => !isEdge(item) && item.has(ends.id));
  if (!nodes.some((node) => numberIn(node) === self)) return [];
  const persons = new Set(nodes.filter((node) => isPerson(node)).map((node) => String(node.get(ends.id))));
  const [source, target] = directed(ends, persons);
  return [
    ...nodes.map((node): KnownElement => ({ group: 'nodes', data: nodeData(node, ends.id) })),
    ...ends.edges.map((edge): KnownElement => ({ group: 'edges', data: edgeData(edge, source, target) })),
  ];
}

/** All objects of all lists, each with its own values and those of the objects in it, such as `data`. */
function itemsIn(answer: unknown): readonly Item[] {
  const found: Item[] = [];
  const visit = (value: unknown, depth: number) => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) if (isRow(item)) found.push(valuesOf(item));
    if (!Array.isArray(value)) for (const below of Object.values(value)) visit(below, depth + 1);
  };
  visit(answer, 0);
  return found;
}

function valuesOf(item: Row, values = new Map<string, string | number | boolean>(), depth = 0): Item {
  for (const [key, value] of Object.entries(item)) {
    const isText = typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT_LENGTH;
    if (isText || typeof value === 'number' || typeof value === 'boolean') {
      if (!values.has(key)) values.set(key, value);
    } else if (isRow(value) && depth < 2) valuesOf(value, values, depth + 1);
  }
  return values;
}

type Ends = { readonly id: string; readonly keys: readonly [string, string]; readonly edges: readonly Item[] };

/** The key of the ids, and the two keys by which most objects name two of them. */
function endsOf(items: readonly Item[]): Ends | undefined {
  const keys = [...new Set(items.flatMap((item) => [...item.keys()]))];
  let best: Ends | undefined;
  for (const id of keys) {
    const ids = new Set(items.flatMap((item) => idText(item.get(id)) ?? []));
    const naming = keys.filter((key) => key !== id && items.some((item) => ids.has(idText(item.get(key)) ?? '')));
    for (const [index, first] of naming.entries()) {
      for (const second of naming.slice(index + 1)) {
        const edges = items.filter((item) => {
          const [a, b] = [idText(item.get(first)), idText(item.get(second))];
          return a !== undefined && b !== undefined && a !== b && ids.has(a) && ids.has(b);
        });
        if (edges.length > (best?.edges.length ?? 0)) best = { id, keys: [first, second], edges };
      }
    }
  }
  return best;
}

const idText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

/** Who administers or owns first: a person can be nothing else; else as the keys say, else as they stand. */
function directed({ keys: [a, b], edges }: Ends, persons: ReadonlySet<string>): readonly [string, string] {
  const areAt = (key: string) => edges.some((edge) => persons.has(String(edge.get(key))));
  if (areAt(a) !== areAt(b)) return areAt(a) ? [a, b] : [b, a];
  const isReversed = (TARGET_KEY.test(a) && !SOURCE_KEY.test(a)) || (SOURCE_KEY.test(b) && !TARGET_KEY.test(b));
  return isReversed ? [b, a] : [a, b];
}

function numberIn(node: Item): EnterpriseNumber | undefined {
  for (const value of node.values()) {
    const number = typeof value === 'string' ? parseEnterpriseNumber(value) : undefined;
    if (number) return number;
  }
  return undefined;
}

const isPerson = (node: Item) =>
  numberIn(node) === undefined &&
  ([...node].some(([key, value]) => TYPE_KEY.test(key) && PERSON.test(String(value))) ||
    [...node.keys()].some((key) => PERSON_ID_KEY.test(key)));

function nodeData(node: Item, idKey: string): KnownElement['data'] {
  const number = numberIn(node);
  const texts = [...node].filter(
    ([key, value]) => key !== idKey && /\p{L}{2}/u.test(String(value)) && !parseEnterpriseNumber(String(value)),
  );
  const named = texts.filter(([key]) => NAME_KEY.test(key) && !TYPE_KEY.test(key));
  const others = texts.filter(([key, value]) => !TYPE_KEY.test(key) && /\s|\p{Lu}.*\p{L}/u.test(String(value)));
  const [, caption] = named[0] ?? (others.length === 1 ? others[0] : undefined) ?? [];
  const pid = [...node].find(([key]) => PERSON_ID_KEY.test(key))?.[1];
  return {
    id: node.get(idKey),
    ...(typeof caption === 'string' && { caption }),
    ...(number && { vat: number }),
    ...(isPerson(node) && { type: 'Person', ...(pid !== undefined && { pid }) }),
  };
}

function edgeData(edge: Item, source: string, target: string): KnownElement['data'] {
  const entries = [...edge].filter(([key]) => key !== source && key !== target);
  const at = (key: RegExp, is: (value: unknown) => boolean, not?: RegExp) =>
    entries.find(([name, value]) => key.test(name) && !not?.test(name) && is(value))?.[1];
  const known = entries.find(([, value]) => ROLES.has(roleOf(String(value))))?.[1];
  const type = known ?? at(TYPE_KEY, (value) => typeof value === 'string' && /\p{L}{3}/u.test(value));
  const startDate = at(SINCE_KEY, isDay);
  const endDate = at(UNTIL_KEY, isDay);
  const percentage = at(SHARE_KEY, isShare);
  const historic = at(HISTORIC_KEY, (value) => typeof value === 'boolean');
  return {
    source: edge.get(source),
    target: edge.get(target),
    ...(type !== undefined && { type }),
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    ...(percentage !== undefined && { percentage: Number(percentage) }),
    ...(historic !== undefined && { historic }),
  };
}

/** The roles of the legend, of which the widget shows these. */
const ROLES: ReadonlySet<string> = new Set([
  'ADMINISTERS',
  'ADMINISTERS VIA',
  'PARTICIPATES IN',
  'POLITICAL MANDATE',
  'OTHER MANDATE',
]);

const isDay = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && parseDate(value) !== undefined;

const isShare = (value: unknown) => {
  const share = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
  return typeof share === 'number' && share >= 0 && share <= 100;
};
