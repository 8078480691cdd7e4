import * as z from 'zod/mini';
import { lookUp } from '../look-up.ts';
import { type Handlers, handler, PAGE } from './handler.ts';

export const LOOKUP_HANDLERS: Handlers<'lookUp'> = {
  lookUp: handler(
    PAGE,
    z.object({ query: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    (services, { query }) => lookUp(services, query),
  ),
};
