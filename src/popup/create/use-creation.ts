import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Creation, Failure, Result } from '../../messages/index.ts';
import { CREATION_RECORD } from '../../messages/storage-keys.ts';
import { callWorker } from '../../ui/worker.ts';

type State = {
  readonly creation?: Creation;
  /** The worker did not take a message, or has no such creation. */
  readonly failure?: Failure;
};

export type CreationHandle = State & {
  /** Says what became of a message that the worker was asked. */
  readonly settle: (answer: Result<null>) => void;
};

/** Milliseconds between two looks at a creation that is under way; a browser ends an idle worker after 30 s. */
const POLL_MS = 3_000;

/** Follows a creation, which the worker keeps in `storage.session`: it outlives this window and the worker. */
export function useCreation(creationId: string): CreationHandle {
  const [state, setState] = useState<State>({});

  useEffect(() => {
    let followed = false;
    const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
      const changed = changes[CREATION_RECORD.keyOf(creationId)]?.newValue;
      if (!CREATION_RECORD.isRecord(changed)) return;
      followed = true;
      setState({ creation: changed });
    };
    browser.storage.session.onChanged.addListener(onChanged);
    void callWorker('getCreation', { creationId }).then((answer) => {
      if (!followed) setState(answer.ok ? { creation: answer.value } : { failure: answer.failure });
    });
    return () => {
      followed = true;
      browser.storage.session.onChanged.removeListener(onChanged);
    };
  }, [creationId]);

  const { phase } = state.creation ?? {};
  const underWay = phase === 'loading' || phase === 'creating';
  useEffect(() => {
    if (!underWay) return;
    // A worker that ended meanwhile tells nobody. The question wakes a new one, which goes on or settles what was sent.
    const timer = setInterval(() => void callWorker('getCreation', { creationId }), POLL_MS);
    return () => clearInterval(timer);
  }, [underWay, creationId]);

  return {
    ...state,
    settle: (answer) => {
      // If the creation has moved on since, its state says what became of it.
      if (!answer.ok) {
        setState((now) => (now.creation?.phase === phase ? { ...now, failure: answer.failure } : now));
      }
    },
  };
}
