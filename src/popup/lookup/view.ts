import { type Dispatch, useEffect, useReducer } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { LOOKUP_ASKED_KEY } from '../../messages/storage-keys.ts';
import { companyOnPage } from './company-on-page.ts';
import { INITIAL_STATE, type LookupEvent, type LookupState, openedView, reduce, type View } from './lookup-state.ts';

const VIEW = 'lookup-view';

/** The last view, and what the context menu asked for, which is taken away. Both live in memory, until the browser ends. */
async function readView(): Promise<{ readonly previous?: View | undefined; readonly asked?: string | undefined }> {
  const stored = await browser.storage.session.get([VIEW, LOOKUP_ASKED_KEY]);
  const { [VIEW]: previous, [LOOKUP_ASKED_KEY]: asked } = stored;
  if (asked !== undefined) await browser.storage.session.remove(LOOKUP_ASKED_KEY);
  return { previous: isView(previous) ? previous : undefined, asked: typeof asked === 'string' ? asked : undefined };
}

/** This page is the only writer, and it lives in memory only: its outer form is enough to tell it from a foreign value. */
function isView(stored: unknown): stored is View {
  if (typeof stored !== 'object' || stored === null) return false;
  const { typed, marked, scrolled }: { readonly [Key in keyof View]?: unknown } = stored;
  return typeof typed === 'string' && typeof marked === 'number' && typeof scrolled === 'number';
}

async function writeView(view: View): Promise<void> {
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

/**
 * The state of the lookup. What it shows is stored at each change, so that the popup opens on what it showed when it closed.
 * @param asked what the page's address asks for
 */
export function useLookupState(asked: string | undefined): [LookupState, Dispatch<LookupEvent>] {
  const [state, dispatch] = useReducer(reduce, INITIAL_STATE);

  useEffect(() => {
    void Promise.all([readView(), companyOnPage()]).then(([stored, onPage]) =>
      dispatch({ type: 'opened', view: openedView({ ...stored, ...(asked !== undefined && { asked }), onPage }) }),
    );
    return onAsked((query) => dispatch({ type: 'asked', query }));
  }, [asked]);

  const { view } = state;
  useEffect(() => {
    if (view !== undefined) void writeView(view);
  }, [view]);

  return [state, dispatch];
}
