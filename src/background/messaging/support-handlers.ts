import * as z from 'zod/mini';
import { MAX_NAME_LENGTH, MAX_STACK_LENGTH } from '../../messages/unexpected-errors.ts';
import { forgetUnexpected, noteUnexpected, unexpectedErrors } from '../platform/unexpected-errors.ts';
import { command, type Handlers, handler, PAGE } from './handler.ts';
import { Nothing } from './schemas.ts';

const Fact = z.object({
  name: z.string().check(z.maxLength(MAX_NAME_LENGTH)),
  stack: z.string().check(z.maxLength(MAX_STACK_LENGTH)),
});

export const SUPPORT_HANDLERS = {
  getUnexpectedErrors: handler(PAGE, Nothing, () => unexpectedErrors()),
  noteUnexpectedError: command(PAGE, Fact, (_services, fact) => noteUnexpected(fact)),
  forgetUnexpectedErrors: command(PAGE, Nothing, () => forgetUnexpected()),
} satisfies Partial<Handlers>;
