import { useState } from 'preact/hooks';
import type { Field } from '../../company/company.ts';
import type { Failure, LinkToAdd, Result, Review } from '../../messages/index.ts';
import { REVIEW_RECORD } from '../../messages/storage-keys.ts';
import { callWorker } from '../../ui/worker.ts';
import { NO_TICKS, type Ticks, ticksAfter, withTicks } from '../changes/ticks.ts';
import { isUnanswered, useSessionRecord } from '../changes/use-session-record.ts';
import { choicesAfter, type LinkChoice, type LinkChoices, NO_LINK_CHOICES, withChoice } from '../links/link-choices.ts';

/** What the user decided so far. */
type Decided = { readonly ticks: Ticks; readonly linkChoices: LinkChoices };

const UNDECIDED: Decided = { ticks: NO_TICKS, linkChoices: NO_LINK_CHOICES };

/** A review as it is now, the user's ticks, and what can be asked of the worker. */
export type ReviewHandle = Decided & {
  readonly review: Review | undefined;
  /** The worker did not take a message, or has no such review. */
  readonly failure: Failure | undefined;
  readonly tick: (fields: readonly Field[], ticked: boolean) => void;
  readonly chooseLink: (key: string, choice: LinkChoice | undefined) => void;
  readonly apply: (fields: Field[], links: readonly LinkToAdd[]) => void;
  readonly refresh: () => void;
  readonly undo: () => void;
  readonly keep: (field: Field, keep: boolean) => void;
  /** Says that what is read at the presumed places of these fields is right, and reads again. */
  readonly confirm: (fields: Field[]) => void;
  readonly choose: (relationCode: string) => void;
};

/** Follows a review, with what the user decides in its window. */
export function useReview(reviewId: string): ReviewHandle {
  const [decided, setDecided] = useState(UNDECIDED);
  const { record, failure, showFailure } = useSessionRecord({
    shared: REVIEW_RECORD,
    id: reviewId,
    ask: () => callWorker('getReview', { reviewId }),
    underWay: ['loading', 'applying', 'undoing'],
    onShow: (review) =>
      setDecided(({ ticks, linkChoices }) => ({
        ticks: ticksAfter(ticks, review),
        linkChoices: choicesAfter(linkChoices, review),
      })),
  });

  /** A write is announced by the review's state: where that did not move, it was not sent. */
  const showWriteFailure = (answer: Result<null>) =>
    showFailure(isUnanswered(answer) ? { ok: false, failure: { kind: 'notSent' } } : answer);

  return {
    review: record,
    failure,
    ...decided,
    tick: (fields, ticked) => setDecided((now) => ({ ...now, ticks: withTicks(now.ticks, fields, ticked) })),
    chooseLink: (key, choice) =>
      setDecided((now) => ({ ...now, linkChoices: withChoice(now.linkChoices, key, choice) })),
    apply: (fields, links) =>
      void callWorker('applyReview', { reviewId, fields, ...(links.length > 0 && { links: [...links] }) }).then(
        showWriteFailure,
      ),
    undo: () => void callWorker('undoReview', { reviewId }).then(showWriteFailure),
    keep: (field, keep) => void callWorker('keepMine', { reviewId, field, keep }).then(showFailure),
    refresh: () => void callWorker('refreshReview', { reviewId }).then(showFailure),
    confirm: (fields) =>
      void callWorker('confirmPlaces', { fields })
        .then((answer) => (answer.ok ? callWorker('refreshReview', { reviewId }) : answer))
        .then(showFailure),
    choose: (relationCode) => void callWorker('chooseRelation', { reviewId, relationCode }).then(showFailure),
  };
}
