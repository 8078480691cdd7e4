import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isObject } from './shapes/generated/node.ts';
import { shapeSetting } from './shapes/service-shapes.ts';

const seed = z.coerce.number().int().min(0);

/** Of one's own office. */
const RELATIONS = 24;

/**
 * `--shape`: a name, the seed of a made-up shape, or a file with answers that *Copy for support* masked: one of AdminPulse, or
 * `{"adminpulse": …, "openthebox": …}` with one or both.
 */
export const shapeArgument = z
  .union([
    z.enum(['flat', 'nested', 'foreign']),
    seed.transform((value) => ({ seed: value })),
    z.string().transform((file, context) => {
      try {
        return maskedIn(JSON.parse(readFileSync(file, 'utf8')));
      } catch (error) {
        context.addIssue(`${file} has no masked answer. ${error instanceof Error ? error.message : ''}`);
        return z.NEVER;
      }
    }),
  ])
  .transform((shape) => shapeSetting.parse(shape));

/** `--office`: the seed of a made-up office. */
export const officeArgument = seed.transform((value) => ({ seed: value, relations: RELATIONS }));

const SERVICES = ['adminpulse', 'openthebox'];

function maskedIn(content: unknown) {
  const isByService = isObject(content) && Object.keys(content).every((key) => SERVICES.includes(key));
  return { masked: isByService ? content : { adminpulse: content } };
}
