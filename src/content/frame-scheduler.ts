import { after } from './context.ts';

/**
 * Throttles any number of requests to calls of `scan` that are at least `interval()` milliseconds apart. Each scan runs
 * right after a frame was drawn: the layout is done then, and the scan does not force one. After a quiet time,
 * `isUrgent` (buttons were taken away) brings it forward to just before the frame, so that the user never sees the page
 * without them. A tab in the background draws no frames, and is not scanned until it is seen.
 *
 * `observe` is called in the frame: whatever changes from then on is requested too. If something does, the layout is no
 * longer done, and the scan waits for one frame more.
 */
export function scheduleScans(
  scan: () => void,
  interval: () => number,
  isUrgent: () => boolean,
  observe: () => void,
  signal: AbortSignal,
): () => void {
  let requested = false;
  let changed = false;
  let last = 0;

  const run = () => {
    requested = false;
    last = performance.now();
    scan();
  };

  const frame = (wait: number, retry: boolean) =>
    requestAnimationFrame(() => {
      if (wait <= 0 && isUrgent()) return run();
      observe();
      changed = false;
      after(0, () => (changed && retry ? frame(1, false) : run()), signal);
    });

  return () => {
    changed = true;
    if (requested) return;
    requested = true;
    const wait = last + interval() - performance.now();
    after(wait, () => frame(wait, true), signal);
  };
}
