import { hasWords, kindOf, MENU, type TextKind } from './page-labels.ts';

/** What the texts that were read so far say about the value that comes next. */
export type LabelTracker = {
  /** Takes the next text of the page. One without words (an icon, "BE") stands between a label and its value. */
  readonly add: (text: Text) => void;
  /** What the last text with words says about the value after it. The head of a table speaks of its columns only. */
  readonly before: () => TextKind | undefined;
  /** What the text before the last one says: a hint may stand between a label and its value. */
  readonly secondBefore: () => TextKind | undefined;
  /** Whether the reading is in a section that shows other relations. */
  readonly inOthers: () => boolean;
};

/** Follows the labels and the titles of sections through a reading of the page, in its order. */
export function trackLabels(): LabelTracker {
  let last: Text | undefined;
  let secondLast: Text | undefined;
  /** What holds the title of the section, if that shows other relations. */
  let title: Element | null | undefined;

  return {
    add(text) {
      const { data, parentElement: parent } = text;
      if (!hasWords(data)) return;
      if (kindOf(data) === 'others' && !parent?.closest(MENU)) title = parent;
      // The next title that looks like it ends the section.
      else if (parent?.localName === title?.localName && parent?.className === title?.className) title = undefined;
      secondLast = last;
      last = text;
    },
    before: () => (last?.parentElement?.closest('thead') ? undefined : last && kindOf(last.data)),
    secondBefore: () => secondLast && kindOf(secondLast.data),
    inOthers: () => Boolean(title),
  };
}
