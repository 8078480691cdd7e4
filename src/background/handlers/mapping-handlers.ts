import * as z from 'zod/mini';
import { FIELDS } from '../../company/company.ts';
import { exportMapping, getMapping, importMapping, setMapping } from '../mapping/mapping.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

const AService = z.enum(['openthebox', 'adminpulse']);
const MappingSubject = z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60)));

export const MAPPING_HANDLERS: Handlers<'getMapping' | 'setMapping' | 'exportMapping' | 'importMapping'> = {
  getMapping: handler(PAGE, z.object({ service: AService, subject: MappingSubject }), getMapping),
  // A path or a file that is too long is refused with its reason, below a bound at which nothing is read any more.
  setMapping: handler(
    PAGE,
    z.object({
      service: AService,
      field: z.enum(FIELDS),
      path: z.nullable(z.string().check(z.trim(), z.maxLength(10_000))),
      subject: MappingSubject,
    }),
    setMapping,
  ),
  exportMapping: handler(PAGE, Nothing, () => exportMapping()),
  importMapping: handler(PAGE, z.object({ text: z.string() }), (_services, { text }) => importMapping(text)),
};
