import { useEffect, useState } from 'preact/hooks';
import type { Failure, PreferencesChange, PreferencesView } from '../../messages/index.ts';
import { callWorker } from '../../ui/worker.ts';
import { onPolicyChange } from '../policy-change.ts';

type View =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly view: PreferencesView };

export type PreferencesHandle = {
  readonly view: View;
  readonly read: () => void;
  /** Resolves to what kept it from being saved, if anything did. */
  readonly save: (change: PreferencesChange) => Promise<Failure | undefined>;
};

export function usePreferences(): PreferencesHandle {
  const [view, setView] = useState<View>({ phase: 'loading' });
  const read = () => {
    void callWorker('getPreferences').then((answer) =>
      setView(answer.ok ? { phase: 'ready', view: answer.value } : { phase: 'failed', failure: answer.failure }),
    );
  };
  useEffect(read, []);
  useEffect(() => onPolicyChange(read), []);

  return {
    view,
    read,
    save: async (change) => {
      const answer = await callWorker('setPreferences', change);
      if (!answer.ok) return answer.failure;
      setView({ phase: 'ready', view: answer.value });
      return undefined;
    },
  };
}

/** Saves a change, and says so by the label of what was changed. */
export type Save = (label: string, change: PreferencesChange) => void;
