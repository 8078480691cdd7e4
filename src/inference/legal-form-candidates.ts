import type { Part, PlacePart } from '../schema/field-place.ts';
import { type Candidate, filled, itemOf, placeOf } from './candidate.ts';
import { formOf } from './forms.ts';
import { type KindRead, ofKind, type Scene } from './leaf-candidates.ts';
import type { Node } from './tree.ts';

/** The families of nearly all companies: values that are mostly others are not legal forms, but codes of something else. */
const USUAL = new Set([
  'BV',
  'NV',
  'CV',
  'CommV',
  'VOF',
  'VZW',
  'Maatschap',
  'NP',
  'LV',
  'PS',
  'VME',
  'IVZW',
  'SON',
  'CommVA',
]);

type FormRead = KindRead & { readonly form: string };

/** Places with legal forms; where an object, or keys that are called alike, have one in several ways, they are one place. */
export function legalFormCandidates(scene: Scene): readonly Candidate[] {
  const { kinds } = scene;
  const reads = ofKind(
    scene,
    (value) => {
      const form = kinds.legalForm(value);
      return form && [form.family];
    },
    0.7,
  ).flatMap((read): FormRead[] => {
    const families = read.facts.flat().flatMap(({ keys }) => keys);
    const usual = families.filter((family) => USUAL.has(family)).length / families.length;
    if (usual < 0.6) return [];
    return [{ ...read, fit: read.fit - 5 * (1 - usual), form: formOf('legalForm', read.node.values.flat()) ?? 'word' }];
  });
  const taken = new Set<FormRead>();
  const found: Candidate[] = [];
  for (const read of reads) {
    if (taken.has(read)) continue;
    const same = reads.filter((other) => !taken.has(other) && isCompanion(read, other));
    for (const other of same) taken.add(other);
    const parent = read.node.parent;
    found.push(same.length > 1 && parent ? together(parent, same) : alone(read));
  }
  return found;
}

function alone(read: FormRead): Candidate {
  const { node, facts, count, of, fit, form } = read;
  return {
    place: placeOf(node, { format: form }),
    nodes: [node],
    names: node.names,
    facts,
    fit,
    kind: 'legalForm',
    share: { count, of },
  };
}

function together(parent: Node, reads: readonly FormRead[]): Candidate {
  const [first] = reads as [FormRead];
  const parts: PlacePart[] = reads.map(({ node, form }) => ({ keys: [node.key ?? ''], holds: [form as Part] }));
  return {
    ...alone(first),
    place: { paths: parent.paths.map((path) => ({ path })), parts, ...itemOf(parent) },
    nodes: reads.map(({ node }) => node),
    names: [...first.node.names],
  };
}

/** Two keys of one object that say the same form in each document. */
function isCompanion(a: FormRead, b: FormRead): boolean {
  if (a === b) return true;
  if (a.node.parent === undefined || a.node.parent !== b.node.parent || a.form === b.form) return false;
  const both = a.facts.map((all, index) => [all[0]?.keys[0], b.facts[index]?.[0]?.keys[0]] as const);
  const given = both.filter(([one, other]) => one !== undefined && other !== undefined);
  const equal = given.filter(([one, other]) => one === other).length;
  return given.length >= 0.8 * filled(a.facts) && equal >= 0.9 * given.length && given.length > 0;
}
