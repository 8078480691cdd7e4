import type { Message } from '../messages/channel.ts';
import type { Answer, Data } from '../messages/index.ts';
import type { TextKey } from './texts.ts';

/**
 * Asks for the review of a relation, and returns what to say if that failed. The channel's wire form, but not its code: the
 * script has no room for it.
 */
export async function openReview(data: Data<'openReview'>): Promise<TextKey | undefined> {
  try {
    const answer = await chrome.runtime.sendMessage<Message<'openReview'>, Answer<'openReview'> | undefined>({
      type: 'openReview',
      data,
    });
    return answer?.ok ? undefined : 'fetchFailed';
  } catch {
    // After an update of the extension, its scripts that are still in pages no longer belong to it.
    return chrome.runtime?.id ? 'fetchFailed' : 'extensionWasUpdated';
  }
}

export function onRelationChanged(listen: (relation: Data<'relationChanged'>) => void, signal: AbortSignal): void {
  const { onMessage } = chrome.runtime;
  const receive = ({ type, data }: Message<'relationChanged'>) => {
    if (type === 'relationChanged') listen(data);
  };
  onMessage.addListener(receive);
  signal.addEventListener('abort', () => onMessage.removeListener(receive));
}
