import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CompanyHit, RelationsOf } from '../../messages/index.ts';
import { numberText } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';
import { RegisterStatusTag } from '../register-status.tsx';

export const LIST_ID = 'companies';
export const optionId = (index: number) => `${LIST_ID}-${index}`;

type Props = {
  readonly hits: readonly CompanyHit[];
  readonly relations: RelationsOf;
  readonly marked: number;
  /** Pixels. */
  readonly scrolled: number;
  /** Newer companies are on their way. */
  readonly isBusy: boolean;
  readonly onScroll: (pixels: number) => void;
  readonly onOpen: (enterpriseNumber: string) => void;
};

/** The companies found; the search box above moves the mark with the arrow keys. */
export function HitList({ hits, relations, marked, scrolled, isBusy, onScroll, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // Only when the list comes on screen: afterwards the user scrolls.
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = scrolled;
  }, []);
  useLayoutEffect(() => list.current?.children[marked]?.scrollIntoView?.({ block: 'nearest' }), [marked]);

  return (
    <div
      ref={list}
      id={LIST_ID}
      role="listbox"
      class="hits"
      aria-label={text('lookupList')}
      aria-busy={isBusy}
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
      // The focus stays in the search box.
      onMouseDown={(event) => event.preventDefault()}
    >
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the keys, and keeps the focus.
        <div
          key={hit.enterpriseNumber}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          onClick={() => onOpen(hit.enterpriseNumber)}
        >
          <Hit hit={hit} relation={relations[hit.enterpriseNumber]?.[0]} />
        </div>
      ))}
    </div>
  );
}

function Hit({
  hit,
  relation,
}: {
  readonly hit: CompanyHit;
  readonly relation: RelationsOf[string][number] | undefined;
}) {
  return (
    <>
      <span class="hit-name" title={hit.name}>
        <bdi class="name">{hit.name}</bdi> {hit.legalForm}
      </span>
      <span class="facts">
        <span>{numberText(hit.enterpriseNumber)}</span>
        {hit.municipality !== undefined && <bdi>{hit.municipality}</bdi>}
        {hit.registerStatus !== undefined && (
          <span>
            <RegisterStatusTag status={hit.registerStatus} />
          </span>
        )}
        {relation !== undefined && (
          <span>
            <b class="known">{text('lookupIsRelation')}</b>
          </span>
        )}
      </span>
    </>
  );
}
