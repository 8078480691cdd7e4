import { isEmpty } from '../../../../src/schema/json-path.ts';
import { type Entry, type Form, group, isObject, type Lens, leaf, type Node, Refused } from './node.ts';
import { childPath, type Held } from './truth.ts';

/** A list of names and values, as of fields that an office made itself: `[{naam: 'telefoon', waarde: '…'}, …]`. */
export function pairs<S>(nameKey: string, valueKey: string, entries: readonly Entry<S>[]): Node<S> {
  return {
    write: (from) => entries.map(({ key, node }) => ({ [nameKey]: key, [valueKey]: node.write(from) ?? null })),
    read(raw, into, before) {
      if (!Array.isArray(raw)) throw new Refused('not a list');
      for (const { key, node } of entries) node.read(find(raw, key)?.[valueKey], into, before);
    },
    mark(raw, path, marks) {
      if (!Array.isArray(raw)) return;
      raw.forEach((pair, index) => {
        const node = entries.find(({ key }) => key === pair[nameKey])?.node;
        node?.mark(pair[valueKey], childPath(childPath(path, index), valueKey), marks);
      });
    },
  };

  function find(raw: readonly unknown[], name: string) {
    return raw.filter(isObject).find((pair) => pair[nameKey] === name);
  }
}

/** A list whose places say what stands there. */
export function tuple<S>(nodes: readonly Node<S>[]): Node<S> {
  return {
    write: (from) => nodes.map((node) => node.write(from) ?? null),
    read(raw, into, before) {
      if (!Array.isArray(raw) && !isEmpty(raw)) throw new Refused('not a list');
      nodes.forEach((node, index) => {
        node.read(Array.isArray(raw) ? raw[index] : undefined, into, before);
      });
    },
    mark(raw, path, marks) {
      if (!Array.isArray(raw)) return;
      nodes.forEach((node, index) => {
        if (index < raw.length) node.mark(raw[index], childPath(path, index), marks);
      });
    },
  };
}

/** A text between fixed ones that are no part of the value: `{value: '…', label: 'Telefoon'}`. */
export function labelled<S>(node: Node<S>, label: string): Node<S> {
  return group([
    { key: 'value', node },
    { key: 'label', node: { write: () => label, read: () => undefined, mark: () => undefined } },
  ]);
}

/** A list of which one item is the fact, between items that are made up. `isOwn` tells it from them. */
export function among<S>(
  node: Node<S>,
  others: { before(source: S): readonly unknown[]; after?(source: S): readonly unknown[] },
  isOwn: (raw: unknown) => boolean,
): Node<S> {
  return {
    write: (from) => [...others.before(from), node.write(from), ...(others.after?.(from) ?? [])],
    read: (raw, into, before) => node.read(Array.isArray(raw) ? raw.find(isOwn) : undefined, into, before),
    mark(raw, path, marks) {
      if (!Array.isArray(raw)) return;
      const at = raw.findIndex(isOwn);
      if (at >= 0) node.mark(raw[at], childPath(path, at), marks);
    },
  };
}

/** What people type where there is nothing. */
export function placeheld<S, T>(lens: Lens<S, T>, form: Form<T, S>, placeholder: unknown, carries?: Held): Node<S> {
  const node = leaf(lens, form, 'null', carries);
  return {
    write: (from) => node.write(from) ?? placeholder,
    read: (raw, into, before) => node.read(raw === placeholder ? null : raw, into, before),
    mark: node.mark,
  };
}

/** One key in which each source writes as whoever typed it did. Every form is taken back. */
export function mixed<T, S extends { id: string } | { number: string }>(forms: readonly Form<T>[]): Form<T, S> {
  const formOf = (source: S) => forms[hash('id' in source ? source.id : source.number) % forms.length] ?? forms[0];
  return {
    name: 'one of several forms',
    write: (value, source) => formOf(source)?.write(value, source),
    read(raw, source) {
      for (const form of forms) {
        const value = form.read(raw, source);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

const hash = (text: string) => [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9_973, 7);
