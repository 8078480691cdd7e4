import type { Comparison, Review } from '../../messages/index.ts';
import { opentheboxPage, shownNumber } from '../../ui/numbers.ts';
import { text } from '../../ui/texts.ts';
import { Age } from '../age.tsx';

type Props = {
  readonly review: Review | undefined;
  readonly comparison: Comparison | undefined;
  readonly onRefresh: () => void;
};

/** Whose data this is, and how old. */
export function ReviewHeader({ review, comparison, onRefresh }: Props) {
  const number = review && shownNumber(review.enterpriseNumber);
  const page = review && opentheboxPage(review.enterpriseNumber);
  const relation = comparison?.relation;
  const heading = comparison?.heading ?? (review?.phase === 'choosing' ? text('chooseHeading') : number);
  return (
    <header class="review-header">
      <div class="identity">
        <h1 tabIndex={-1} data-focus>
          <bdi>{heading ?? text('extensionName')}</bdi>
        </h1>
        <p class="facts">
          {heading !== number && number !== undefined && <span>{number}</span>}
          {relation !== undefined && <span>{relation.code}</span>}
          {relation?.customerCode !== undefined && <span>{text('customerCode', relation.customerCode)}</span>}
        </p>
      </div>
      <div class="source">
        {comparison !== undefined && <Age retrievedAt={comparison.retrievedAt} />}
        <span class="source-actions">
          {page !== undefined && (
            <a href={page} target="_blank" rel="noreferrer">
              {text('openInOpenthebox')}
            </a>
          )}
          {review?.phase === 'ready' && (
            <button type="button" class="link" onClick={onRefresh}>
              {text('checkAgain')}
            </button>
          )}
        </span>
      </div>
    </header>
  );
}
