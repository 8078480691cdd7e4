import * as z from 'zod/mini';
import type { Value, WorkerMessage } from '../../messages/index.ts';
import type { Services } from '../services.ts';
import type { Sender } from './sender.ts';

/** One row of the table: who may send the message, and what is done with its data once they are parsed. */
type Handler<M extends WorkerMessage> = {
  readonly from: readonly Sender[];
  readonly answer: (services: Services, data: unknown) => Promise<Value<M>>;
};

/** The rows of one area. */
export type Handlers<M extends WorkerMessage> = { readonly [Message in M]: Handler<Message> };

export const PAGE: readonly Sender[] = ['page'];
export const PAGE_AND_CONTENT: readonly Sender[] = ['page', 'content'];

/** What a message without data, or with data that nobody reads, comes with. */
export const Nothing = z.unknown();

export const handler = <D, A>(
  from: readonly Sender[],
  data: z.ZodMiniType<D>,
  run: (services: Services, data: D) => Promise<A>,
) => ({
  from,
  answer: (services: Services, raw: unknown) => run(services, data.parse(raw)),
});
