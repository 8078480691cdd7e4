import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol, Result } from '../messages/index.ts';

const { sendMessage } = defineExtensionMessaging<Protocol>();

/** Messages that a page sends to the worker. */
export type Request = Exclude<keyof Protocol, 'relationChanged'>;

type Data<R extends Request> = Parameters<Protocol[R]>[0];
type Answer<R extends Request> = Awaited<ReturnType<Protocol[R]>>;

/**
 * Asks the worker. Never rejects: a worker that is gone, or breaks, is a failure of kind `internal`, as data like
 * every other failure.
 */
export async function callWorker<R extends Request>(request: R, data?: Data<R>): Promise<Answer<R>> {
  try {
    return (await sendMessage(request, data as never)) as Answer<R>;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const failed: Result<never> = {
      ok: false,
      failure: { kind: 'internal', detail: `${request}: ${detail}`, unanswered: true },
    };
    return failed as Answer<R>;
  }
}
