import { type Dispatch, useEffect, useReducer } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { companyOnPage } from './company-on-page.ts';
import { INITIAL_STATE, type LookupEvent, type LookupState, openedView, reduce, type View } from './lookup-state.ts';

const VIEW = 'lookup-view';
/** Written by the worker (background/lookup/entry-points). */
const ASKED = 'lookup-asked';

/** The last view, and what the context menu asked for, which is taken away. Both live in memory, until the browser ends. */
async function readView(): Promise<{ readonly previous?: View | undefined; readonly asked?: string | undefined }> {
  const { [VIEW]: previous, [ASKED]: asked } = await browser.storage.session.get([VIEW, ASKED]);
  if (asked !== undefined) await browser.storage.session.remove(ASKED);
  // Only this page writes the first, only the worker the second.
  return { previous: previous as View | undefined, asked: asked as string | undefined };
}

async function writeView(view: View): Promise<void> {
  await browser.storage.session.set({ [VIEW]: view });
}

/** Calls back for what the context menu asks while the page is open; answers how to stop. */
function onAsked(look: (query: string) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const asked = changes[ASKED]?.newValue;
    if (typeof asked !== 'string') return;
    void browser.storage.session.remove(ASKED);
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
