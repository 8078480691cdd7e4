import * as z from 'zod/mini';
import { FIELDS } from '../../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../../company/enterprise-number.ts';
import { historyPart, undoInHistory } from '../journal/history.ts';
import { reconcileAll } from '../journal/reconcile.ts';
import { forgetAll } from '../journal/store.ts';
import { applyReview } from '../review/apply.ts';
import { keepMine } from '../review/dismissed.ts';
import { reviewLinkOptions } from '../review/link-options.ts';
import { chooseRelation, currentReview, openReview, refreshReview } from '../review/open.ts';
import { undoReview } from '../review/undo.ts';
import { type Handlers, handler, Nothing, PAGE, PAGE_AND_CONTENT } from './handler.ts';

export const EnterpriseNumberText = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((text, { issues }): EnterpriseNumber => {
    const number = parseEnterpriseNumber(text);
    if (number) return number;
    issues.push({ code: 'custom', message: 'not an enterprise number', input: text });
    return z.NEVER;
  }),
);
const RelationCode = z.string().check(z.minLength(1), z.maxLength(60), z.regex(/^[\w-]+$/));
const ReviewId = z.string().check(z.minLength(1), z.maxLength(120));

const Name = z.string().check(z.trim(), z.maxLength(100));
const LinkAddition = z.object({
  key: z.string().check(z.maxLength(400)),
  type: z.string().check(z.minLength(1), z.maxLength(40)),
  target: z.union([
    RelationCode,
    z.object({
      status: z.string().check(z.maxLength(80)),
      person: z.exactOptional(z.object({ firstName: Name, lastName: Name })),
    }),
  ]),
});

export const REVIEW_HANDLERS: Handlers<
  | 'openReview'
  | 'getReview'
  | 'refreshReview'
  | 'chooseRelation'
  | 'applyReview'
  | 'getLinkOptions'
  | 'undoReview'
  | 'keepMine'
> = {
  openReview: handler(
    PAGE_AND_CONTENT,
    z.object({ enterpriseNumber: EnterpriseNumberText, relationCode: z.optional(RelationCode) }),
    async (services, { enterpriseNumber, relationCode }) => {
      await openReview(services, enterpriseNumber, relationCode);
      return null;
    },
  ),
  getReview: handler(PAGE, z.object({ reviewId: ReviewId }), (services, { reviewId }) =>
    currentReview(services, reviewId),
  ),
  refreshReview: handler(PAGE, z.object({ reviewId: ReviewId }), async (services, { reviewId }) => {
    await refreshReview(services, reviewId);
    return null;
  }),
  chooseRelation: handler(
    PAGE,
    z.object({ reviewId: ReviewId, relationCode: RelationCode }),
    async (services, { reviewId, relationCode }) => {
      await chooseRelation(services, reviewId, relationCode);
      return null;
    },
  ),
  getLinkOptions: handler(PAGE, z.object({ reviewId: ReviewId }), (services, { reviewId }) =>
    reviewLinkOptions(services, reviewId),
  ),
  applyReview: handler(
    PAGE,
    z.object({ reviewId: ReviewId, fields: z.array(z.enum(FIELDS)), links: z.optional(z.array(LinkAddition)) }),
    async (services, { reviewId, fields, links }) => {
      await applyReview(services, reviewId, fields, links);
      return null;
    },
  ),
  undoReview: handler(PAGE, z.object({ reviewId: ReviewId }), async (services, { reviewId }) => {
    await undoReview(services, reviewId);
    return null;
  }),
  keepMine: handler(
    PAGE,
    z.object({ reviewId: ReviewId, field: z.enum(FIELDS), keep: z.boolean() }),
    async (_services, { reviewId, field, keep }) => {
      await keepMine(reviewId, field, keep);
      return null;
    },
  ),
};

const EntryId = z.string().check(z.minLength(1), z.maxLength(80));
/** Entries in one answer, so that none is too large to send. */
const MAX_ENTRIES = 1000;

export const HISTORY_HANDLERS: Handlers<'getHistory' | 'undoChange' | 'deleteHistory'> = {
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
    z.object({ entryId: EntryId, fields: z.array(z.enum(FIELDS)) }),
    (services, { entryId, fields }) => undoInHistory(services, entryId, fields),
  ),
  deleteHistory: handler(PAGE, Nothing, async () => {
    await forgetAll();
    return null;
  }),
};
