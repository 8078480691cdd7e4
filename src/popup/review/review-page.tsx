import { useEffect } from 'preact/hooks';
import type { Review } from '../../messages/index.ts';
import { comparisonOf, isWritingPhase } from '../../messages/review-state.ts';
import { numberText } from '../../ui/numbers.ts';
import { setDocumentLanguage, text } from '../../ui/texts.ts';
import { ChangesTable } from '../changes/changes-table.tsx';
import { Loading } from '../changes/loading.tsx';
import { Notices } from '../changes/notices.tsx';
import { PageHeader } from '../changes/page-header.tsx';
import { usePageKeys } from '../changes/page-keys.ts';
import { rowsOf, type TableState } from '../changes/row-state.ts';
import { tickedFields } from '../changes/ticks.ts';
import { useFocusOnChange } from '../changes/use-focus-on-change.ts';
import { closePage } from '../close-page.ts';
import { linksToAdd } from '../links/link-choices.ts';
import { presumedSentences, toConfirm } from './presumed.ts';
import { NotCleared, ReviewAlert } from './review-alert.tsx';
import { ReviewFooter } from './review-footer.tsx';
import { statusText } from './status.ts';
import { type ReviewHandle, useReview } from './use-review.ts';

/** The window of one review, in every state that it can be in. The frame, and the status in it, stay in place. */
export function ReviewPage({ reviewId }: { readonly reviewId: string }) {
  const handle = useReview(reviewId);
  const { review, ticks, linkChoices } = handle;
  const comparison = review && comparisonOf(review);
  const presumed = comparison === undefined ? [] : toConfirm(comparison);
  const { links, missing } = linksToAdd(linkChoices);
  const fields = comparison === undefined ? [] : tickedFields(ticks, comparison.changes);
  if (links.length > 0) fields.push('linkedRelations');
  const isOpen = review?.phase === 'ready' || review?.phase === 'failed';
  const mayApply = isOpen && fields.length > 0 && missing.length === 0;
  const main = useFocusOnChange(stateName(handle));

  const apply = () => {
    if (mayApply) handle.apply(fields, links);
  };
  usePageKeys({ apply, close: isWritingPhase(review?.phase) ? undefined : closePage });
  useEffect(() => {
    if (comparison !== undefined) setDocumentLanguage(`${comparison.heading} · ${text('extensionName')}`);
  }, [comparison?.heading]);

  return (
    <div class="review">
      <main ref={main} aria-busy={review === undefined || review.phase === 'loading' || isWritingPhase(review.phase)}>
        <PageHeader
          enterpriseNumber={review?.enterpriseNumber}
          heading={comparison?.heading ?? (review?.phase === 'choosing' ? text('chooseHeading') : undefined)}
          relation={comparison?.relation}
          retrievedAt={comparison?.retrievedAt}
          onRefresh={review?.phase === 'ready' ? handle.refresh : undefined}
        />
        <ReviewAlert handle={handle} comparison={comparison} />
        {comparison !== undefined && (
          <Notices
            situation={comparison.situation}
            warnings={comparison.relation.warnings}
            made={comparison.made}
            presumed={presumedSentences(comparison)}
            onConfirm={review?.phase === 'ready' ? () => handle.confirm(presumed) : undefined}
            anonymous={comparison.anonymous}
          />
        )}
        {review?.phase === 'undone' && <NotCleared review={review} />}
        {review !== undefined && comparison !== undefined && (
          <ChangesTable
            rows={rowsOf(comparison.changes, ticks, tableState(review))}
            onTick={handle.tick}
            onKeep={review.phase === 'ready' ? handle.keep : undefined}
            links={
              comparison.links && {
                reviewId,
                company: comparison.heading,
                links: comparison.links,
                choices: linkChoices,
                onChoose: handle.chooseLink,
              }
            }
          />
        )}
        {review?.phase === 'choosing' && <Candidates review={review} onChoose={handle.choose} />}
        {isLoading(handle) && <Loading services={review?.phase === 'loading' ? review : undefined} />}
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

function tableState(review: Review): TableState {
  switch (review.phase) {
    case 'applying':
    case 'undoing':
      return { mode: 'busy' };
    case 'applied':
      return { mode: 'done', written: review.outcome };
    case 'undone':
      return { mode: 'done', undone: review.undone };
    case 'ready':
      return { mode: 'open', ...(review.conflict && { conflict: review.conflict }) };
    default:
      return { mode: 'open' };
  }
}

type CandidatesProps = {
  readonly review: Extract<Review, { phase: 'choosing' }>;
  readonly onChoose: (relationCode: string) => void;
};

/** Several relations have the number: the user says which one is meant. */
function Candidates({ review, onChoose }: CandidatesProps) {
  return (
    <div class="choice">
      <p>{text('chooseExplanation', review.candidates.length, numberText(review.enterpriseNumber))}</p>
      <ul aria-label={text('relations')}>
        {review.candidates.map((candidate) => (
          <li key={candidate.code}>
            <button type="button" onClick={() => onChoose(candidate.code)}>
              <bdi class="name">{candidate.name}</bdi>{' '}
              <span class="facts">
                <span>{candidate.code}</span>
                {candidate.customerCode !== undefined && <span>{text('customerCode', candidate.customerCode)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
