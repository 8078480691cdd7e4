import * as z from 'zod/mini';
import { FIELDS } from '../../company/company.ts';
import { historyPart, undoInHistory } from '../journal/history.ts';
import { recover } from '../journal/settle.ts';
import { forgetAll } from '../journal/store.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

const EntryId = z.string().check(z.minLength(1), z.maxLength(80));
/** Entries in one answer, so that none is too large to send. */
const MOST_ENTRIES = 1000;

export const HISTORY_HANDLERS: Handlers<'getHistory' | 'undoChange' | 'deleteHistory'> = {
  getHistory: handler(
    PAGE,
    z.object({ after: z.optional(EntryId), limit: z.int().check(z.minimum(1), z.maximum(MOST_ENTRIES)) }),
    (services, { after, limit }) => {
      // The user is about to look at what is not settled yet; its outcome is there at the next look.
      if (after === undefined) void recover(services);
      return historyPart(after, limit);
    },
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
