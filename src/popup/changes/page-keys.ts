import { useLayoutEffect } from 'preact/hooks';

type Keys = {
  /** Escape. Absent while the window is better left open. */
  readonly close: (() => Promise<void>) | undefined;
  /** Ctrl+Enter, on a Mac Cmd+Enter. Absent where the page has nothing to apply. */
  readonly apply?: () => void;
};

/**
 * The keys of a window, from anywhere in it. Bound before the next key can be pressed, so that *apply* never applies
 * ticks that are gone from the screen.
 */
export function usePageKeys({ close, apply }: Keys): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && close !== undefined) void close();
      if (apply !== undefined && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        apply();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
