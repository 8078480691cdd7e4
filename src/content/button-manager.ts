import { besideOf } from './anchor.ts';
import { type Buttons, createButtons } from './buttons.ts';
import { after } from './context.ts';
import { pace } from './frame-scheduler.ts';
import { onRelationChanged } from './messenger.ts';
import { readPage } from './page-scan.ts';
import { type Placement, placementsIn } from './placement.ts';
import { readTexts } from './texts.ts';
import { HOST_TAG } from './traverse.ts';
import type { Eye } from './viewport.ts';

/** The least time between two looks (milliseconds): a number has its buttons within twice that. */
const GAP = { list: 90, file: 30 };

/** How often fields are compared with what they held: the page may fill them, and no event tells (milliseconds). */
const FIELDS = 100;

/** So many looks in a row may find a pair of buttons taken away from its number; then we give way for a while. */
const PATIENCE = 5;
const TRUCE = 10_000;

/** Whatever may show a number, take one away, or take buttons away. */
const OBSERVED = { childList: true, characterData: true, attributes: true, subtree: true };

type Kept = Buttons & { readonly placement: Placement; taken: number };

/**
 * Keeps the buttons beside their numbers until the lifetime ends. Whatever happens in the page only requests a look at
 * it; a look reads what is visible and puts right what differs. So a page that renders again and again costs no more
 * than one look in each `GAP`.
 */
export function keepButtons(eye: Eye, lifetime: AbortSignal): void {
  const texts = readTexts();
  let kept = new Map<string, Kept>();
  let timer = 0;
  let windowed = false;
  let pruned = false;

  const look = (): void => {
    observer.disconnect();
    const reading = readPage(document.body, eye, pruned);
    ({ windowed, pruned } = reading);
    clearInterval(timer);
    const isFilled = () => reading.fields.some(([field, value]) => field.value !== value);
    if (reading.fields.length > 0) timer = window.setInterval(() => isFilled() && request(), FIELDS);
    const next = new Map<string, Kept>();
    for (const placement of placementsIn(reading)) {
      const key = `${placement.number} ${placement.code} ${placement.compact}`;
      // The same relation twice in a list has one pair.
      if (next.has(key)) continue;
      const buttons = kept.get(key) ?? Object.assign(createButtons(placement, texts), { placement, taken: 0 });
      next.set(key, buttons);
      put(buttons, besideOf(placement.holder));
    }
    for (const [key, buttons] of kept) if (!next.has(key)) drop(buttons);
    kept = next;
    const ours = new Set<Element>([...kept.values()].map(({ host }) => host));
    for (const host of reading.hosts) if (!ours.has(host)) host.remove();
    // Only what the page does is a reason to look again.
    watch();
  };

  const watch = () => observer.observe(document, OBSERVED);

  const drop = (buttons: Kept): void => {
    buttons.beside = undefined;
    cellOf(buttons)?.style.removeProperty('white-space');
    buttons.host.remove();
  };

  const put = (buttons: Kept, beside: ChildNode): void => {
    if (buttons.taken > PATIENCE) return;
    const stands = beside.nextSibling === buttons.host;
    buttons.taken = stands || buttons.beside !== beside ? 0 : buttons.taken + 1;
    buttons.beside = beside;
    if (buttons.taken > PATIENCE) {
      drop(buttons);
      after(TRUCE, startAfresh, lifetime);
    } else if (!stands) {
      beside.after(buttons.host);
      cellOf(buttons)?.style.setProperty('white-space', 'nowrap');
    }
  };

  const startAfresh = (): void => {
    pruned = false;
    for (const buttons of kept.values()) buttons.taken = 0;
    request();
  };

  const isMissing = ({ host, beside }: Kept): boolean => Boolean(beside) && !host.isConnected;
  const request = pace(
    look,
    () => (windowed ? GAP.list : GAP.file),
    // Not in a long list: there, the layout that a look before the frame needs is too dear.
    () => !windowed && [...kept.values()].some(isMissing),
    watch,
    lifetime,
  );

  // One record is enough to look; until then the page need not make more of them.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    request();
  });

  const on = (types: string, target: EventTarget, listen: () => void) => {
    for (const type of types.split(' ')) target.addEventListener(type, listen, { signal: lifetime, capture: true });
  };
  on('scroll resize', window, () => windowed && request());
  // It comes for a change of the hash, a push, a replace and a step back.
  on('currententrychange', navigation, startAfresh);
  onRelationChanged(({ enterpriseNumber, relationCode }) => {
    for (const { placement, offerReload } of kept.values())
      if (placement.number === enterpriseNumber && (placement.code ?? relationCode) === relationCode) offerReload();
  }, lifetime);
  lifetime.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    for (const buttons of kept.values()) drop(buttons);
  });
  for (const orphan of document.querySelectorAll(HOST_TAG)) orphan.remove();
  request();
}

/** A cell of a list, narrower for the buttons in it, would break the number before them, and make its row higher. */
function cellOf({ host, placement }: Kept): HTMLElement | null {
  return placement.compact ? host.closest('td') : null;
}
