import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When the state changes, what the user had focused is often gone. The focus then goes to the part of the page that
 * speaks of the new state, marked `data-focus`: an alert first, else the heading.
 * @param state the name of the state; the same name leaves the focus where the user has it
 */
export function useFocusOnChange(state: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const target =
      main.current?.querySelector<HTMLElement>('[role="alert"] [data-focus]') ??
      main.current?.querySelector<HTMLElement>('[data-focus]');
    target?.focus();
  }, [state]);
  return main;
}
