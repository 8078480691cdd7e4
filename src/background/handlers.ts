import { CONNECTION_HANDLERS } from './handlers/connection-handlers.ts';
import type { Handlers, WorkerMessage } from './handlers/handler.ts';
import { HISTORY_HANDLERS } from './handlers/history-handlers.ts';
import { LOOKUP_HANDLERS } from './handlers/lookup-handlers.ts';
import { MAPPING_HANDLERS } from './handlers/mapping-handlers.ts';
import { PREFERENCES_HANDLERS } from './handlers/preferences-handlers.ts';
import { RELATIONS_HANDLERS } from './handlers/relations-handlers.ts';
import { REVIEW_HANDLERS } from './handlers/review-handlers.ts';

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
