import {
  type Answer,
  type ContentMessage,
  type Data,
  isWorkerMessage,
  type Result,
  type WorkerMessage,
} from './index.ts';

/**
 * The channel that carries the protocol. The wire form is `{ type, data }`; the answer is a `Result`, or nothing from a
 * content script. Every end uses `chrome`: both browsers give it promises, and the content script has no room for the
 * polyfill. There is no log: some messages carry credentials.
 */
export type Message<M extends WorkerMessage | ContentMessage> = { readonly type: M; readonly data: Data<M> };

/** The data, which a message without any leaves out. */
export type DataArgument<M extends WorkerMessage> = undefined extends Data<M> ? [data?: Data<M>] : [data: Data<M>];

/** Rejects where nobody listens, or the worker ends before it answers; undefined where no listener knows the message. */
export function sendMessage<M extends WorkerMessage>(
  type: M,
  ...[data]: DataArgument<M>
): Promise<Answer<M> | undefined> {
  return chrome.runtime.sendMessage({ type, data });
}

/** Rejects where the tab has no content script. */
export function sendToTab<M extends ContentMessage>(tabId: number, type: M, data: Data<M>): Promise<void> {
  return chrome.tabs.sendMessage(tabId, { type, data } satisfies Message<M>);
}

type Answering = <M extends WorkerMessage>(
  type: M,
  data: unknown,
  sender: chrome.runtime.MessageSender,
) => Promise<Answer<M>>;

/**
 * Answers the messages to the worker; any other is left to other listeners. `true` keeps the way for the answer open: not
 * every Chrome that we support takes a promise. An error that left the listener would reach the sender with its text, which
 * may hold personal data or a secret: what is told of it is its name.
 */
export function listen(answer: Answering): void {
  chrome.runtime.onMessage.addListener((message: Partial<Message<WorkerMessage>> | null, sender, respond) => {
    const type = message?.type;
    if (!isWorkerMessage(type)) return false;
    const answering = async () => answer(type, message?.data, sender);
    void answering().catch(crash).then(respond);
    return true;
  });
}

/** A defect of ours, as data. */
function crash(error: unknown): Result<never> {
  return { ok: false, failure: { kind: 'internal', detail: error instanceof Error ? error.name : typeof error } };
}
