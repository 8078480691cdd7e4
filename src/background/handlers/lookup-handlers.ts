import { z } from 'zod';
import { lookUp } from '../look-up.ts';
import { type Handlers, handler, PAGE } from './handler.ts';

export const LOOKUP_HANDLERS: Handlers<'lookUp'> = {
  lookUp: handler(PAGE, z.object({ query: z.string().trim().min(1).max(200) }), (services, { query }) =>
    lookUp(services, query),
  ),
};
