import type { MappingNode } from '../../messages/index.ts';
import { isForbiddenName } from '../../schema/chosen-paths.ts';
import { isEmpty } from '../../schema/json-path.ts';

/** What is shown of an answer: enough to find a field, and little enough to travel in a message. */
const MAX_NODES = 600;
const MAX_ITEMS = 20;
const DEEPEST = 8;
/** In characters. */
const MAX_VALUE_LENGTH = 120;

/** Keys that say what kind of item stands in a list. */
const KIND_KEYS = ['type', 'kind', 'soort', 'categorie', 'category', 'genre'];

type Keys = readonly (string | number)[];

/** A key as a step of a JSONPath. */
export const step = (key: string | number) => {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
};
const quoted = (text: string) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** The JSONPath of a place, with dots where the keys allow them. */
export const shortPath = (keys: Keys): string => `$${keys.map(step).join('')}`;

/** The answer as a tree to choose a path from, bounded in depth, items and number of nodes. */
export function answerTree(answer: unknown): readonly MappingNode[] {
  return childrenOf(answer, '$', 0, { left: MAX_NODES });
}

function childrenOf(value: unknown, path: string, depth: number, budget: { left: number }): MappingNode[] {
  const nodes: MappingNode[] = [];
  for (const [key, child] of entriesOf(value)) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    nodes.push(
      nodeOf(key, child, `${path}${typeof key === 'number' ? itemStep(key, child) : step(key)}`, depth, budget),
    );
  }
  return nodes;
}

function nodeOf(key: string | number, value: unknown, path: string, depth: number, budget: { left: number }) {
  const node = { key: typeof key === 'number' ? `${key + 1}` : key, path };
  if (isEmpty(value)) return { ...node, kind: 'empty' as const };
  if (typeof value !== 'object') return { ...node, kind: 'value' as const, value: shortText(value) };
  const children = depth + 1 < DEEPEST ? childrenOf(value, path, depth + 1, budget) : [];
  return { ...node, kind: Array.isArray(value) ? ('list' as const) : ('object' as const), children };
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item, index) => [index, item]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([key]) => !isForbiddenName(key));
}

/** An item is named by its kind where it says one: its place in the list is another in the next relation. */
function itemStep(index: number, item: unknown): string {
  if (typeof item !== 'object' || item === null) return step(index);
  const kinds = Object.entries(item).filter(([key]) => KIND_KEYS.includes(key));
  const [key, kind] = kinds.find(([, value]) => typeof value === 'string' || typeof value === 'number') ?? [];
  if (key === undefined) return step(index);
  return `[?@.${key}==${typeof kind === 'string' ? quoted(kind) : kind}]`;
}

/** A value as one line of bounded length. */
export function shortText(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}
