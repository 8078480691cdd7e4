import type * as z from 'zod/mini';
import type { Value, WorkerMessage } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import type { Sender } from './sender.ts';

/** One row of the table: who may send the message, and what is done with its data once they are parsed. */
type Handler<M extends WorkerMessage> = {
  readonly from: readonly Sender[];
  readonly answer: (services: Services, data: unknown) => Promise<Value<M>>;
};

/** The table; each area has a part of it. */
export type Handlers = { readonly [M in WorkerMessage]: Handler<M> };

export const PAGE: readonly Sender[] = ['page'];
export const PAGE_AND_CONTENT: readonly Sender[] = ['page', 'content'];

export const handler = <D, A>(
  from: readonly Sender[],
  data: z.ZodMiniType<D>,
  run: (services: Services, data: D) => Promise<A>,
) => ({
  from,
  answer: (services: Services, raw: unknown) => run(services, data.parse(raw)),
});

/** A row whose answer says no more than that it was done. */
export const command = <D>(
  from: readonly Sender[],
  data: z.ZodMiniType<D>,
  run: (services: Services, data: D) => Promise<unknown>,
) =>
  handler(from, data, async (services, parsed) => {
    await run(services, parsed);
    return null;
  });
