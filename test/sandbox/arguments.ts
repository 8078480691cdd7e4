import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isObject } from './shapes/generated/node.ts';
import { type ShapeSetting, shapeSetting } from './shapes/service-shapes.ts';

const seed = z.coerce.number().int().min(0);

const NAMES = ['flat', 'nested', 'foreign'] as const;

/** Of a made-up office. */
const RELATIONS = 24;

/**
 * `--shape`: a name, the seed of a made-up shape, or a file with answers that *Copy for support* masked: one of AdminPulse, or
 * `{"adminpulse": …, "openthebox": …}` with one or both.
 */
export const shapeArgument = z.string().transform((text, context): ShapeSetting => {
  const known = z.union([z.enum(NAMES), seed.transform((value) => ({ seed: value }))]).safeParse(text);
  if (known.success) return known.data;
  try {
    return shapeSetting.parse(maskedIn(JSON.parse(readFileSync(text, 'utf8'))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.addIssue(`is neither ${NAMES.join(', ')}, a seed, nor a file with a masked answer: ${reason}`);
    return z.NEVER;
  }
});

/** `--office`: the seed of a made-up office. */
export const officeArgument = seed.transform((value) => ({ seed: value, relations: RELATIONS }));

const SERVICES = ['adminpulse', 'openthebox'];

function maskedIn(content: unknown) {
  const isByService = isObject(content) && Object.keys(content).every((key) => SERVICES.includes(key));
  return { masked: isByService ? content : { adminpulse: content } };
}
