import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

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

type Tell = (seen: IntersectionObserverEntry) => void;

/** Tells of an element whenever it comes near what the user sees, or leaves; answers how to end that. */
export type Watch = (element: Element, tell: Tell) => () => void;

/** One observer for many elements. `ahead` is how near, in pixels. */
export function useNear(ahead: number): Watch {
  const [{ observer, watch }] = useState(() => watcher(ahead));
  useEffect(() => () => observer.disconnect(), [observer]);
  return watch;
}

function watcher(ahead: number): { readonly observer: IntersectionObserver; readonly watch: Watch } {
  const tells = new Map<Element, Tell>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) tells.get(entry.target)?.(entry);
    },
    { rootMargin: `${ahead}px` },
  );
  const watch: Watch = (element, tell) => {
    tells.set(element, tell);
    observer.observe(element);
    return () => {
      tells.delete(element);
      observer.unobserve(element);
    };
  };
  return { observer, watch };
}
