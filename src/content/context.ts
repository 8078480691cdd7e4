/** How a new instance of the script (injected twice, or after an update) tells the one before it to stop. */
const TAKE_OVER = 'openthebox-for-adminpulse';

/**
 * Stops every earlier instance, and returns the signal of this one: it is aborted when a later one takes over.
 * Every listener, observer and timer of the script takes this signal.
 */
export function startContext(): AbortSignal {
  const controller = new AbortController();
  const { signal } = controller;
  // Dispatched before it is listened to: it reaches the others only.
  document.dispatchEvent(new Event(TAKE_OVER));
  document.addEventListener(TAKE_OVER, () => controller.abort(), { signal });
  return signal;
}

/** Runs once after so many milliseconds, unless the signal was aborted by then. */
export function after(milliseconds: number, run: () => void, signal: AbortSignal): void {
  setTimeout(() => signal.aborted || run(), milliseconds);
}
