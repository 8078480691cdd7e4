import { anchorOf } from './anchor.ts';
import { type Buttons, createButtons } from './buttons.ts';
import { after } from './context.ts';
import { scheduleScans } from './frame-scheduler.ts';
import { onRelationChanged } from './messenger.ts';
import { type PageScan, scanPage } from './page-scan.ts';
import { type Placement, placementsIn } from './placement.ts';
import { readTexts } from './texts.ts';
import { HOST_TAG } from './traverse.ts';
import type { Viewport } from './viewport.ts';

/** The least time between two scans: a number has its buttons within twice that. A long list costs more to scan. */
const MIN_SCAN_INTERVAL_MS = 30;
const MIN_LIST_SCAN_INTERVAL_MS = 90;

/** How often fields are compared with what they held: the page may fill them, and no event tells. */
const FIELD_POLL_MS = 100;

/** So many scans in a row may find a pair of buttons taken away from its number; then we back off. */
const MAX_REMOVALS = 5;
const BACKOFF_MS = 10_000;

/** Whatever may show a number, take one away, or take buttons away. */
const OBSERVED = { childList: true, characterData: true, attributes: true, subtree: true };

type Mounted = Buttons & { readonly placement: Placement };

/**
 * Keeps the buttons beside their numbers until the signal is aborted. Whatever happens in the page only requests a scan;
 * a scan reads what is visible and mounts, moves and unmounts what differs. So a page that renders again and again costs
 * no more than one scan in each interval.
 */
export function mountButtons(viewport: Viewport, signal: AbortSignal): void {
  const texts = readTexts();
  let mounted = new Map<string, Mounted>();
  /** Scans in a row that found the buttons of a placement taken away. */
  const removals = new Map<string, number>();
  let timer = 0;
  let windowed = false;
  let pruned = false;

  /** The order matters: only what the page does is a reason to scan again, so our own changes are not observed. */
  const scan = (): void => {
    observer.disconnect();
    const found = scanPage(document.body, viewport, pruned);
    ({ windowed, pruned } = found);
    pollFields(found.fields);
    reconcile(placementsIn(found), found.hosts);
    observe();
  };

  const observe = () => observer.observe(document, OBSERVED);

  const pollFields = (fields: PageScan['fields']): void => {
    clearInterval(timer);
    const isFilled = () => fields.some(([field, value]) => field.value !== value);
    if (fields.length > 0) timer = window.setInterval(() => isFilled() && request(), FIELD_POLL_MS);
  };

  /** Makes the page's buttons those of the placements; `hosts` are the elements that carry our name now. */
  const reconcile = (placements: readonly Placement[], hosts: readonly Element[]): void => {
    const next = new Map<string, Mounted>();
    for (const placement of placements) {
      const key = `${placement.number} ${placement.code} ${placement.compact}`;
      // The same relation twice in a list has one pair.
      if (next.has(key)) continue;
      const buttons = mounted.get(key) ?? { ...createButtons(placement, texts), placement };
      next.set(key, buttons);
      mount(key, buttons, anchorOf(placement.holder));
    }
    for (const [key, buttons] of mounted) {
      if (next.has(key)) continue;
      buttons.unmount();
      removals.delete(key);
    }
    mounted = next;
    const isOurs = (host: Element) => mounted.values().some((buttons) => buttons.host === host);
    for (const host of hosts) if (!isOurs(host)) host.remove();
  };

  const hasBackedOff = (key: string) => (removals.get(key) ?? 0) > MAX_REMOVALS;

  const mount = (key: string, buttons: Buttons, anchor: ChildNode): void => {
    if (hasBackedOff(key)) return;
    removals.set(key, buttons.mount(anchor) ? (removals.get(key) ?? 0) + 1 : 0);
    if (!hasBackedOff(key)) return;
    buttons.unmount();
    after(BACKOFF_MS, restart, signal);
  };

  const restart = (): void => {
    pruned = false;
    removals.clear();
    request();
  };

  const request = scheduleScans(
    scan,
    () => (windowed ? MIN_LIST_SCAN_INTERVAL_MS : MIN_SCAN_INTERVAL_MS),
    // Not in a long list: there, the layout that a scan before the frame needs is too dear.
    () => !windowed && [...mounted].some(([key, { host }]) => !host.isConnected && !hasBackedOff(key)),
    observe,
    signal,
  );

  // One record is enough to scan; until then the page need not make more of them.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    request();
  });

  const on = (types: string, target: EventTarget, listen: () => void) => {
    for (const type of types.split(' ')) target.addEventListener(type, listen, { signal, capture: true });
  };
  on('scroll resize', window, () => windowed && request());
  // It comes for a change of the hash, a push, a replace and a step back.
  on('currententrychange', navigation, restart);
  onRelationChanged(({ enterpriseNumber, relationCode }) => {
    for (const { placement, offerReload } of mounted.values())
      if (placement.number === enterpriseNumber && (placement.code ?? relationCode) === relationCode) offerReload();
  }, signal);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    for (const { unmount } of mounted.values()) unmount();
  });
  for (const orphan of document.querySelectorAll(HOST_TAG)) orphan.remove();
  request();
}
