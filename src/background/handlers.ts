import { z } from 'zod';
import { FIELDS } from '../company/company.ts';
import { type EnterpriseNumber, parseEnterpriseNumber } from '../company/enterprise-number.ts';
import type { Protocol } from '../messages.ts';
import { connectAdminPulse, connections, connectOpenthebox, forget } from './connect.ts';
import { lookUp } from './look-up.ts';
import { exportMapping, getMapping, importMapping, setMapping } from './mapping/mapping.ts';
import { applyReview } from './review/apply.ts';
import { chooseRelation, currentReview, openReview, refreshReview } from './review/open.ts';
import type { Sender } from './sender.ts';
import type { Services } from './services.ts';

/** The messages that the worker answers. */
export type WorkerMessage = Exclude<keyof Protocol, 'relationChanged'>;

type Answer<M extends WorkerMessage> = Extract<Awaited<ReturnType<Protocol[M]>>, { ok: true }>['value'];

/** One row of the table: who may send the message, and what is done with its data once they are parsed. */
export type Handler<M extends WorkerMessage> = {
  readonly from: readonly Sender[];
  readonly answer: (services: Services, data: unknown) => Promise<Answer<M>>;
};

const PAGE: readonly Sender[] = ['page'];
const PAGE_AND_CONTENT: readonly Sender[] = ['page', 'content'];

const EnterpriseNumberText = z
  .string()
  .max(40)
  .transform((text, context): EnterpriseNumber => {
    const number = parseEnterpriseNumber(text);
    if (number) return number;
    context.addIssue('not an enterprise number');
    return z.NEVER;
  });
const RelationCode = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\w-]+$/);
const ReviewId = z.string().min(1).max(120);
const Credential = z.string().trim().min(1).max(4096);
const Nothing = z.unknown();
const AService = z.enum(['openthebox', 'adminpulse']);
const MappingSubject = z.string().trim().min(1).max(60).optional();

const handler = <D, A>(
  from: readonly Sender[],
  data: z.ZodType<D>,
  run: (services: Services, data: D) => Promise<A>,
) => ({
  from,
  answer: (services: Services, raw: unknown) => run(services, data.parse(raw)),
});

/** Everything that can be asked of the worker. */
export const HANDLERS: { readonly [M in WorkerMessage]: Handler<M> } = {
  openReview: handler(
    PAGE_AND_CONTENT,
    z.object({ enterpriseNumber: EnterpriseNumberText, relationCode: RelationCode.optional() }),
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
  applyReview: handler(
    PAGE,
    z.object({ reviewId: ReviewId, fields: z.array(z.enum(FIELDS)) }),
    async (services, { reviewId, fields }) => {
      await applyReview(services, reviewId, fields);
      return null;
    },
  ),
  lookUp: handler(PAGE, z.object({ query: z.string().trim().min(1).max(200) }), async (services, { query }) => {
    return lookUp(services, query);
  }),
  getConnections: handler(PAGE, Nothing, () => connections()),
  connectOpenthebox: handler(
    PAGE,
    z.object({ clientId: Credential, clientSecret: Credential }),
    (_services, credentials) => connectOpenthebox(credentials),
  ),
  connectAdminPulse: handler(PAGE, z.object({ apiKey: Credential }), (_services, { apiKey }) =>
    connectAdminPulse(apiKey),
  ),
  forget: handler(PAGE, z.object({ service: AService }), async (_services, { service }) => {
    await forget(service);
    return null;
  }),
  getMapping: handler(PAGE, z.object({ service: AService, subject: MappingSubject }), getMapping),
  // A path or a file that is too long is refused with its reason, below a bound at which nothing is read any more.
  setMapping: handler(
    PAGE,
    z.object({
      service: AService,
      field: z.enum(FIELDS),
      path: z.string().trim().max(10_000).nullable(),
      subject: MappingSubject,
    }),
    setMapping,
  ),
  exportMapping: handler(PAGE, Nothing, () => exportMapping()),
  importMapping: handler(PAGE, z.object({ text: z.string() }), (_services, { text }) => importMapping(text)),
};
