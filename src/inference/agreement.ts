import { compareAddresses } from '../company/address.ts';
import type { Address } from '../company/company.ts';
import type { Candidate, Fact } from './candidate.ts';
import type { ValueKind } from './finding.ts';
import type { ByDocument } from './tree.ts';

/** How often the values of two places, one of each service, are one by the product's own comparison. */
export type Agreement = {
  readonly equal: number;
  /** Samples in which both have a value. */
  readonly of: number;
  /** How much likelier the equal and unequal values are if both places mean one fact: natural logarithm of the ratio. */
  readonly evidence: number;
  /** By sample; undefined where one of them has no value. */
  readonly bySample: readonly (boolean | undefined)[];
};

/** Of two places that mean one fact, values are known to be equal at least so often. */
const KNOWN_EQUAL = 0.65;

/** Compares places; what was compared once is kept as long as the comparer is. */
export function createAgreements() {
  const known = new Map<Candidate, Map<Candidate, Agreement>>();
  return (a: Candidate, b: Candidate): Agreement => {
    const ofA = known.get(a) ?? new Map<Candidate, Agreement>();
    known.set(a, ofA);
    const found = ofA.get(b) ?? agreementOf(a.facts, b.facts, OF_MANY.has(a.kind) ? FEW_BY_CHANCE : SOME_BY_CHANCE);
    ofA.set(b, found);
    return found;
  };
}

export type Agreements = ReturnType<typeof createAgreements>;

/** How the facts of two places stand to each other. */
export function agreementOf(a: ByDocument<Fact>, b: ByDocument<Fact>, prior = SOME_BY_CHANCE): Agreement {
  let equal = 0;
  let of = 0;
  let evidence = 0;
  for (const [index, facts] of a.entries()) {
    const others = b[index] ?? [];
    if (facts.length === 0 || others.length === 0) continue;
    of += 1;
    if (!isEqual(facts, others)) {
      evidence += UNEQUAL;
      continue;
    }
    equal += 1;
    // Most pairs of places have no equal values: what chance would do is asked for those that are.
    evidence += Math.log(KNOWN_EQUAL / chanceOf(facts, b, index, prior) + 1 - KNOWN_EQUAL);
  }
  return {
    equal,
    of,
    evidence,
    // Asked of the few pairs that compete.
    get bySample() {
      return a.map((facts, index) => {
        const others = b[index] ?? [];
        return facts.length === 0 || others.length === 0 ? undefined : isEqual(facts, others);
      });
    },
  };
}

/** How often values are equal by chance, before any was compared: so many of so many. */
type Prior = { readonly equal: number; readonly of: number };
const SOME_BY_CHANCE: Prior = { equal: 0.5, of: 4 };
/** Two companies rarely have the same number, phone, website, address or date of founding: one that is equal tells much. */
const FEW_BY_CHANCE: Prior = { equal: 0.02, of: 1 };
const OF_MANY: ReadonlySet<ValueKind> = new Set(['number', 'website', 'address', 'phone', 'date', 'text']);

const UNEQUAL = Math.log(1 - KNOWN_EQUAL);

/** How likely the value is to be equal to one of another company. */
function chanceOf(facts: readonly Fact[], b: ByDocument<Fact>, own: number, prior: Prior): number {
  let equal = 0;
  let all = 0;
  for (const [index, others] of b.entries()) {
    if (index === own || others.length === 0) continue;
    all += 1;
    if (isEqual(facts, others)) equal += 1;
  }
  return Math.min(0.95, (equal + prior.equal) / (all + prior.of));
}

export function isEqual(a: readonly Fact[], b: readonly Fact[]): boolean {
  for (const one of a) for (const other of b) if (isSame(one, other)) return true;
  return false;
}

function isSame(a: Fact, b: Fact): boolean {
  if (a.address && b.address) return isSameAddress(a.address, b.address);
  for (const key of a.keys) if (key !== '' && b.keys.includes(key)) return true;
  return false;
}

function isSameAddress(a: Address, b: Address): boolean {
  const [codeA, codeB] = [digits(a.postalCode), digits(b.postalCode)];
  if (codeA !== codeB && codeA !== '' && codeB !== '') return false;
  return compareAddresses(a, [{ value: b }], undefined)?.verdict !== 'different';
}

const digits = (text = '') => text.replace(/\D/g, '');
