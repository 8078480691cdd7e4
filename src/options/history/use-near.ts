import { useEffect, useState } from 'preact/hooks';

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
