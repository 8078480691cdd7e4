import { isStreet } from './address/street-names.ts';
import { type Candidate, distinct, filled, placeOf } from './candidate.ts';
import type { Scene } from './leaf-candidates.ts';
import type { Node, Scalar } from './tree.ts';

/** A share of names that hold a legal form, from which on the place is taken to hold it with the name. */
const WITH_FORM = 0.5;

/** Texts with letters that differ from document to document, and are of no other kind; `parts` are those of addresses. */
export function nameCandidates({ nodes, kinds, present }: Scene, parts: ReadonlySet<Node>): readonly Candidate[] {
  const isOther = (value: Scalar) =>
    typeof value !== 'string' ||
    CODE.test(value.trim()) ||
    [kinds.email, kinds.website, kinds.date, kinds.number, kinds.phone, kinds.place, kinds.address].some(
      (read) => read(value) !== undefined,
    );
  return nodes.flatMap((node): Candidate[] => {
    const all = node.all;
    if (
      parts.has(node) ||
      all.length === 0 ||
      all.filter((value) => typeof value === 'string' && NAME.test(value)).length < 0.8 * all.length
    ) {
      return [];
    }
    const first = node.values.map((values) => values.slice(0, 1));
    const there = filled(first);
    if (there > 2 && distinct(first) < 0.6 * there) return [];
    if (all.filter(isOther).length > 0.25 * all.length) return [];
    const keys = node.values.map((values) => values.flatMap((value) => kinds.name(value) ?? []));
    const withForm = keys.filter(([key]) => key?.form !== undefined);
    const count = withForm.length;
    const isFormLast = withForm.filter(([key]) => key?.isFormLast).length >= count / 2;
    const holds = isFormLast ? (['name', 'legalForm'] as const) : (['legalForm', 'name'] as const);
    const streets = all.filter((value) => isStreet(value) || kinds.streetLine(value)?.number !== undefined).length;
    const places = all.filter((value) => kinds.municipality(value) !== undefined).length;
    return [
      {
        place: placeOf(node, count > WITH_FORM * there ? { parts: [{ keys: [], holds }] } : {}),
        nodes: [node],
        names: node.names,
        facts: keys,
        fit:
          -6 * (1 - there / Math.max(1, present)) -
          (8 * streets) / all.length -
          (6 * places) / all.length -
          (there > 1 ? 8 * (1 - distinct(first) / there) : 0) +
          (count > 0 ? 1 : 0),
        // Few relations have a commercial name.
        fitOf: { commercialName: 6 * (1 - there / Math.max(1, present)) },
        kind: 'text',
        share: { count: all.length, of: all.length },
      },
    ];
  });
}

const NAME = /\p{L}{2}/u;

/** An id, a code with digits, a path, a sum of bytes. */
const CODE = /^[\da-f]{8}-[\da-f]{4}-|^[A-Z]{1,5}[-_]?\d{2,}$|^\w+:|[\\/].*[\\/]|^[a-z\d_-]{12,}$/;
