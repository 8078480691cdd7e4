import type { Protocol } from '../messages/index.ts';
import type { TextKey } from './texts.ts';

type Message<Type extends keyof Protocol> = { readonly type: Type; readonly data: Parameters<Protocol[Type]>[0] };
type Answer = { readonly res?: Awaited<ReturnType<Protocol['openReview']>> };

/**
 * Asks for the review of a relation, and returns what to say if that failed.
 * The script speaks to @webext-core/messaging in the worker, in its form of a message and of an answer, but does not
 * carry it along: it is a quarter of what the script may weigh.
 */
export async function openReview(data: Message<'openReview'>['data']): Promise<TextKey | undefined> {
  try {
    const message = { id: 0, timestamp: Date.now(), type: 'openReview', data };
    const answer: Answer | undefined = await chrome.runtime.sendMessage(message);
    return answer?.res?.ok ? undefined : 'fetchFailed';
  } catch {
    // After an update of the extension, its scripts that are still in pages no longer belong to it.
    return chrome.runtime?.id ? 'fetchFailed' : 'extensionWasUpdated';
  }
}

export type ChangedRelation = Message<'relationChanged'>['data'];

export function onRelationChanged(listen: (relation: ChangedRelation) => void, signal: AbortSignal): void {
  const { onMessage } = chrome.runtime;
  const receive = ({ type, data }: Message<'relationChanged'>, _sender: unknown, answer: (answer: Answer) => void) => {
    if (type !== 'relationChanged') return;
    listen(data);
    answer({});
  };
  onMessage.addListener(receive);
  signal.addEventListener('abort', () => onMessage.removeListener(receive));
}
