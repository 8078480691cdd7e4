import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CompanyHit } from '../../messages.ts';
import { shownNumber } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';

type Props = {
  readonly hits: readonly CompanyHit[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  /** Arrow keys and Enter do the same here as in the search box. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** The companies found; one of them is chosen, and the buttons below act on it. */
export function HitList({ hits, chosen, onChoose, onKeyDown }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const button = list.current?.querySelectorAll('button')[chosen];
    button?.scrollIntoView?.({ block: 'nearest' });
    // Inside the list the focus goes along; from the search box it stays there, so that typing goes on.
    if (list.current?.contains(document.activeElement)) button?.focus();
  }, [chosen]);

  return (
    <ul ref={list} class="hits" aria-label={text('lookupList')}>
      {hits.map((hit, index) => (
        <li key={hit.enterpriseNumber}>
          <button
            type="button"
            tabIndex={index === chosen ? 0 : -1}
            aria-current={index === chosen}
            onClick={() => onChoose(index)}
            onKeyDown={onKeyDown}
          >
            <span>
              <bdi class="name">{hit.name}</bdi> {hit.legalForm}
            </span>
            <span class="facts">
              <span>{shownNumber(hit.enterpriseNumber)}</span>
              {hit.municipality !== undefined && <span>{hit.municipality}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
