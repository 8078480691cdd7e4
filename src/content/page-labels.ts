/**
 * What AdminPulse's page looks like, as far as a button must know: the words before a value, the title of a section,
 * the form of a relation's code. No id, class or address of its page is documented, so none is relied on.
 * The labels are those of AdminPulse's help centre in nl, fr and en; de by analogy.
 */

/** "nr.", "nummer", "number", "no", "N°", "numéro" */
const NR = 'n(?:[ro°]|u?m)\\S*';

/** What a text says about the value that follows it. */
export type TextKind =
  | 'vat'
  | 'enterprise'
  /** The relation's "Unique ID code". */
  | 'code'
  /** The office's own company, to which the relation belongs. */
  | 'ownCompany'
  /** Title of a section that shows other relations than the one of the file. */
  | 'others';

const TEXTS = [
  `(?<vat>(?:${NR} (?:de )?)?(?:btw|tva|vat|mwst|ust)(?:.?id)?(?:.?${NR})?)`,
  `(?<enterprise>${NR} (?:(?:d.|de l.)?entreprise|kbo|bce|cbe)|(?:ondernemings|unternehmens|enterprise |company |(?:kbo|bce|cbe).?)${NR})`,
  '(?<code>(?:uni|eindeut)\\S+ (?:id|code).*|code .*unique)',
  '(?<ownCompany>eigen bedrijf|propre entreprise|own company|eigenes unternehmen)',
  '(?<others>(?:gelinkte|linked|verkn.pfte) \\S+|relations li.es|ubo)',
];

/** The whole text in lower case, or its last part: "peeters bv - btw-nr:". */
const KINDS = RegExp(`^(?:.*[-:,;|·•/(])?\\s*(?:${TEXTS.join('|')})(?:\\W*be)?[\\W\\d]*$`);

/** Longer texts are prose, not labels (characters). */
const MAX_LABEL_LENGTH = 48;

/** Where a number that has no label is the office's, or a shortcut to another relation: not what the page shows. */
export const SURROUNDINGS = 'nav,aside,footer,body>header,[role=banner]';

/** Never the relation's number, even if it looks like one. */
export const NEVER = 'a[href^="tel:"],[contenteditable]';

/** Menus and bars of tabs name sections too, and open none. */
export const MENU = 'nav,ul,[role=tablist]';

/** Fields to search or filter with (a role: combobox, searchbox), or with such a word in their name or placeholder. */
export const SEARCH = '[type=search],[role],thead *';
export const SEARCH_WORDS = /zoek|cherch|search|such|filt/i;

/** What is a row of a list whatever its looks. */
export const ROW = 'tr,li,[role=row]';

/** What a short text says about the value after it; `undefined` where it is no label known. */
export function kindOf(text: string): TextKind | undefined {
  const groups = text.length > MAX_LABEL_LENGTH ? undefined : KINDS.exec(text.toLowerCase())?.groups;
  return groups && (Object.keys(groups) as TextKind[]).find((kind) => groups[kind]);
}

/** Whether a text may be a label, unlike what stands between a label and its value ("*", "BE", an icon). */
export function hasWords(text: string): boolean {
  return /\p{L}{3}/u.test(text);
}

/** The relations' codes (`APR…`) in a text. */
export function relationCodesIn(text: string): readonly string[] {
  return text.match(/\bAPR\d{2,}\b/g) ?? [];
}
