import { type Candidate, distinct, type Fact, filled, placeOf } from './candidate.ts';
import type { ValueKind } from './finding.ts';
import { formOf } from './forms.ts';
import type { ByDocument, Node, Scalar } from './tree.ts';
import type { Kinds } from './value-kinds.ts';

/** One side: its places, and the parsers. `present`: documents that there are. */
export type Scene = {
  readonly nodes: readonly Node[];
  readonly kinds: Kinds;
  readonly present: number;
};

type Keys = (value: Scalar) => readonly string[] | undefined;

/** Below this share of its values, a place is not of a kind. */
const LEAST_SHARE = 0.6;
/** What each share of values that are of no such kind takes away. */
const MISFIT = 8;

export type KindRead = {
  readonly node: Node;
  readonly facts: ByDocument<Fact>;
  readonly count: number;
  readonly of: number;
  readonly fit: number;
};

/** The places whose values are of a kind. */
export function ofKind({ nodes }: Scene, keys: Keys, least = LEAST_SHARE): readonly KindRead[] {
  return nodes.flatMap((node) => {
    const all = node.all;
    if (all.length === 0) return [];
    // Most places are not of the kind: a few values show it.
    if (all.length > 3 && all.slice(0, 3).every((value) => keys(value) === undefined)) return [];
    const facts = node.values.map((values) => values.flatMap((value) => factOf(keys(value))));
    const count = facts.reduce((sum, some) => sum + some.length, 0);
    if (count < least * all.length) return [];
    return [{ node, facts, count, of: all.length, fit: -MISFIT * (1 - count / all.length) }];
  });
}

function factOf(keys: readonly string[] | undefined): readonly Fact[] {
  return keys ? [{ keys }] : [];
}

function candidateOf(
  kind: ValueKind,
  { node, facts, count, of, fit }: KindRead,
  more: Partial<Candidate> = {},
): Candidate {
  const form = formOf(kind, node.all);
  return {
    place: placeOf(node, form ? { format: form } : {}),
    nodes: [node],
    names: node.names,
    facts,
    fit,
    kind,
    share: { count, of },
    ...more,
  };
}

/** Phones: a mobile number is less likely the company's phone; one that many documents share is no company's. */
export function phoneCandidates(scene: Scene): readonly Candidate[] {
  // An enterprise number has as many digits as a phone number.
  const keys: Keys = (value) => (scene.kinds.number(value) === undefined ? scene.kinds.phone(value) : undefined);
  return ofKind(scene, keys, 0.75).map((read) => {
    const numbers = read.facts.flat().flatMap(({ keys }) => keys);
    const mobile = numbers.filter((number) => /^\+324[5-9]/.test(number)).length / Math.max(1, numbers.length);
    return candidateOf('phone', read, { fit: read.fit - 3 * mobile + sameness(read, 7) + rareness(scene, read) });
  });
}

export function websiteCandidates(scene: Scene): readonly Candidate[] {
  const isMail = (value: Scalar) => scene.kinds.email(value) !== undefined;
  const keys: Keys = (value) => {
    const key = isMail(value) ? undefined : scene.kinds.website(value);
    return key === undefined ? undefined : [key];
  };
  return ofKind(scene, keys, 0.8).map((read) => {
    const hosts = read.facts.map((all) => all.flatMap(({ keys: [key = ''] }) => key.split(/[/?]/, 1)));
    const isOneHost = filled(hosts) > 2 && distinct(hosts) < filled(hosts) / 2;
    const hasFiles = read.facts
      .flat()
      .filter(({ keys: [key = ''] }) => /\.(?:pdf|png|jpe?g|svg|docx?|xlsx?|json)$/i.test(key)).length;
    return candidateOf('website', read, { fit: read.fit - (isOneHost ? 8 : 0) - (hasFiles > 0 ? 6 : 0) });
  });
}

export function dateCandidates(scene: Scene): readonly Candidate[] {
  const keys: Keys = (value) => {
    const date = scene.kinds.number(value) === undefined ? scene.kinds.date(value) : undefined;
    return date === undefined ? undefined : [date];
  };
  return ofKind(scene, keys, 0.8).map((read) =>
    candidateOf('date', read, {
      fit: read.fit + sameness(read, 5) + rareness(scene, read),
      // Few relations have ended.
      fitOf: { endDate: -rareness(scene, read) },
    }),
  );
}

/** What few documents have is of something that few companies have, such as a participation. */
function rareness({ present }: Scene, { facts }: KindRead): number {
  return -4 * Math.max(0, 0.7 - filled(facts) / Math.max(1, present));
}

/** What is shared by several documents is a setting, or of someone else, and no fact of each. */
function sameness({ facts }: KindRead, weight: number): number {
  const there = filled(facts);
  const keys = facts.map((all) => all.flatMap((fact) => fact.keys.slice(0, 1)));
  return there > 1 ? -weight * (1 - distinct(keys) / there) : 0;
}

export function numberCandidates(scene: Scene): readonly Candidate[] {
  const { kinds } = scene;
  const keys: Keys = (value) => {
    const number = kinds.number(value);
    if (number !== undefined) return [number];
    return kinds.foreignVat(value) === undefined ? undefined : [String(value)];
  };
  return (
    ofKind(scene, keys, 0.8)
      // The numbers of a list are those of others: shareholders, establishments.
      .filter(({ node }) => (!node.item || node.isEntry) && node.all.some((value) => kinds.number(value)))
      .map((read) => candidateOf('number', read, { fit: sameness(read, 15) }))
  );
}

export function situationCandidates(scene: Scene): readonly Candidate[] {
  const keys: Keys = (value) => {
    const code = scene.kinds.situation(value);
    return code === undefined ? undefined : [code];
  };
  return ofKind(scene, keys, 0.9).map((read) => {
    const usual = read.facts.flat().filter(({ keys: [key] }) => key === '000').length;
    return candidateOf('situation', read, { fit: usual > 0 ? 1 : -4 });
  });
}

export function languageCandidates(scene: Scene): readonly Candidate[] {
  const keys: Keys = (value) => {
    const language = scene.kinds.language(value);
    return language === undefined ? undefined : [language];
  };
  return ofKind(scene, keys, 1).map((read) => {
    const languages = read.facts.flat().flatMap(({ keys: all }) => all);
    const isBelgian = languages.some((language) => language === 'nl' || language === 'fr');
    return candidateOf('language', read, { fit: isBelgian ? 0 : -4 });
  });
}
