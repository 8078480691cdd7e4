import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { attentionText } from '../messages/attention-text.ts';
import type { Attention } from '../messages/index.ts';
import { text } from './texts.ts';
import { callWorker } from './worker.ts';

/** Why the toolbar's button has a badge, with the way to the settings. What is not connected is said elsewhere. */
export function AttentionHint() {
  const [attention, setAttention] = useState<Attention | null>(null);
  useEffect(() => {
    void callWorker('getAttention').then((answer) => answer.ok && setAttention(answer.value));
  }, []);
  if (!attention || attention.kind === 'notConnected') return null;
  return (
    <div class="banner warning hint">
      <div>
        <p>{text(...attentionText(attention))}</p>
        <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {text('openSettings')}
        </button>
      </div>
    </div>
  );
}
