import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    shape: { type: 'string' },
    office: { type: 'string' },
    port: { type: 'string' },
    relations: { type: 'string' },
  },
});

const seed = z.coerce.number().int().min(0);

const options = z
  .object({
    // A number is the seed of a shape.
    shape: z
      .union([z.enum(['flat', 'nested', 'foreign']), seed.transform((value) => ({ seed: value }))])
      .default('flat'),
    office: seed.transform((value) => ({ seed: value, relations: 24 })).optional(),
    port: z.coerce.number().int().min(0).max(65_535).default(0),
    relations: z.coerce.number().int().min(0).max(20_000).default(0),
  })
  .parse(values);

const { office = null, ...rest } = options;
const sandbox = await startSandbox({ ...rest, office });
console.log(JSON.stringify({ port: sandbox.port, shape: options.shape, relations: options.relations }));
