import { anchorOf } from './anchor.ts';
import { type Buttons, createButtons } from './buttons.ts';
import { after } from './context.ts';
import { scheduleScans } from './frame-scheduler.ts';
import { onRelationChanged } from './messenger.ts';
import { scanPage } from './page-scan.ts';
import { type Placement, placementsIn } from './placement.ts';
import { readTexts } from './texts.ts';
import { HOST_TAG } from './traverse.ts';
import type { Viewport } from './viewport.ts';

/** The least time between two looks (milliseconds): a number has its buttons within twice that. */
const MIN_SCAN_INTERVAL_MS = { list: 90, file: 30 };

/** How often fields are compared with what they held: the page may fill them, and no event tells (milliseconds). */
const FIELDS = 100;

/** So many looks in a row may find a pair of buttons taken away from its number; then we give way for a while. */
const MAX_REMOVALS = 5;
const BACKOFF_MS = 10_000;

/** Whatever may show a number, take one away, or take buttons away. */
const OBSERVED = { childList: true, characterData: true, attributes: true, subtree: true };

type Mounted = Buttons & { readonly placement: Placement; removals: number };

/**
 * Keeps the buttons beside their numbers until the lifetime ends. Whatever happens in the page only requests a look at
 * it; a look reads what is visible and puts right what differs. So a page that renders again and again costs no more
 * than one look in each `GAP`.
 */
export function mountButtons(viewport: Viewport, signal: AbortSignal): void {
  const texts = readTexts();
  let kept = new Map<string, Mounted>();
  let timer = 0;
  let windowed = false;
  let pruned = false;

  const look = (): void => {
    observer.disconnect();
    const reading = scanPage(document.body, viewport, pruned);
    ({ windowed, pruned } = reading);
    clearInterval(timer);
    const isFilled = () => reading.fields.some(([field, value]) => field.value !== value);
    if (reading.fields.length > 0) timer = window.setInterval(() => isFilled() && request(), FIELDS);
    const next = new Map<string, Mounted>();
    for (const placement of placementsIn(reading)) {
      const key = `${placement.number} ${placement.code} ${placement.compact}`;
      // The same relation twice in a list has one pair.
      if (next.has(key)) continue;
      const buttons = kept.get(key) ?? Object.assign(createButtons(placement, texts), { placement, removals: 0 });
      next.set(key, buttons);
      put(buttons, anchorOf(placement.holder));
    }
    for (const [key, buttons] of kept) if (!next.has(key)) drop(buttons);
    kept = next;
    const ours = new Set<Element>([...kept.values()].map(({ host }) => host));
    for (const host of reading.hosts) if (!ours.has(host)) host.remove();
    // Only what the page does is a reason to look again.
    watch();
  };

  const watch = () => observer.observe(document, OBSERVED);

  const drop = (buttons: Mounted): void => {
    buttons.anchor = undefined;
    cellOf(buttons)?.style.removeProperty('white-space');
    buttons.host.remove();
  };

  const put = (buttons: Mounted, anchor: ChildNode): void => {
    if (buttons.removals > MAX_REMOVALS) return;
    const stands = anchor.nextSibling === buttons.host;
    buttons.removals = stands || buttons.anchor !== anchor ? 0 : buttons.removals + 1;
    buttons.anchor = anchor;
    if (buttons.removals > MAX_REMOVALS) {
      drop(buttons);
      after(BACKOFF_MS, startAfresh, signal);
    } else if (!stands) {
      anchor.after(buttons.host);
      cellOf(buttons)?.style.setProperty('white-space', 'nowrap');
    }
  };

  const startAfresh = (): void => {
    pruned = false;
    for (const buttons of kept.values()) buttons.removals = 0;
    request();
  };

  const isMissing = ({ host, anchor }: Mounted): boolean => Boolean(anchor) && !host.isConnected;
  const request = scheduleScans(
    look,
    () => (windowed ? MIN_SCAN_INTERVAL_MS.list : MIN_SCAN_INTERVAL_MS.file),
    // Not in a long list: there, the layout that a look before the frame needs is too dear.
    () => !windowed && [...kept.values()].some(isMissing),
    watch,
    signal,
  );

  // One record is enough to look; until then the page need not make more of them.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    request();
  });

  const on = (types: string, target: EventTarget, listen: () => void) => {
    for (const type of types.split(' ')) target.addEventListener(type, listen, { signal: signal, capture: true });
  };
  on('scroll resize', window, () => windowed && request());
  // It comes for a change of the hash, a push, a replace and a step back.
  on('currententrychange', navigation, startAfresh);
  onRelationChanged(({ enterpriseNumber, relationCode }) => {
    for (const { placement, offerReload } of kept.values())
      if (placement.number === enterpriseNumber && (placement.code ?? relationCode) === relationCode) offerReload();
  }, signal);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    for (const buttons of kept.values()) drop(buttons);
  });
  for (const orphan of document.querySelectorAll(HOST_TAG)) orphan.remove();
  request();
}

/** A cell of a list, narrower for the buttons in it, would break the number before them, and make its row higher. */
function cellOf({ host, placement }: Mounted): HTMLElement | null {
  return placement.compact ? host.closest('td') : null;
}
