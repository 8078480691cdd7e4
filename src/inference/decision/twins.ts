import { isEqual } from '../agreement.ts';
import { type Candidate, filled } from '../candidate.ts';
import type { ValueKind } from '../finding.ts';

/** Documents in which two places have to have the same to be taken for one fact. */
const ENOUGH_FOR_TWINS = 5;

/**
 * Two names that are the same in each document: either is the name, and it is not certain which is the one to write. Codes and
 * the words for them are one fact too.
 */
export function isTwin(a: Candidate, b: Candidate): boolean {
  if (a.kind !== b.kind || !WITH_TWINS.includes(a.kind) || filled(a.facts) < ENOUGH_FOR_TWINS) return false;
  if (a.kind === 'code') return isSamePartition(a, b) && isSamePartition(b, a);
  return a.facts.every((facts, index) => {
    const others = b.facts[index] ?? [];
    return facts.length === 0 ? others.length === 0 : isEqual(facts, others);
  });
}

const WITH_TWINS: readonly ValueKind[] = ['text', 'situation', 'language', 'code'];

/** Whether documents that have the same at one place have the same at the other. */
function isSamePartition(a: Candidate, b: Candidate): boolean {
  const isBelowOne = a.nodes[0]?.parent !== undefined && a.nodes[0].parent === b.nodes[0]?.parent;
  const keyOf = ({ facts }: Candidate, index: number) => facts[index]?.[0]?.keys[0];
  const seen = new Map<string | undefined, string | undefined>();
  return (
    isBelowOne &&
    a.facts.every((_, index) => {
      const [key, other] = [keyOf(a, index), keyOf(b, index)];
      if (!seen.has(key)) seen.set(key, other);
      return seen.get(key) === other;
    })
  );
}
