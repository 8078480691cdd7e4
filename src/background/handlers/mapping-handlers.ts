import { z } from 'zod';
import { FIELDS } from '../../company/company.ts';
import { exportMapping, getMapping, importMapping, setMapping } from '../mapping/mapping.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';

const AService = z.enum(['openthebox', 'adminpulse']);
const MappingSubject = z.string().trim().min(1).max(60).optional();

export const MAPPING_HANDLERS: Handlers<'getMapping' | 'setMapping' | 'exportMapping' | 'importMapping'> = {
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
