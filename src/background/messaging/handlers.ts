import type { Answer, WorkerMessage } from '../../messages/index.ts';
import { attempt } from '../failures.ts';
import type { Services } from '../services.ts';
import type { Handlers } from './handler.ts';
import { LOOKUP_HANDLERS } from './lookup-handlers.ts';
import { RELATIONS_HANDLERS } from './relation-handlers.ts';
import { HISTORY_HANDLERS, REVIEW_HANDLERS } from './review-handlers.ts';
import type { Sender } from './sender.ts';
import { CONNECTION_HANDLERS, MAPPING_HANDLERS, PREFERENCES_HANDLERS } from './settings-handlers.ts';
import { SUPPORT_HANDLERS } from './support-handlers.ts';

/** Everything that can be asked of the worker. */
export const HANDLERS: Handlers = {
  ...REVIEW_HANDLERS,
  ...LOOKUP_HANDLERS,
  ...CONNECTION_HANDLERS,
  ...MAPPING_HANDLERS,
  ...PREFERENCES_HANDLERS,
  ...HISTORY_HANDLERS,
  ...RELATIONS_HANDLERS,
  ...SUPPORT_HANDLERS,
};

/** Answers a message of a sender that may send it, and refuses any other. */
export async function answerMessage<M extends WorkerMessage>(
  services: Services,
  sender: Sender,
  type: M,
  data: unknown,
): Promise<Answer<M>> {
  const { from, answer } = HANDLERS[type];
  if (from.includes(sender)) return attempt(() => answer(services, data));
  return { ok: false, failure: { kind: 'internal', detail: `${type} may not be sent from there` } };
}
