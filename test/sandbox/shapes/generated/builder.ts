import type { Chooser } from './chooser.ts';
import { CASINGS, type Casing, createNaming, type KeysOf, type Naming } from './key-names.ts';
import type { Concept, KeyLanguage } from './key-words.ts';
import type { Node } from './node.ts';
import { type ObjectKeys, objectKeys, type Placed } from './tree.ts';
import { chooseForms, type ValueForms } from './value-forms.ts';

/** A shape while it is put together: what was chosen, and the keys that it has by now. */
export type Builder<S> = {
  readonly chooser: Chooser;
  readonly forms: ValueForms;
  readonly placed: Placed<S>[];
  /** The keys of the objects that are no part of the tree of groups, such as the items of a list. */
  keysOf(object: string): KeysOf;
  readonly objectKeys: ObjectKeys;
  /** The objects in which what belongs to this group stands. */
  groupsOf(group: Group): readonly Concept[];
  add(group: Group, concept: Concept, node: Node<S>, options?: AddOptions): void;
};

type Group = Concept | 'root';

type AddOptions = {
  readonly suffix?: string;
  readonly inRow?: boolean;
  /** The key, where it is not made of the concept. */
  readonly key?: string;
};

export type Layout = 'flat' | 'grouped' | 'deep';

/** Groups that stand in another one in a deep layout. */
const WITHIN: Readonly<Partial<Record<Concept, Concept>>> = {
  foundationGroup: 'legalGroup',
  numbersGroup: 'identityGroup',
  datesGroup: 'accountingGroup',
};

export function createBuilder<S>(
  chooser: Chooser,
  layout: Layout,
  naming: Naming,
  reserved: readonly string[],
): Builder<S> {
  const keysOf = createNaming(naming, chooser.random.fork('naming'), reserved);
  const placed: Placed<S>[] = [];
  const objects = objectKeys(keysOf);
  const groupsOf = (group: Group): readonly Concept[] => {
    if (group === 'root' || layout === 'flat') return [];
    const probability = group === 'identityGroup' ? 0.3 : 0.7;
    const isGrouped = layout === 'deep' || chooser.random.fork(`group ${group}`).chance(probability);
    const outer = layout === 'deep' ? WITHIN[group] : undefined;
    return isGrouped ? [...(outer ? [outer] : []), group] : [];
  };
  return {
    chooser,
    forms: chooseForms(chooser),
    placed,
    keysOf,
    objectKeys: objects,
    groupsOf,
    add(group, concept, node, { suffix = '', inRow = false, key } = {}) {
      const groups = groupsOf(group);
      placed.push({ groups, entry: { key: key ?? objects(groups)(concept, suffix), node }, inRow });
    },
  };
}

const NONSENSE = { none: 0, some: 0.3, all: 1 };

export function namingOf(
  language: KeyLanguage,
  casing: string,
  nonsense: keyof typeof NONSENSE,
  foreign: number,
): Naming {
  return {
    language,
    casing: CASINGS.find((one) => one === casing) ?? ('camelCase' satisfies Casing),
    nonsense: NONSENSE[nonsense],
    foreign,
  };
}
