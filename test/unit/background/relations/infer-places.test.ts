import { beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { getMapping } from '../../../../src/background/mapping/mapping.ts';
import { inferredPlaces } from '../../../../src/background/relations/inferred-places.ts';
import { createServices } from '../../../../src/background/services.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(() => fakeBrowser.reset());

it.each(['flat', 'nested', 'foreign'] as const)('%s', async (shape) => {
  new InProcessSandbox(fakeBrowser, { shape });
  const services = createServices();
  console.log(await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' }));
  console.log(await connectAdminPulse(services, { apiKey: 'ap-full-key' }));
  const t = performance.now();
  console.log(JSON.stringify(await inferredPlaces(), null, 0), performance.now() - t);
  for (const service of ['adminpulse', 'openthebox'] as const) {
    const mapping = await getMapping(services, { service });
    console.log(mapping?.rows.map(({ field, how, path }) => `${field}: ${how} ${path}`).join('\n'));
  }
  expect(1).toBe(1);
});
