import type { Review } from '../../messages/index.ts';
import { isWritingPhase } from '../../messages/review-state.ts';
import { text } from '../../ui/texts.ts';
import { closePage } from '../close-page.ts';

type Props = {
  readonly status: string;
  readonly phase: Review['phase'] | undefined;
  /** There is a comparison to apply at all. */
  readonly canApply: boolean;
  /** Something is ticked, and no write is under way. */
  readonly mayApply: boolean;
  readonly onApply: () => void;
  readonly onRefresh: () => void;
  /** Absent where nothing was written that can be undone. */
  readonly onUndo: (() => void) | undefined;
};

/** The status region, which stays the same element through all states so that it is read out, and what can be done. */
export function ReviewFooter({ status, phase, canApply, mayApply, onApply, onRefresh, onUndo }: Props) {
  const isBusy = isWritingPhase(phase);
  return (
    <footer class="actions">
      <p role="status" id="review-status" class={isBusy ? 'message working' : 'message'}>
        {status}
      </p>
      {onUndo !== undefined && (
        <button type="button" onClick={onUndo}>
          {text('undo')}
        </button>
      )}
      {phase === 'applied' || phase === 'undone' ? (
        <>
          <button type="button" onClick={onRefresh}>
            {text('checkAgain')}
          </button>
          <button type="button" class="primary" onClick={() => void closePage()}>
            {text('close')}
          </button>
        </>
      ) : (
        <>
          <button type="button" onClick={() => void closePage()}>
            {text(isBusy ? 'close' : 'cancel')}
          </button>
          {canApply && phase !== 'undoing' && (
            <button
              type="button"
              class="primary"
              disabled={!mayApply}
              aria-describedby="review-status"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              onClick={onApply}
            >
              {text('applyChanges')}
            </button>
          )}
        </>
      )}
    </footer>
  );
}
