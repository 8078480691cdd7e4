import { after } from './lifetime.ts';

/**
 * Turns any number of requests into calls of `look` that are at least `gap` milliseconds apart. Each comes right after
 * a frame was drawn, so that it finds the layout done and does not cause one of its own; except that, after a quiet
 * time, `isUrgent` (buttons were taken away) brings it forward to just before the frame, so that the user never sees
 * the page without them.
 */
export function pace(look: () => void, gap: () => number, isUrgent: () => boolean, lifetime: AbortSignal): () => void {
  let requested = false;
  let last = 0;

  const run = () => {
    requested = false;
    last = performance.now();
    look();
  };

  return () => {
    if (requested) return;
    requested = true;
    const wait = last + gap() - performance.now();
    const onFrame = () => (wait <= 0 && isUrgent() ? run() : after(0, run, lifetime));
    // A tab in the background draws no frames.
    after(wait, () => (document.hidden ? run() : requestAnimationFrame(onFrame)), lifetime);
  };
}
