import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { closePage } from '../close-page.ts';

type Keys = {
  readonly onEnter: () => void;
  /** An arrow key. Undefined where there is no list to move in. */
  readonly onMove: ((step: 1 | -1) => void) | undefined;
  /** Undefined where nothing is left to leave but the popup. */
  readonly onEscape: (() => void) | undefined;
};

/**
 * Enter, the arrow keys and Escape, from the search box and wherever no control takes them; what is typed elsewhere goes
 * into the search box, in the place of what is there. Bound anew at each rendering, before the next key can be pressed.
 */
export function useLookupKeys(box: RefObject<HTMLInputElement | null>, { onEnter, onMove, onEscape }: Keys): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const isElsewhere = event.target !== box.current;
      const isOnControl = isElsewhere && event.target instanceof Element && event.target.closest('a, button, summary');
      if (event.key === 'Escape') {
        event.preventDefault();
        if (onEscape === undefined) void closePage();
        else onEscape();
      } else if (isOnControl) {
        return;
      } else if (event.key === 'Enter') {
        event.preventDefault();
        onEnter();
      } else if (!isElsewhere && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        onMove?.(event.key === 'ArrowDown' ? 1 : -1);
      } else if (isElsewhere && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        box.current?.focus();
        box.current?.select();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
