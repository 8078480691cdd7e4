import { after } from './context.ts';

/**
 * Turns any number of requests into calls of `look` that are at least `gap` milliseconds apart. Each comes right after
 * a frame was drawn, so that it finds the layout done and does not cause one of its own; except that, after a quiet
 * time, `isUrgent` (buttons were taken away) brings it forward to just before the frame, so that the user never sees
 * the page without them. A tab in the background draws no frames, and is not looked at until it is seen.
 *
 * `watch` is called in the frame: whatever changes from then on is to be requested too. If something does, the layout
 * is no longer done, and the look waits for one frame more.
 */
export function scheduleScans(
  look: () => void,
  gap: () => number,
  isUrgent: () => boolean,
  watch: () => void,
  signal: AbortSignal,
): () => void {
  let requested = false;
  let changed = false;
  let last = 0;

  const run = () => {
    requested = false;
    last = performance.now();
    look();
  };

  const frame = (wait: number, retry: boolean) =>
    requestAnimationFrame(() => {
      if (wait <= 0 && isUrgent()) return run();
      watch();
      changed = false;
      after(0, () => (changed && retry ? frame(1, false) : run()), signal);
    });

  return () => {
    changed = true;
    if (requested) return;
    requested = true;
    const wait = last + gap() - performance.now();
    after(wait, () => frame(wait, true), signal);
  };
}
