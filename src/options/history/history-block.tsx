import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Watch } from './use-near.ts';

type Props = {
  readonly watch: Watch;
  /** Pixels, as far as one can tell before it was on the page. */
  readonly likelyHeight: number;
  readonly children: () => ComponentChildren;
};

/** A part of a long list: on the page while it is near what the user sees, else a space of its height. */
export function HistoryBlock({ watch, likelyHeight, children }: Props) {
  const block = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState<number | undefined>(likelyHeight);

  useEffect(() => {
    const element = block.current;
    if (element === null) return;
    return watch(element, ({ isIntersecting, boundingClientRect }) => {
      if (isIntersecting) setAway(undefined);
      // The keyboard's place is not taken off the page.
      else if (!element.contains(document.activeElement)) setAway(boundingClientRect.height);
    });
  }, [watch]);

  return (
    <div ref={block} role="none" {...(away !== undefined && { style: { height: `${away}px` } })}>
      {away === undefined && children()}
    </div>
  );
}
