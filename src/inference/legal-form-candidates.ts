import { LANGUAGES } from '../company/company.ts';
import { foldedKey } from '../company/folding.ts';
import { legalFormAbbreviation, legalFormWord, parseLegalForm } from '../company/legal-form.ts';
import type { Part, PlacePart } from '../schema/field-place.ts';
import { asNumber, type Candidate, filled, itemOf, placeOf } from './candidate.ts';
import { formOf } from './forms.ts';
import { hintOf } from './key-words.ts';
import { type KindRead, ofKind, type Scene } from './leaf-candidates.ts';
import type { Node, Scalar } from './tree.ts';

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

type FormRead = KindRead & { readonly holds: readonly Part[]; readonly isOpen: boolean };

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
    // A house number may be a code by chance.
    if (usual < 0.6 || (read.node.item && !read.node.isEntry) || isEnumeration(read.node)) return [];
    return [
      {
        ...read,
        fit: read.fit - 5 * (1 - usual),
        holds: holdsOf(read.node),
        isOpen: isOpen(read.node),
      },
    ];
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
  const { node, facts, count, of, fit, holds } = read;
  const format = formOf('legalForm', node.all);
  return {
    place: placeOf(node, holds.length > 1 ? { parts: [{ keys: [], holds }] } : format ? { format } : {}),
    nodes: [node],
    names: node.names,
    facts,
    fit,
    // What a sole trader is called has no code, and no abbreviation.
    isOpen: read.isOpen,
    kind: 'legalForm',
    share: { count, of },
  };
}

function together(parent: Node, reads: readonly FormRead[]): Candidate {
  const [first] = reads as [FormRead];
  const parts: PlacePart[] = reads.map(({ node, holds }) => ({ keys: [node.key ?? ''], holds, ...asNumber(node) }));
  return {
    ...alone(first),
    isOpen: reads.some((read) => read.isOpen),
    place: { paths: parent.paths.map((path) => ({ path })), parts, ...itemOf(parent) },
    nodes: reads.map(({ node }) => node),
    names: [...first.node.names],
  };
}

/** Two keys of one object that say the same form in each document. */
function isCompanion(a: FormRead, b: FormRead): boolean {
  if (a === b) return true;
  if (a.node.parent === undefined || a.node.parent !== b.node.parent || a.holds.join() === b.holds.join()) return false;
  const both = a.facts.map((all, index) => [all[0]?.keys[0], b.facts[index]?.[0]?.keys[0]] as const);
  const given = both.filter(([one, other]) => one !== undefined && other !== undefined);
  const equal = given.filter(([one, other]) => one === other).length;
  return given.length >= 0.8 * filled(a.facts) && equal >= 0.9 * given.length && given.length > 0;
}

/** Small numbers are codes of the register only where larger ones stand beside them, where they have its zeros, or by name. */
function isEnumeration({ all, names }: Node): boolean {
  const isSmall = (value: Scalar) => /^\d+$/.test(String(value).trim()) && Number(value) < 100;
  const isPadded = (value: Scalar) => typeof value === 'string' && /^\d{3}$/.test(value.trim());
  return all.every(isSmall) && !all.every(isPadded) && hintOf('legalForm', names).score < CLEAR_HINT;
}

const CLEAR_HINT = 3;

/** Whether too few values show if they are words or abbreviations: some forms have one name for both. */
function isOpen({ all }: Node): boolean {
  return all.filter((value) => partsOf(String(value).trim()).length > 0).length < ENOUGH_VALUES;
}

const ENOUGH_VALUES = 1;

/** What most of its texts hold: "610", "BV", "Besloten vennootschap", "610 - Besloten vennootschap (BV)". */
function holdsOf(node: Node): readonly Part[] {
  const all = node.all.flatMap((value) => partsOf(String(value).trim()).join(' ') || []);
  if (all.includes('code')) return ['code'];
  const [[usual = 'word'] = []] = [...Map.groupBy(all, (one) => one)].toSorted(([, a], [, b]) => b.length - a.length);
  return usual.split(' ') as Part[];
}

function partsOf(text: string): readonly Part[] {
  const own = formOfText(text);
  if (own) return own;
  const parts = text.split(/\s[-–—/]\s|[():;,]/).map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  // A word may have a dash or a comma of its own.
  const isList = given.length > 1 && given.every((part) => PART.test(part) || /^\p{L}/u.test(part));
  const found = (isList ? given : [text]).map(
    (part): Part => (/^\d{1,3}$/.test(part) ? 'code' : part.length <= MAX_ABBREVIATION ? 'abbreviation' : 'word'),
  );
  return [...new Set(found)];
}

/** Whether a text is a word of the register or an abbreviation; none of the two where it is both. */
function formOfText(text: string): readonly Part[] | undefined {
  const code = /^\d/.test(text) ? undefined : parseLegalForm(text)?.code;
  if (code === undefined) return undefined;
  // The register has no name for a sole trader.
  if (code === 'NP') return [];
  const isAmong = (write: typeof legalFormWord) =>
    LANGUAGES.some((one) => foldedKey(write(code, one) ?? '') === foldedKey(text));
  const [isWord, isAbbreviation] = [isAmong(legalFormWord), isAmong(legalFormAbbreviation)];
  if (isWord === isAbbreviation) return isWord ? [] : undefined;
  return [isWord ? 'word' : 'abbreviation'];
}

const PART = /^\d{3}$/;

/** In characters. */
const MAX_ABBREVIATION = 10;
