import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Attention } from '../messages/index.ts';
import { dateText } from './dates.ts';
import { SERVICE_NAMES } from './failure.ts';
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
        <p>{attentionText(attention)}</p>
        <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {text('openSettings')}
        </button>
      </div>
    </div>
  );
}

function attentionText(attention: Exclude<Attention, { kind: 'notConnected' }>): string {
  switch (attention.kind) {
    case 'hostPermission':
      return text('attentionHostPermission');
    case 'refused':
      return text('attentionRefused', SERVICE_NAMES[attention.service]);
    case 'keyExpired':
      return text('attentionKeyExpired', dateText(attention.on));
    case 'keyExpires':
      return text('attentionKeyExpires', dateText(attention.on));
  }
}
