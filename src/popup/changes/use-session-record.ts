import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Failure, Result } from '../../messages/index.ts';
import type { SharedRecord } from '../../messages/storage-keys.ts';

/** Milliseconds between two looks at a record that is under way; a browser ends an idle worker after 30 s. */
const POLL_MS = 3_000;

type Followed<R extends { readonly phase: string }> = {
  readonly shared: SharedRecord<R>;
  readonly id: string;
  /** Asks the worker for the record, which then goes on with what was cut off. */
  readonly ask: (id: string) => Promise<Result<R>>;
  /** The phases that end by themselves. */
  readonly underWay: readonly R['phase'][];
  /** Called with each state, in the rendering that shows it. */
  readonly onShow?: (record: R) => void;
};

type RecordState<R> = {
  readonly record?: R;
  /** The worker did not take a message, or has no such record. */
  readonly failure?: Failure;
};

type Shown<R> = RecordState<R> & {
  /**
   * Shows why the worker did not do what it was asked; it gives no answer if it ends on the way. Where the record has moved on
   * since, its state says what became of it.
   */
  readonly showFailure: (answer: Result<null>) => void;
};

/**
 * Follows a record that the worker keeps in `storage.session`, so that it outlives both the window and the worker. The first
 * state comes by message; a later one that arrives before that answer wins.
 */
export function useSessionRecord<R extends { readonly phase: string }>(followed: Followed<R>): Shown<R> {
  const { shared, id, ask, underWay, onShow } = followed;
  const [state, setState] = useState<RecordState<R>>({});
  const show = (record: R) => {
    setState({ record });
    onShow?.(record);
  };

  useEffect(() => {
    let isLate = false;
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = changes[shared.keyOf(id)]?.newValue;
      if (!shared.isRecord(changed)) return;
      isLate = true;
      show(changed);
    };
    browser.storage.session.onChanged.addListener(onChanged);
    void askTwice(() => ask(id)).then((answer) => {
      if (isLate) return;
      if (answer.ok) show(answer.value);
      else setState({ failure: answer.failure });
    });
    return () => {
      isLate = true;
      browser.storage.session.onChanged.removeListener(onChanged);
    };
  }, [id]);

  const phase = state.record?.phase;
  const isUnderWay = phase !== undefined && underWay.includes(phase);
  useEffect(() => {
    if (!isUnderWay) return;
    // A worker that ended meanwhile tells nobody. The question wakes a new one, which goes on or says what is not known.
    const timer = setInterval(() => void ask(id), POLL_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, id]);

  return {
    ...state,
    showFailure: (answer) => {
      if (!answer.ok) {
        setState((now) => (now.record === state.record ? { ...now, failure: answer.failure } : now));
      }
    },
  };
}

/** The worker ended before it answered. */
export const isUnanswered = (answer: Result<unknown>) =>
  !answer.ok && answer.failure.kind === 'internal' && answer.failure.unanswered === true;

/** A worker that ends just then answers nobody; the second question finds a new one. */
async function askTwice<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  const answer = await ask();
  return isUnanswered(answer) ? ask() : answer;
}
