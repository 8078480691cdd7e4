import type { RefObject } from 'preact';
import { text } from '../../ui/texts.ts';
import { LIST_ID, optionId } from './hit-list.tsx';

type Props = {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** The hit that is marked in the list below; undefined where there is no list. */
  readonly marked: number | undefined;
};

/** The search box: the focus stays in it while the arrow keys go through the list below. */
export function SearchBox({ box, typed, onType, marked }: Props) {
  const isOpen = marked !== undefined;
  return (
    <search class="search">
      <input
        ref={box}
        type="text"
        enterkeyhint="search"
        role="combobox"
        aria-label={text('lookupLabel')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? LIST_ID : undefined}
        aria-activedescendant={isOpen ? optionId(marked) : undefined}
        placeholder={text('lookupLabel')}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </search>
  );
}
