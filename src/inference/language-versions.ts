import { LANGUAGES, type Language } from '../company/company.ts';
import type { Candidate, Fact } from './candidate.ts';

/** A language at the end or the start of a key, as a word of its own: "nameNl", "naam_fr", "DE"; openthebox's `NlO` too. */
const AT_END = /^(.*?[a-z\d])(?:[_-]?(NL|FR|DE|EN)|(Nl|Fr|De|En)(?:O)?|[_-](nl|fr|de|en))$/;
const WHOLE: ReadonlyMap<string, Language> = new Map([
  ...LANGUAGES.map((language) => [language, language] as const),
  ['nld', 'nl'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['deu', 'de'],
  ['ger', 'de'],
  ['eng', 'en'],
  ['dut', 'nl'],
]);

type Mark = { readonly base: string; readonly language: Language };

/** The name without the language that it ends in. */
export function languageMark(name: string): Mark | undefined {
  const whole = WHOLE.get(name.toLowerCase());
  if (whole) return { base: '', language: whole };
  const match = AT_END.exec(name);
  const code = (match?.[2] ?? match?.[3] ?? match?.[4])?.toLowerCase();
  const language = LANGUAGES.find((one) => one === code);
  return match && language ? { base: match[1] ?? '', language } : undefined;
}

/**
 * Candidates whose names differ in a language alone are versions of one fact, and become one candidate; so do names and
 * addresses that stand side by side and are the same in every document.
 */
export function joinVersions(candidates: readonly Candidate[]): readonly Candidate[] {
  const groups = Map.groupBy(candidates, keyOf);
  return joinTwins([...groups].flatMap(([key, group]) => (key === undefined ? group : [joined(group)])));
}

function joinTwins(candidates: readonly Candidate[]): readonly Candidate[] {
  const left = [...candidates];
  const found: Candidate[] = [];
  for (let first = left.shift(); first; first = left.shift()) {
    const one = first;
    const twins = left.filter((other) => isTwin(one, other));
    for (const twin of twins) left.splice(left.indexOf(twin), 1);
    found.push(twins.length > 0 ? { ...joined([one, ...twins]), isUnsure: true } : one);
  }
  return found;
}

/** So many documents have to have both. */
const ENOUGH = 3;

function isTwin(a: Candidate, b: Candidate): boolean {
  if (a.kind !== b.kind || (a.kind !== 'text' && a.kind !== 'address')) return false;
  if (a.nodes.some((node) => b.nodes.includes(node)) || !isBeside(a, b)) return false;
  const both = a.facts.flatMap((facts, index) => {
    const [one, other] = [facts[0], b.facts[index]?.[0]];
    return one && other ? [isVersion(one, other)] : [];
  });
  return both.length >= ENOUGH && both.every(Boolean);
}

/** Below one key, and of the same parts. */
function isBeside(a: Candidate, b: Candidate): boolean {
  const above = ({ names }: Candidate) => names.slice(0, -1).join('\n');
  const parts = ({ place }: Candidate) => JSON.stringify(place.parts?.map(({ holds }) => holds));
  return a.names.length === b.names.length && above(a) === above(b) && parts(a) === parts(b);
}

/** The street and the place have other names in other languages; the postal code and the number have not. */
function isVersion(a: Fact, b: Fact): boolean {
  if (a.address && b.address) {
    return a.address.postalCode === b.address.postalCode && a.address.number === b.address.number;
  }
  return a.keys[0] === b.keys[0];
}

function markOf({ names }: Candidate): { readonly mark: Mark; readonly at: number } | undefined {
  const at = names.findLastIndex((name) => languageMark(name) !== undefined);
  const mark = languageMark(names[at] ?? '');
  return mark && { mark, at };
}

function keyOf(candidate: Candidate): string | undefined {
  const found = markOf(candidate);
  if (!found) return undefined;
  const names = candidate.names.with(found.at, found.mark.base);
  const parts = candidate.place.parts?.map(({ keys, holds }) => `${keys.join('.')}:${holds.join('+')}`);
  return JSON.stringify([names, parts, candidate.kind]);
}

function joined(group: readonly Candidate[]): Candidate {
  const [first] = group as [Candidate];
  const paths = group.flatMap((candidate) => {
    const language = markOf(candidate)?.mark.language;
    return candidate.place.paths.map(({ path }) => ({ path, ...(language && { language }) }));
  });
  const { item: _, ...place } = first.place;
  return {
    ...first,
    place: { ...place, paths, ...(group.length === 1 && first.place.item && { item: first.place.item }) },
    nodes: group.flatMap(({ nodes }) => nodes),
    facts: first.facts.map((_, index) => group.flatMap(({ facts }) => facts[index] ?? [])),
    fit: Math.max(...group.map(({ fit }) => fit)),
    share: {
      count: group.reduce((sum, { share }) => sum + share.count, 0),
      of: group.reduce((sum, { share }) => sum + share.of, 0),
    },
  };
}
