import type { Language } from '../../../../src/company/company.ts';
import { hintOf } from '../../../../src/inference/key-words.ts';
import { languageMark } from '../../../../src/inference/language-versions.ts';
import type { Meaning } from '../../../../src/schema/field-place.ts';
import { isInList, isWord, type Leaf } from './place.ts';

/** Which masked values may carry a meaning, and from which score of their names on. */
type Bearer = {
  readonly meaning: Meaning;
  readonly accepts: (leaf: Leaf) => boolean;
  readonly least: number;
};

const ofKind =
  (...kinds: readonly string[]) =>
  ({ tag }: Leaf) =>
    tag !== undefined && kinds.includes(tag.kind);
const isText = ({ tag, pattern }: Leaf) => !tag && pattern !== undefined && /x/i.test(pattern) && !isWord(pattern);
/** The code of a list of values, or a word of it: in the items of a list it would say what each is. */
const isCode = (leaf: Leaf) =>
  !isInList(leaf) &&
  !leaf.tag &&
  (typeof leaf.raw === 'number' || (leaf.pattern !== undefined && !isWord(leaf.pattern)));

/** Named among others of the kind. */
const NAMED = 1;

const BEARERS: readonly Bearer[] = [
  { meaning: 'name', accepts: isText, least: 0 },
  { meaning: 'commercialName', accepts: isText, least: NAMED },
  { meaning: 'legalForm', accepts: ofKind('legal form'), least: 0 },
  { meaning: 'enterpriseNumber', accepts: ofKind('enterprise number'), least: 0 },
  { meaning: 'vatNumber', accepts: ofKind('enterprise number'), least: 0 },
  { meaning: 'website', accepts: ofKind('website'), least: 0 },
  { meaning: 'phone', accepts: ofKind('phone'), least: 0 },
  { meaning: 'incorporationDate', accepts: ofKind('date'), least: 0 },
  { meaning: 'since', accepts: ofKind('date'), least: NAMED },
  { meaning: 'endDate', accepts: ofKind('date'), least: NAMED },
  { meaning: 'fiscalYearEnd', accepts: ofKind('day and month'), least: 0 },
  { meaning: 'fiscalYearEnd', accepts: ofKind('date'), least: NAMED },
  { meaning: 'language', accepts: ofKind('language'), least: 0 },
  { meaning: 'code', accepts: ofKind('relation code'), least: -2 },
  { meaning: 'id', accepts: ofKind('GUID'), least: 0 },
  { meaning: 'ownCompany', accepts: ofKind('GUID'), least: NAMED },
  { meaning: 'type', accepts: isCode, least: NAMED },
  { meaning: 'status', accepts: isCode, least: NAMED },
  {
    meaning: 'juridicalSituation',
    accepts: (leaf) => ofKind('situation')(leaf) || (typeof leaf.raw === 'number' && isCode(leaf)),
    least: NAMED,
  },
  { meaning: 'typeOfEnterprise', accepts: isCode, least: NAMED },
];

/** What stands far below the root is less likely to be about the relation itself. */
const BY_DEPTH = -0.3;

/** Landlines are the phones of a file more often. */
const isMobile = ({ tag, pattern = '' }: Leaf) => tag?.kind === 'phone' && digitsIn(pattern) > 9;
const digitsIn = (pattern: string) => pattern.replace(/\D/g, '').replace(/^(?:00)?32/, '0').length;
const BY_MOBILE = -0.5;
const BY_MARK = 0.1;

/** A VAT number has its country before it more often than an enterprise number has. */
const hasCountry = ({ pattern = '' }: Leaf) => pattern.startsWith('XX');

function scoreOf(meaning: Meaning, leaf: Leaf): number {
  const country = meaning === 'vatNumber' ? 0.5 : meaning === 'enterpriseNumber' ? -0.5 : 0;
  const mobile = isMobile(leaf) ? BY_MOBILE : 0;
  return (
    hintOf(meaning, leaf.names).score +
    BY_DEPTH * (leaf.names.length - 1) +
    (hasCountry(leaf) ? country : 0) +
    mobile +
    (leaf.isMarked ? BY_MARK : 0)
  );
}

/** The leaf that carries each of the meanings: the one whose names say it best, the first of several. */
export function bearersOf(
  leaves: readonly Leaf[],
  meanings: readonly Meaning[],
  known: ReadonlyMap<Leaf, Meaning> = new Map(),
): ReadonlyMap<Meaning, Leaf> {
  const all = BEARERS.filter(({ meaning }) => meanings.includes(meaning)).flatMap(({ meaning, accepts, least }) =>
    leaves
      .filter((leaf) => accepts(leaf) && hintOf(meaning, leaf.names).score >= least)
      .map((leaf) => ({ meaning, leaf, score: scoreOf(meaning, leaf) })),
  );
  const found = new Map([...known].map(([leaf, meaning]) => [meaning, leaf]));
  const taken = new Set(known.keys());
  for (const { meaning, leaf } of all.toSorted((a, b) => b.score - a.score)) {
    if (found.has(meaning) || taken.has(leaf)) continue;
    found.set(meaning, leaf);
    taken.add(leaf);
  }
  return found;
}

/** The leaf's names without the language that one of them says, and that language. */
export function languageOf({ names }: Leaf): { readonly base: string; readonly language?: Language } {
  const at = names.findLastIndex((name) => languageMark(name) !== undefined);
  const mark = languageMark(names[at] ?? '');
  return mark ? { base: names.with(at, mark.base).join('\n'), language: mark.language } : { base: names.join('\n') };
}
