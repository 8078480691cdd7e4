import type { Field } from '../../company/company.ts';
import type { Comparison, Review } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fieldList } from '../../ui/field-labels.ts';
import { openAdminPulse } from '../../ui/open-adminpulse.ts';
import { text } from '../../ui/texts.ts';
import { presumedIn } from '../changes/ticks.ts';
import type { ReviewHandle } from './use-review.ts';

type Props = {
  readonly handle: ReviewHandle;
  readonly comparison: Comparison | undefined;
};

/** What went wrong. Without it: nothing, not even an empty region. */
export function ReviewAlert({ handle, comparison }: Props) {
  const { review } = handle;
  const failure = handle.failure ?? (review?.phase === 'failed' ? review.failure : undefined);
  if (failure !== undefined) {
    return (
      <div role="alert" class="banner danger">
        <div tabIndex={-1} data-focus>
          <FailureNotice
            failure={failure}
            onTryAgain={handle.refresh}
            {...(comparison === undefined ? {} : { tryAgainLabel: text('checkAgain') })}
          >
            {handle.failure === undefined && nothingWasWritten(review) && text(notWritten(comparison))}
          </FailureNotice>
        </div>
      </div>
    );
  }
  if (review?.phase !== 'ready' || review.conflict === undefined) return null;
  return <Conflict fields={review.conflict} presumed={presumedIn(review.changes)} />;
}

/** What changed in AdminPulse since the user looked, and what may not be written any more though nothing changed. */
function Conflict({ fields, presumed }: { readonly fields: readonly Field[]; readonly presumed: readonly Field[] }) {
  const uncertain = fields.filter((field) => presumed.includes(field));
  const changed = fields.filter((field) => !presumed.includes(field));
  return (
    <div role="alert" class="banner warning">
      <div tabIndex={-1} data-focus>
        {changed.length > 0 && (
          <p>
            <strong>{text('conflictCause', fieldList(changed))}</strong> {text('conflictNext')}
          </p>
        )}
        {uncertain.length > 0 && (
          <p>
            <strong>{text('conflictPresumed', fieldList(uncertain))}</strong> {text('conflictPresumedNext')}
          </p>
        )}
      </div>
    </div>
  );
}

/** A relation that was made before the step that failed is said elsewhere; the relation itself is as it was. */
function notWritten(comparison: Comparison | undefined): 'nothingWasWritten' | 'relationWasNotWritten' {
  return comparison?.made === undefined ? 'nothingWasWritten' : 'relationWasNotWritten';
}

/**
 * Only a write that was asked for and did not happen is worth the word; an unsettled one may have happened. The state says it of
 * its own write, and nothing of a later one.
 */
function nothingWasWritten(review: Review | undefined): boolean {
  return review?.phase === 'failed' && review.ticked !== undefined && review.failure.kind !== 'unsettled';
}

/** What an undo could not make empty again, with the way to where the user can. */
export function NotCleared({ review }: { readonly review: Extract<Review, { phase: 'undone' }> }) {
  const fields = review.undone.filter(({ result }) => result === 'notCleared').map(({ field }) => field);
  if (fields.length === 0) return null;
  return (
    <div class="banner warning">
      <p>{text('statusNotCleared', fieldList(fields))}</p>
      <button type="button" onClick={() => void openAdminPulse(review.relation.code)}>
        {text('openAdminPulse')}
      </button>
    </div>
  );
}
