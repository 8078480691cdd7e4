import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Field } from '../../company/company.ts';
import type { Failure, LinkToAdd, Result, Review } from '../../messages/index.ts';
import { REVIEW_RECORD } from '../../messages/storage-keys.ts';
import { callWorker } from '../../ui/worker.ts';
import { NO_TICKS, type Ticks, ticksAfter, withTicks } from '../changes/ticks.ts';
import { choicesAfter, type LinkChoice, type LinkChoices, NO_LINK_CHOICES, withChoice } from '../links/link-choices.ts';

type State = {
  readonly review?: Review;
  /** The worker did not take a message, or has no such review. */
  readonly failure?: Failure;
  readonly ticks: Ticks;
  readonly linkChoices: LinkChoices;
};

/** Nothing decided yet. */
const UNDECIDED = { ticks: NO_TICKS, linkChoices: NO_LINK_CHOICES };

/** A review as it is now, the user's ticks, and what can be asked of the worker. */
export type ReviewHandle = State & {
  readonly tick: (fields: readonly Field[], ticked: boolean) => void;
  readonly chooseLink: (key: string, choice: LinkChoice | undefined) => void;
  readonly apply: (fields: Field[], links: readonly LinkToAdd[]) => void;
  readonly refresh: () => void;
  readonly undo: () => void;
  readonly keep: (field: Field, keep: boolean) => void;
  readonly choose: (relationCode: string) => void;
};

/** Milliseconds between two looks at a review that is under way; a browser ends an idle worker after 30 s. */
const POLL_MS = 3_000;

/**
 * Follows the review `reviewId`: the worker keeps it in `storage.session`, so that it outlives both this window and
 * the worker itself. The first state comes by message; a later one that arrives before that answer wins.
 */
export function useReview(reviewId: string): ReviewHandle {
  const [state, setState] = useState<State>(UNDECIDED);

  useEffect(() => {
    let followed = false;
    const show = (review: Review) =>
      setState(({ ticks, linkChoices }) => ({
        review,
        ticks: ticksAfter(ticks, review),
        linkChoices: choicesAfter(linkChoices, review),
      }));
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = changes[REVIEW_RECORD.keyOf(reviewId)]?.newValue;
      if (!REVIEW_RECORD.isRecord(changed)) return;
      followed = true;
      show(changed);
    };
    browser.storage.session.onChanged.addListener(onChanged);
    void askTwice(reviewId).then((answer) => {
      if (followed) return;
      if (answer.ok) show(answer.value);
      else setState({ failure: answer.failure, ...UNDECIDED });
    });
    return () => {
      followed = true;
      browser.storage.session.onChanged.removeListener(onChanged);
    };
  }, [reviewId]);

  const underWay = isUnderWay(state.review);
  useEffect(() => {
    if (!underWay) return;
    // A worker that ended meanwhile tells nobody. The question wakes a new one, which goes on or says what is not known.
    const timer = setInterval(() => void callWorker('getReview', { reviewId }), POLL_MS);
    return () => clearInterval(timer);
  }, [underWay, reviewId]);

  /** A worker that ends on the way gives no answer. If the review has moved on since, its state says what became of it. */
  const settle = (answer: Result<null>) => {
    const asked = state.review?.phase;
    if (!answer.ok) setState((now) => (now.review?.phase === asked ? { ...now, failure: answer.failure } : now));
  };

  /** A write is announced by the review's state: where that did not move, it was not sent. */
  const settleWrite = (answer: Result<null>) => {
    settle(isUnanswered(answer) ? { ok: false, failure: { kind: 'notSent' } } : answer);
  };

  return {
    ...state,
    tick: (fields, ticked) => setState((now) => ({ ...now, ticks: withTicks(now.ticks, fields, ticked) })),
    chooseLink: (key, choice) => setState((now) => ({ ...now, linkChoices: withChoice(now.linkChoices, key, choice) })),
    apply: (fields, links) =>
      void callWorker('applyReview', { reviewId, fields, ...(links.length > 0 && { links: [...links] }) }).then(
        settleWrite,
      ),
    undo: () => void callWorker('undoReview', { reviewId }).then(settleWrite),
    keep: (field, keep) => void callWorker('keepMine', { reviewId, field, keep }).then(settle),
    refresh: () => void callWorker('refreshReview', { reviewId }).then(settle),
    choose: (relationCode) => void callWorker('chooseRelation', { reviewId, relationCode }).then(settle),
  };
}

const isUnderWay = (review: Review | undefined) =>
  review?.phase === 'loading' || review?.phase === 'applying' || review?.phase === 'undoing';

const isUnanswered = (answer: Result<unknown>) =>
  !answer.ok && answer.failure.kind === 'internal' && answer.failure.unanswered === true;

/** A worker that ends just then answers nobody; the second question finds a new one. */
async function askTwice(reviewId: string): Promise<Result<Review>> {
  const answer = await callWorker('getReview', { reviewId });
  return isUnanswered(answer) ? callWorker('getReview', { reviewId }) : answer;
}
