import { type EnterpriseNumber, findEnterpriseNumbers } from '../company/enterprise-number.ts';
import { trackLabels } from './label-tracker.ts';
import {
  hasWords,
  kindOf,
  NEVER,
  relationCodesIn,
  SEARCH,
  SEARCH_WORDS,
  SURROUNDINGS,
  type TextKind,
} from './page-labels.ts';
import { traverse } from './traverse.ts';
import type { Viewport } from './viewport.ts';

/** A node that holds a value: a text, or a field. */
export type ValueNode = Text | HTMLInputElement;

/** An enterprise number that stands in the page. */
export type NumberMatch = {
  readonly number: EnterpriseNumber;
  readonly holder: ValueNode;
  /** What the page calls it. */
  readonly label: 'vat' | 'enterprise' | undefined;
  /** The label stands at the number itself, as in a form, and not at the head of its column. */
  readonly labelled: boolean;
};

/** A relation's code (`APR…`) that stands in the page. */
export type CodeMatch = { readonly code: string; readonly holder: ValueNode; readonly labelled: boolean };

/** What one scan found, in the order of the page. */
export type PageScan = {
  readonly numbers: readonly NumberMatch[];
  readonly codes: readonly CodeMatch[];
  /** The fields looked at, with the value each had. */
  readonly fields: readonly (readonly [HTMLInputElement, string])[];
  /** Elements that carry our name: our own, and copies that the page made. */
  readonly hosts: readonly Element[];
  /** Something was left out because it is far from the visible part. */
  readonly windowed: boolean;
  /** The page is so large that only what is near the visible part was read. */
  readonly pruned: boolean;
};

/** Most texts have no number: they cost no more than this test. */
const DIGITS = /\d{3}/;

/** A longer text is prose: a number in it that has no label is not what the page is about (characters). */
const MAX_UNLABELLED_LENGTH = 100;

/**
 * Reads the numbers and codes off the page: those that are shown, without the office's own company and without those
 * in a section about other relations.
 */
export function scanPage(root: Element, viewport: Viewport, pruned = false): PageScan {
  const numbers: NumberMatch[] = [];
  const codes: CodeMatch[] = [];
  const fields: [HTMLInputElement, string][] = [];
  const hosts: Element[] = [];
  const labels = trackLabels();

  /** Matches the numbers and codes in a text or a field; `labelAt` says what stands before a place in it. */
  const match = (holder: ValueNode, value: string, labelAt: (index: number) => TextKind | undefined): void => {
    const element = holder.parentElement;
    if (!element || labels.inOthers() || element.closest(NEVER) || !viewport.isRendered(element)) return;
    for (const { number, start, rank } of findEnterpriseNumbers(value)) {
      const own = labelAt(start);
      const kind = own ?? columnKind(element) ?? labels.secondBefore();
      const label = kind === 'vat' || kind === 'enterprise' ? kind : undefined;
      // Without a label: not the office's own company, no bare digits, no mobile phone written with dots.
      const isSure = kind !== 'ownCompany' && (rank === 1 || (rank < 4 && !/^04[5-9]/.test(number)));
      if (label || (isSure && value.length <= MAX_UNLABELLED_LENGTH && !element.closest(SURROUNDINGS)))
        numbers.push({ number, holder, label, labelled: Boolean(label) && label === own });
    }
    for (const code of relationCodesIn(value))
      codes.push({ code, holder, labelled: labelAt(value.indexOf(code)) === 'code' });
  };

  const { windowed, tooLarge } = traverse(root, viewport, pruned, {
    host: (host) => hosts.push(host),

    text(text) {
      const { data } = text;
      const labelAt = (index: number) => {
        const prefix = data.slice(0, index);
        return hasWords(prefix) ? kindOf(prefix) : labels.before();
      };
      if (DIGITS.test(data)) match(text, data, labelAt);
      labels.add(text);
    },

    field(field) {
      const { value, placeholder } = field;
      if (field.matches(SEARCH)) return;
      fields.push([field, value]);
      if (!DIGITS.test(value)) return;
      const name = field.ariaLabel || field.labels?.[0]?.textContent || '';
      const kind = kindOf(name.trim()) ?? labels.before() ?? kindOf(placeholder);
      if (!SEARCH_WORDS.test(name + placeholder)) match(field, value, () => kind);
    },
  });
  // Too large to be read whole: once more, and only where the user looks.
  if (tooLarge && !pruned) return scanPage(root, viewport, true);
  return { numbers, codes, fields, hosts, windowed, pruned };
}

/** What the header says of the column in which an element stands, if that is a table. */
function columnKind(element: Element): TextKind | undefined {
  const cell = element.closest<HTMLTableCellElement>('td');
  return kindOf(cell?.closest('table')?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '');
}
