import * as z from 'zod/mini';
import { historyPart, undoInHistory } from '../journal/history.ts';
import { reconcileAll } from '../journal/reconcile.ts';
import { forgetAll } from '../journal/store.ts';
import { applyReview } from '../review/apply.ts';
import { keepMine } from '../review/dismissed.ts';
import { reviewLinkOptions } from '../review/link-options.ts';
import { chooseRelation, currentReview, openReview, refreshReview } from '../review/open.ts';
import { undoReview } from '../review/undo.ts';
import { command, type Handlers, handler, PAGE, PAGE_AND_CONTENT } from './handler.ts';
import { EnterpriseNumberText, FieldName, Nothing, textUpTo } from './schemas.ts';

const RelationCode = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[\w-]+$/));
const ReviewId = z.object({ reviewId: textUpTo(120) });

const Name = z.string().check(z.trim(), z.maxLength(100));
const LinkAddition = z.object({
  key: z.string().check(z.maxLength(400)),
  type: textUpTo(40),
  target: z.union([
    RelationCode,
    z.object({
      status: z.string().check(z.maxLength(80)),
      person: z.exactOptional(z.object({ firstName: Name, lastName: Name })),
    }),
  ]),
});

export const REVIEW_HANDLERS = {
  openReview: command(
    PAGE_AND_CONTENT,
    z.object({ enterpriseNumber: EnterpriseNumberText, relationCode: z.optional(RelationCode) }),
    (services, { enterpriseNumber, relationCode }) => openReview(services, enterpriseNumber, relationCode),
  ),
  getReview: handler(PAGE, ReviewId, (services, { reviewId }) => currentReview(services, reviewId)),
  refreshReview: command(PAGE, ReviewId, (services, { reviewId }) => refreshReview(services, reviewId)),
  chooseRelation: command(
    PAGE,
    z.extend(ReviewId, { relationCode: RelationCode }),
    (services, { reviewId, relationCode }) => chooseRelation(services, reviewId, relationCode),
  ),
  getLinkOptions: handler(PAGE, ReviewId, (services, { reviewId }) => reviewLinkOptions(services, reviewId)),
  applyReview: command(
    PAGE,
    z.extend(ReviewId, { fields: z.array(FieldName), links: z.optional(z.array(LinkAddition)) }),
    (services, { reviewId, fields, links }) => applyReview(services, reviewId, fields, links),
  ),
  undoReview: command(PAGE, ReviewId, (services, { reviewId }) => undoReview(services, reviewId)),
  keepMine: command(
    PAGE,
    z.extend(ReviewId, { field: FieldName, keep: z.boolean() }),
    (_services, { reviewId, field, keep }) => keepMine(reviewId, field, keep),
  ),
} satisfies Partial<Handlers>;

const EntryId = textUpTo(80);
/** Entries in one answer, so that none is too large to send. */
const MAX_ENTRIES = 1000;

export const HISTORY_HANDLERS = {
  getHistory: handler(
    PAGE,
    z.object({ after: z.optional(EntryId), limit: z.int().check(z.minimum(1), z.maximum(MAX_ENTRIES)) }),
    (services, { after, limit }) => {
      // The user is about to look at what is not settled yet; its outcome is there at the next look.
      if (after === undefined) void reconcileAll(services);
      return historyPart(after, limit);
    },
  ),
  undoChange: handler(
    PAGE,
    z.object({ entryId: EntryId, fields: z.array(FieldName) }),
    (services, { entryId, fields }) => undoInHistory(services, entryId, fields),
  ),
  deleteHistory: command(PAGE, Nothing, () => forgetAll()),
} satisfies Partial<Handlers>;
