import { type DataArgument, sendMessage } from '../messages/channel.ts';
import type { Answer, Result, WorkerMessage } from '../messages/index.ts';

/**
 * Asks the worker. Never rejects: a worker that is gone, or breaks, is a failure of kind `internal`, as data like
 * every other failure.
 */
export async function callWorker<M extends WorkerMessage>(type: M, ...data: DataArgument<M>): Promise<Answer<M>> {
  try {
    return (await sendMessage(type, ...data)) ?? unanswered(type, 'No response');
  } catch (error) {
    return unanswered(type, error instanceof Error ? error.message : String(error));
  }
}

function unanswered(type: WorkerMessage, detail: string): Result<never> {
  return { ok: false, failure: { kind: 'internal', detail: `${type}: ${detail}`, unanswered: true } };
}
