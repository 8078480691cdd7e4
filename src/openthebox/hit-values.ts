import type { Language } from '../company/company.ts';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../company/enterprise-number.ts';
import { foldedWords } from '../company/folding.ts';
import { parseLegalForm } from '../company/legal-form.ts';
import { isMunicipality } from '../company/municipality.ts';
import { MAX_TEXT_LENGTH } from '../company/plain-text.ts';
import type { Row } from '../schema/answer-list.ts';
import type { Hit } from './hit.ts';

/** A text of a hit, and the keys that it stands under; the items of a list are one place. */
type Leaf = { readonly path: string; readonly key: string; readonly depth: number; readonly text: string };

const MAX_DEPTH = 5;

const NAME_KEY = /na[ao]?m|nom|denom|bezeichn|caption|label|title/i;
/** A name that is not the company's own. */
const OTHER_NAME_KEY = /commerc|trade|handel|parent|moeder|street|straat|rue|city|stad|gemeente|file|dossier|person/i;
const FORM_KEY = /form|vorm|rechts/i;
const SITUATION_KEY = /situ|toestand|zustand|status|statut/i;

/**
 * The companies among hits whose keys are not known, by their values: the number by its check, the name by the words that were
 * searched for, the rest by kind, where it can be told. A number that all hits share is no company's own.
 */
export function hitsByValues(items: readonly Row[], language: Language, query: string): Hit[] {
  const all = items.map(leavesOf);
  const numberPath = placeOfNumbers(all);
  // A person among the hits has a name and no number.
  const companies = all.filter((leaves) => leaves.some(({ path }) => path === numberPath));
  const namePath = placeOfNames(companies, language, query);
  return companies.flatMap((leaves): Hit[] => {
    const own = leaves.find(({ path }) => path === numberPath);
    const enterpriseNumber = own && parseEnterpriseNumber(own.text);
    if (!enterpriseNumber) return [];
    const text = (is: (leaf: Leaf) => boolean) => leaves.find(is)?.text;
    const legalForm = text(
      ({ key, text: rawValue }) => parseLegalForm(rawValue) !== undefined && isForm(key, rawValue),
    );
    const municipality = text(
      ({ path, text: rawValue }) => path !== namePath && !/\d/.test(rawValue) && isMunicipality(rawValue),
    );
    const situation = text(({ key, text: rawValue }) => SITUATION_KEY.test(key) && /^\d{1,3}$/.test(rawValue));
    const asked = parseEstablishmentNumber(query);
    const isOfAsked =
      asked !== undefined && leaves.some(({ text: rawValue }) => parseEstablishmentNumber(rawValue) === asked);
    return [
      {
        enterpriseNumber,
        name: text(({ path }) => path === namePath) ?? '',
        ...(legalForm && { legalForm }),
        ...(municipality && { municipality }),
        ...(situation && { situation }),
        ...(isOfAsked && { establishmentNumber: asked }),
      },
    ];
  });
}

function leavesOf(item: Row): readonly Leaf[] {
  const found: Leaf[] = [];
  const visit = (value: unknown, path: string, key: string, depth: number) => {
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).trim();
      if (text !== '' && text.length <= MAX_TEXT_LENGTH) found.push({ path, key, depth, text });
    } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
      for (const [below, rawValue] of Object.entries(value)) {
        const isItem = Array.isArray(value);
        visit(rawValue, isItem ? `${path}[]` : `${path}.${below}`, isItem ? key : below, depth + 1);
      }
    }
  };
  visit(item, '', '', 0);
  return found;
}

type ByPath = ReadonlyMap<string, readonly (readonly Leaf[])[]>;

/** The leaves by their place, each with those of each hit that has some there. */
function byPath(all: readonly (readonly Leaf[])[]): ByPath {
  const paths = new Map<string, (readonly Leaf[])[]>();
  for (const leaves of all) {
    for (const [path, some] of Map.groupBy(leaves, (leaf) => leaf.path)) {
      const others = paths.get(path);
      if (others) others.push(some);
      else paths.set(path, [some]);
    }
  }
  return paths;
}

/** Where most hits have a number each of its own; the one that is least deep, then the first one. */
function placeOfNumbers(all: readonly (readonly Leaf[])[]): string | undefined {
  const places = [...byPath(all)].flatMap(([path, hits]) => {
    const numbers = hits.flatMap(([first]) => (first && parseEnterpriseNumber(first.text)) ?? []);
    const distinct = new Set(numbers).size;
    const isOwn = numbers.length === 1 || distinct > numbers.length / 2;
    return numbers.length > 0 && isOwn ? [{ path, distinct, depth: hits[0]?.[0]?.depth ?? 0 }] : [];
  });
  return places.toSorted((a, b) => b.distinct - a.distinct || a.depth - b.depth)[0]?.path;
}

/** Where the hits have the words that were searched for; a key that says that it is a name, or in which language, comes first. */
function placeOfNames(all: readonly (readonly Leaf[])[], language: Language, query: string): string | undefined {
  const words = foldedWords(query);
  const places = [...byPath(all)].flatMap(([path, hits]) => {
    const texts = hits.flatMap(([first]) => (first && /\p{L}{2}/u.test(first.text) ? first.text : []));
    const [{ key = '', depth = 0 } = {}] = hits[0] ?? [];
    if (texts.length === 0) return [];
    const found = texts.filter((text) => words.some((word) => foldedWords(text).some((one) => one.startsWith(word))));
    const isNamed = NAME_KEY.test(key) && !OTHER_NAME_KEY.test(path);
    if (found.length === 0 && !isNamed) return [];
    const inLanguage = new RegExp(`(?:^|[._a-z])${language}$`, 'i').test(path);
    const score = (2 * found.length) / all.length + (isNamed ? 1 : 0) + (inLanguage ? 0.5 : 0) - 0.1 * depth;
    return [{ path, score }];
  });
  return places.toSorted((a, b) => b.score - a.score)[0]?.path;
}

/** A code of three digits may be that of anything: a key has to say that it is a legal form's. */
const isForm = (key: string, rawValue: string) => FORM_KEY.test(key) || (!/\d/.test(rawValue) && rawValue.length <= 60);
