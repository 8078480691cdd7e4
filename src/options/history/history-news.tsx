import type { Failure, UndoOutcome } from '../../messages/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fieldLabel } from '../../ui/field-labels.ts';
import { openAdminPulse } from '../../ui/open-adminpulse.ts';
import { UNDO_RESULTS } from '../../ui/outcome-texts.ts';
import { text } from '../../ui/texts.ts';

/** What became of what the user asked for. */
export type News =
  | { readonly message: string }
  | { readonly undone: UndoOutcome; readonly relationCode: string }
  | { readonly failure: Failure; readonly again: () => void };

/** Stays in sight however far the list was scrolled. */
export function HistoryNews({ news }: { readonly news: News | undefined }) {
  return (
    <div class="news">
      <p role="status">{news === undefined || 'failure' in news ? '' : wordsOf(news)}</p>
      {news !== undefined && 'failure' in news && (
        <div role="alert" class="banner danger">
          <FailureNotice failure={news.failure} onTryAgain={news.again} inSettings />
        </div>
      )}
      {news !== undefined && 'undone' in news && news.undone.fields.some(({ result }) => result === 'notCleared') && (
        <button type="button" onClick={() => void openAdminPulse(news.relationCode)}>
          {text('openAdminPulse')}
        </button>
      )}
    </div>
  );
}

function wordsOf(news: Exclude<News, { failure: Failure }>): string {
  if ('message' in news) return news.message;
  return news.undone.fields
    .map(({ field, result }) => `${fieldLabel(field)}: ${text(UNDO_RESULTS[result])}.`)
    .join(' ');
}
