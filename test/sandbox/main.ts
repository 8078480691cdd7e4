import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    shape: { type: 'string' },
    port: { type: 'string' },
    relations: { type: 'string' },
  },
});

const options = z
  .object({
    shape: z.enum(['flat', 'nested', 'foreign']).default('flat'),
    port: z.coerce.number().int().min(0).max(65_535).default(0),
    relations: z.coerce.number().int().min(0).max(20_000).default(0),
  })
  .parse(values);

const sandbox = await startSandbox(options);
console.log(JSON.stringify({ port: sandbox.port, shape: options.shape, relations: options.relations }));
