import { z } from 'zod';
import { FIELDS } from '../../company/company.ts';
import { historyPart, undoInHistory } from '../journal/history.ts';
import { forgetAll } from '../journal/store.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

const EntryId = z.string().min(1).max(80);
/** Entries in one answer, so that none is too large to send. */
const MOST_ENTRIES = 1000;

export const HISTORY_HANDLERS: Handlers<'getHistory' | 'undoChange' | 'deleteHistory'> = {
  getHistory: handler(
    PAGE,
    z.object({ after: EntryId.optional(), limit: z.number().int().min(1).max(MOST_ENTRIES) }),
    (_services, { after, limit }) => historyPart(after, limit),
  ),
  undoChange: handler(
    PAGE,
    z.object({ entryId: EntryId, fields: z.array(z.enum(FIELDS)) }),
    (services, { entryId, fields }) => undoInHistory(services, entryId, fields),
  ),
  deleteHistory: handler(PAGE, Nothing, async () => {
    await forgetAll();
    return null;
  }),
};
