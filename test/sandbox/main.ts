import { parseArgs } from 'node:util';
import { z } from 'zod';
import { officeArgument, shapeArgument } from './arguments.ts';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: {
    shape: { type: 'string' },
    office: { type: 'string' },
    port: { type: 'string' },
    relations: { type: 'string' },
  },
});

const options = z
  .object({
    shape: shapeArgument.default('flat'),
    office: officeArgument.optional(),
    port: z.coerce.number().int().min(0).max(65_535).default(0),
    relations: z.coerce.number().int().min(0).max(20_000).default(0),
  })
  .parse(values);

const { office = null, ...rest } = options;
const sandbox = await startSandbox({ ...rest, office });
console.log(JSON.stringify({ port: sandbox.port, shape: values.shape ?? 'flat', relations: options.relations }));
