import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Review } from '../../messages/index.ts';
import { comparisonOf, isWriting } from '../../messages/review-state.ts';
import { setDocumentLanguage, text } from '../../ui/texts.ts';
import { ChangesTable } from '../changes/changes-table.tsx';
import { ReviewNotices } from '../changes/notices.tsx';
import { ReviewHeader } from '../changes/page-header.tsx';
import { tickedFields } from '../changes/ticks.ts';
import { closePage } from '../close-page.ts';
import { linksToAdd } from '../links/link-choices.ts';
import { Choice } from './choice.tsx';
import { Loading } from './loading.tsx';
import { NotCleared } from './not-cleared.tsx';
import { ReviewAlert } from './review-alert.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { statusText } from './status.ts';
import { type ReviewHandle, useReview } from './use-review.ts';

/** The window of one review, in every state that it can be in. The frame, and the status in it, stay in place. */
export function ReviewPage({ reviewId }: { readonly reviewId: string }) {
  const handle = useReview(reviewId);
  const { review, ticks, linkChoices } = handle;
  const comparison = review && comparisonOf(review);
  const { links, missing } = linksToAdd(linkChoices);
  const fields = comparison === undefined ? [] : tickedFields(ticks, comparison.changes);
  if (links.length > 0) fields.push('linkedRelations');
  const isOpen = review?.phase === 'ready' || review?.phase === 'failed';
  const mayApply = isOpen && fields.length > 0 && missing.length === 0;
  const main = useFocusOnChange(stateName(handle));

  const apply = () => {
    if (mayApply) handle.apply(fields, links);
  };
  useReviewKeys({ apply, close: isWriting(review) ? undefined : closePage });
  useEffect(() => {
    if (comparison !== undefined) setDocumentLanguage(`${comparison.heading} · ${text('extensionName')}`);
  }, [comparison?.heading]);

  return (
    <div class="review">
      <main ref={main} aria-busy={review === undefined || review.phase === 'loading' || isWriting(review)}>
        <ReviewHeader review={review} comparison={comparison} onRefresh={handle.refresh} />
        <ReviewAlert handle={handle} comparison={comparison} />
        {comparison !== undefined && <ReviewNotices comparison={comparison} />}
        {review?.phase === 'undone' && <NotCleared review={review} />}
        {review !== undefined && comparison !== undefined && (
          <ChangesTable
            review={review}
            comparison={comparison}
            ticks={ticks}
            onTick={handle.tick}
            onKeep={review.phase === 'ready' ? handle.keep : undefined}
            linkChoice={{ choices: linkChoices, onChoose: handle.chooseLink }}
          />
        )}
        {review?.phase === 'choosing' && <Choice review={review} onChoose={handle.choose} />}
        {isLoading(handle) && <Loading review={review?.phase === 'loading' ? review : undefined} />}
      </main>
      <ReviewFooter
        status={handle.failure === undefined || comparison !== undefined ? statusText(review, fields, missing) : ''}
        phase={review?.phase}
        mayApply={mayApply}
        canApply={comparison !== undefined}
        onApply={apply}
        onRefresh={handle.refresh}
        onUndo={isUndoable(review) ? handle.undo : undefined}
      />
    </div>
  );
}

/** Whether something was written that can be put back. */
function isUndoable(review: Review | undefined): boolean {
  if (review?.phase === 'failed') return review.undoes !== undefined;
  return (
    review?.phase === 'applied' && review.outcome.some(({ result }) => result === 'written' || result === 'partly')
  );
}

function isLoading({ review, failure }: ReviewHandle): boolean {
  return review === undefined ? failure === undefined : review.phase === 'loading';
}

/** States between which the focus moves; a new answer in the same state leaves the focus where the user has it. */
function stateName({ review, failure }: ReviewHandle): string {
  if (failure !== undefined) return 'failure';
  return review?.phase === 'ready' && review.conflict !== undefined ? 'conflict' : (review?.phase ?? 'loading');
}

/**
 * When the state changes, what the user had focused is often gone. The focus then goes to the part that speaks of the
 * new state, marked `data-focus`: an alert first, else the heading, or the button that ends it.
 */
function useFocusOnChange(state: string) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const page = main.current?.parentElement;
    const target =
      page?.querySelector<HTMLElement>('[role="alert"] [data-focus]') ??
      page?.querySelector<HTMLElement>('[data-focus]');
    target?.focus();
  }, [state]);
  return main;
}

/**
 * Escape closes, Ctrl+Enter (on a Mac: Cmd+Enter) applies, from anywhere in the window. Bound before the next key can be
 * pressed, so that it never applies ticks that are gone from the screen.
 */
function useReviewKeys({ apply, close }: { apply: () => void; close: (() => Promise<void>) | undefined }) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && close !== undefined) void close();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        apply();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
