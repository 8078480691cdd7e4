import { beforeEach, expect, it } from 'vitest';
import { buildIndex, indexStatus } from '../../../../src/background/relations/build-index.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import type { EnterpriseNumber } from '../../../../src/company/enterprise-number.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await adminpulseCredentials.write({ apiKey: 'ap-full-key', label: 'Office' });
});

/** Three pages, of which most envelopes do not say that they are three. */
it.each([1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 14, 16])(
  'the index has every relation in the list of shape "%s"',
  async (seed) => {
    const { state } = new InProcessSandbox(fakeBrowser, { shape: { seed }, office: { seed, relations: 850 } });
    const services = createServices();
    await services.relations.clear();
    await buildIndex(services);
    expect(await indexStatus(services)).toMatchObject({ complete: { relations: state.relations.all().length } });
    const client = state.relations.all().find((relation) => {
      const digits = JSON.stringify(state.shape.row(relation)).replace(/[. ]/g, '');
      return relation.enterpriseNumber !== null && digits.includes(relation.enterpriseNumber.replace(/^0/, ''));
    });
    const number = client?.enterpriseNumber ?? '';
    const found = await services.relations.lookUp([number as EnterpriseNumber]);
    expect(found?.[number]).toMatchObject([{ code: client?.code }]);
  },
);
