import type { Handlers, WorkerMessage } from './handler.ts';
import { LOOKUP_HANDLERS } from './lookup-handlers.ts';
import { RELATIONS_HANDLERS } from './relation-handlers.ts';
import { HISTORY_HANDLERS, REVIEW_HANDLERS } from './review-handlers.ts';
import { CONNECTION_HANDLERS, MAPPING_HANDLERS, PREFERENCES_HANDLERS } from './settings-handlers.ts';

/** Everything that can be asked of the worker. */
export const HANDLERS: Handlers<WorkerMessage> = {
  ...REVIEW_HANDLERS,
  ...LOOKUP_HANDLERS,
  ...CONNECTION_HANDLERS,
  ...MAPPING_HANDLERS,
  ...PREFERENCES_HANDLERS,
  ...HISTORY_HANDLERS,
  ...RELATIONS_HANDLERS,
};
