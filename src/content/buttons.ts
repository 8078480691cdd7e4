/// <reference types="vite/client" />
import { formatEnterpriseNumber } from '../company/enterprise-number.ts';
import css from './buttons.css?inline';
import { openReview } from './messenger.ts';
import type { Placement } from './placement.ts';
import type { Texts } from './texts.ts';
import { HOST_TAG } from './traverse.ts';

/** One pair of buttons. */
export type Buttons = {
  readonly host: HTMLElement;
  /** Puts the buttons after this node; only there do they work. True when the page had taken them away from it. */
  readonly mount: (anchor: ChildNode) => boolean;
  readonly unmount: () => void;
  /** Offers to reload the page. */
  readonly offerReload: () => void;
};

/** The page's own shortcuts, and its clicks on a row, are not for what happens in our buttons. */
const STOPPED_EVENTS = 'keydown keyup keypress click dblclick mousedown mouseup pointerdown pointerup'.split(' ');
const stopPropagation = (event: Event) => event.stopPropagation();

/** Keeps the buttons on the line of the number before them: a line breaks nowhere beside a word joiner. */
const WORD_JOINER = '\u2060';

/**
 * Makes a link to the company in openthebox and a button that opens the review, not yet in the page.
 * Nothing is sent but on a click of the user's on buttons that stand in their place.
 */
export function createButtons(
  { number, code, compact }: Pick<Placement, 'number' | 'code' | 'compact'>,
  texts: Texts,
): Buttons {
  const host = document.createElement(HOST_TAG);
  let mountedAfter: ChildNode | undefined;

  const part = <T extends 'a' | 'button'>(tag: T, name: string, text: string): HTMLElementTagNameMap[T] => {
    const element = document.createElement(tag);
    element.className = `part ${name}`;
    if (compact) element.title = text;
    else element.append(text);
    return element;
  };
  const button = (name: string, text: string, act: () => void): HTMLButtonElement => {
    const element = part('button', name, text);
    element.addEventListener('click', (event) => event.isTrusted && host.previousSibling === mountedAfter && act());
    return element;
  };

  const link = part('a', 'open', texts.openInOpenthebox);
  link.href = `https://openthebox.be/company/BE${number}`;
  link.target = '_blank';
  link.rel = 'noopener';
  const status = document.createElement('span');
  status.role = 'status';
  const fetch = button('fetch', texts.fetchFromOpenthebox, async () => {
    if (fetch.ariaBusy) return;
    fetch.ariaBusy = fetch.ariaDisabled = 'true';
    status.textContent = '';
    const failure = await openReview({ enterpriseNumber: number, ...(code && { relationCode: code }) });
    fetch.ariaBusy = fetch.ariaDisabled = null;
    if (failure) status.textContent = texts[failure];
  });

  const group = document.createElement('div');
  group.className = compact ? 'compact' : '';
  group.role = 'group';
  group.ariaLabel = texts.pageGroup.replace('#', `BE ${formatEnterpriseNumber(number)}`);
  group.append(link, fetch, status);
  const style = document.createElement('style');
  // Not `append`: only so does Firefox know the text for an extension's, which the page's policy does not block.
  style.textContent = css;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(style, WORD_JOINER, group);
  for (const type of STOPPED_EVENTS) shadow.addEventListener(type, stopPropagation);

  /** A cell of a list, narrower for the buttons in it, would break the number before them, and make its row higher. */
  const cell = () => (compact ? host.closest('td') : null)?.style;

  return {
    host,
    mount(anchor) {
      if (anchor.nextSibling === host) return false;
      const wasTaken = mountedAfter === anchor;
      mountedAfter = anchor;
      anchor.after(host);
      cell()?.setProperty('white-space', 'nowrap');
      return wasTaken;
    },
    unmount() {
      mountedAfter = undefined;
      cell()?.removeProperty('white-space');
      host.remove();
    },
    offerReload: () => {
      if (status.previousSibling === fetch)
        status.before(button('reload', texts.relationChangedReload, () => location.reload()));
    },
  };
}
