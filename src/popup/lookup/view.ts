import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import type { LookupAnswer } from '../../messages/index.ts';
import { LOOKUP_ASKED_KEY } from '../../messages/storage-keys.ts';
import { companyOnPage } from './company-on-page.ts';

/** What the lookup shows, as far as it outlives the popup's closing. */
export type View = {
  readonly typed: string;
  /** What was found for it, with the hit that is marked and how far the list is scrolled, in CSS pixels. */
  readonly answer?: LookupAnswer | undefined;
  readonly marked: number;
  readonly scrolled: number;
  /** The number of the company whose card is open. */
  readonly card?: string | undefined;
  /** The VAT number for which the user asked VIES; in Chrome, the question for permission closes the popup. */
  readonly vatAsked?: string | undefined;
  /** The company that AdminPulse's page was about when the popup last opened. */
  readonly onPage?: string | undefined;
};

const EMPTY_VIEW: View = { typed: '', marked: 0, scrolled: 0 };

/** A view on another query. */
function viewOf(typed: string, { onPage }: View): View {
  return { ...EMPTY_VIEW, typed, onPage };
}

type Opening = {
  /** What was shown last. */
  readonly kept?: View | undefined;
  /** What the context menu or the address bar asks for. */
  readonly asked?: string | undefined;
  /** The company that AdminPulse's page in front is about. */
  readonly onPage?: string | undefined;
};

/** What the popup opens on: what was asked for, else the page's company if the page is another one, else the last view. */
export function openedView({ kept = EMPTY_VIEW, asked, onPage }: Opening): View {
  if (asked !== undefined) {
    return { ...viewOf(asked, { ...kept, onPage }), card: parseEnterpriseNumber(asked) };
  }
  const isNews = onPage !== undefined && onPage !== kept.onPage;
  return isNews ? { ...kept, onPage, card: onPage, vatAsked: undefined } : { ...kept, onPage };
}

const VIEW = 'lookup-view';

/** The last view, and what the context menu asked for, which is taken away. Both live in memory, until the browser ends. */
async function readView(): Promise<Pick<Opening, 'kept' | 'asked'>> {
  const stored = await browser.storage.session.get([VIEW, LOOKUP_ASKED_KEY]);
  const { [VIEW]: kept, [LOOKUP_ASKED_KEY]: asked } = stored;
  if (asked !== undefined) await browser.storage.session.remove(LOOKUP_ASKED_KEY);
  return { kept: isView(kept) ? kept : undefined, asked: typeof asked === 'string' ? asked : undefined };
}

/** This page is the only writer, and it lives in memory only: its outer form is enough to tell it from a foreign value. */
function isView(stored: unknown): stored is View {
  if (typeof stored !== 'object' || stored === null) return false;
  const { typed, marked, scrolled }: { readonly [Key in keyof View]?: unknown } = stored;
  return typeof typed === 'string' && typeof marked === 'number' && typeof scrolled === 'number';
}

async function keepView(view: View): Promise<void> {
  await browser.storage.session.set({ [VIEW]: view });
}

/** Calls back for what the context menu asks while the page is open; answers how to stop. */
function onAsked(look: (query: string) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const asked = changes[LOOKUP_ASKED_KEY]?.newValue;
    if (typeof asked !== 'string') return;
    void browser.storage.session.remove(LOOKUP_ASKED_KEY);
    look(asked);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

export type ViewHandle = {
  readonly view: View;
  /** False until it is known what the page opens on; the user may type before. */
  readonly isOpen: boolean;
  readonly change: (part: Partial<View>) => void;
  /** Shows what is typed in place of all else. */
  readonly type: (typed: string) => void;
};

/** @param asked what the page's address asks for */
export function useView(asked: string | undefined): ViewHandle {
  const [view, setView] = useState<View>();

  useEffect(() => {
    void Promise.all([readView(), companyOnPage()]).then(([opening, onPage]) =>
      setView((now) => now ?? openedView({ ...opening, ...(asked !== undefined && { asked }), onPage })),
    );
    return onAsked((query) => setView((now) => openedView({ kept: now, asked: query, onPage: now?.onPage })));
  }, []);

  useEffect(() => {
    if (view !== undefined) void keepView(view);
  }, [view]);

  return {
    view: view ?? EMPTY_VIEW,
    isOpen: view !== undefined,
    change: (part) => setView((now = EMPTY_VIEW) => ({ ...now, ...part })),
    type: (typed) => setView((now = EMPTY_VIEW) => viewOf(typed, now)),
  };
}
