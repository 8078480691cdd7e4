import { useEffect, useState } from 'preact/hooks';
import { companyOnPage } from './company-on-page.ts';
import { EMPTY_VIEW, keepView, onAsked, openedView, readView, type View, viewOf } from './view.ts';

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
