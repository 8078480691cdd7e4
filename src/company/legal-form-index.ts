import { foldedKey } from './folding.ts';

/** A row of the register's list: its code, abbreviations, and words in Dutch, French, German and, where there are, English. */
type Row = {
  readonly code: string;
  readonly abbreviations: Readonly<Record<'nl' | 'fr' | 'de', string>>;
  readonly words: Names;
};

type Names = Readonly<Record<'nl' | 'fr' | 'de', string>> & { readonly en: string | undefined };

export type LegalFormTables = {
  /** The register's list: a line a form, `code|nl|fr|de|words nl|words fr|words de|words en`. */
  readonly register: string;
  /** The codes of each family, the present form first. */
  readonly families: Readonly<Record<string, readonly string[]>>;
  /** Words of everyday use: the codes that they mean, and the words, divided by ", ". */
  readonly everyday: readonly (readonly [codes: string, words: string])[];
  /** Forms that the register has no code for. */
  readonly others: Readonly<Record<string, Names>>;
};

export type LegalFormIndex = {
  /** The words of a form, by its code. */
  readonly namesOf: ReadonlyMap<string, Names>;
  /** The codes that a word or abbreviation may mean, the likeliest first, by its folded key. */
  readonly codesOf: ReadonlyMap<string, readonly string[]>;
  /** The keys of all words and abbreviations of a family, and those that stand before a name too. */
  readonly keysOf: ReadonlyMap<string, { readonly all: ReadonlySet<string>; readonly leading: ReadonlySet<string> }>;
  /** The family of a code; the code itself for a form that stands alone. */
  familyOf(code: string): string;
};

type Word = {
  readonly code: string;
  readonly text: string;
  /** German abbreviations stand after a name, never before it ("AG Insurance" is a name). */
  readonly isLeading: boolean;
  /** A word of everyday use may mean forms of several families. */
  readonly isEveryday: boolean;
};

/**
 * Makes the index of the register's tables. An abbreviation that two families share belongs to the one that comes first:
 * words of everyday use, then the present forms, then those of the past. So "BV" is 610 and not 020 (Beroepsvereniging),
 * and "SC" is 706.
 */
export function buildLegalFormIndex({ register, families, everyday, others }: LegalFormTables): LegalFormIndex {
  const familyByCode = new Map(
    Object.entries(families).flatMap(([family, codes]) => codes.map((code) => [code, family] as const)),
  );
  const familyOf = (code: string) => familyByCode.get(code) ?? code;
  const isPresent = ({ code }: Row) => families[familyOf(code)]?.[0] === code;

  const rows = register.split('\n').map(toRow);
  const words = [
    ...everyday.flatMap(everydayWords),
    ...rows.filter(isPresent).flatMap(registerWords),
    ...rows.filter((row) => !isPresent(row)).flatMap(registerWords),
  ];

  const codesOf = new Map<string, string[]>();
  const keysOf = new Map<string, { all: Set<string>; leading: Set<string> }>();
  for (const { code, text, isLeading, isEveryday } of words) {
    const key = foldedKey(text);
    const family = familyOf(code);
    const codes = codesOf.get(key) ?? [];
    const isTaken = codes.length > 0 && !codes.some((other) => familyOf(other) === family);
    if (key === '' || (isTaken && !isEveryday)) continue;
    if (!codes.includes(code)) codes.push(code);
    codesOf.set(key, codes);
    const keys = keysOf.get(family) ?? { all: new Set(), leading: new Set() };
    keys.all.add(key);
    if (isLeading) keys.leading.add(key);
    keysOf.set(family, keys);
  }

  const namesOf = new Map([...rows.map(({ code, words }) => [code, words] as const), ...Object.entries(others)]);
  return { namesOf, codesOf, keysOf, familyOf };
}

function toRow(line: string): Row {
  const [code = '', ...columns] = line.split('|');
  const [nl = '', fr = '', de = '', wordsNl = '', wordsFr = '', wordsDe = '', wordsEn = ''] = columns;
  return {
    code,
    abbreviations: { nl, fr, de },
    words: { nl: wordsNl, fr: wordsFr, de: wordsDe, en: wordsEn || undefined },
  };
}

function everydayWords([codes, words]: readonly [codes: string, words: string]): Word[] {
  return words
    .split(', ')
    .flatMap((text) => codes.split(' ').map((code) => ({ code, text, isLeading: true, isEveryday: true })));
}

function registerWords({ code, abbreviations, words }: Row): Word[] {
  const isEveryday = false;
  return [
    { code, text: abbreviations.nl, isLeading: true, isEveryday },
    { code, text: abbreviations.fr, isLeading: true, isEveryday },
    { code, text: abbreviations.de, isLeading: false, isEveryday },
    ...[words.nl, words.fr, words.de, words.en ?? ''].map((text) => ({ code, text, isLeading: true, isEveryday })),
  ];
}
