import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAdminPulse } from '../../../../src/background/connection/connect.ts';
import { unexpectedErrors } from '../../../../src/background/platform/unexpected-errors.ts';
import { createServices } from '../../../../src/background/services.ts';
import { adminpulseCredentials } from '../../../../src/background/settings/credentials.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

let office: InProcessSandbox;

beforeEach(() => {
  fakeBrowser.reset();
  office = new InProcessSandbox(fakeBrowser);
});

const onWrite = (answer: () => Promise<Response>) => {
  office.intercept = ({ method }) => (method === 'PUT' ? answer() : undefined);
};

describe('whether a key may write', () => {
  it.each([
    { how: 'refused', status: 403, mayWrite: { mayWrite: false } },
    { how: 'not found', status: 404, mayWrite: {} },
    { how: 'a fault of the service', status: 500, mayWrite: {} },
  ])('is told by a write of nothing that is $how ($status)', async ({ status, mayWrite }) => {
    onWrite(async () => new Response(null, { status }));
    expect(await connectAdminPulse(createServices(), { apiKey: 'ap-full-key' })).toEqual({
      state: 'connected',
      label: expect.any(String),
      ...mayWrite,
    });
    expect(await adminpulseCredentials.read()).toMatchObject({ apiKey: 'ap-full-key', ...mayWrite });
  });

  it('is not guessed where a defect of ours keeps it from being told', async () => {
    const { stringify } = JSON;
    const broken = vi.spyOn(JSON, 'stringify').mockImplementation((value, ...rest) => {
      if (value && typeof value === 'object' && Object.keys(value).length === 0) throw new RangeError('x');
      return stringify(value, ...(rest as [undefined]));
    });
    const connection = await connectAdminPulse(createServices(), { apiKey: 'ap-full-key' });
    broken.mockRestore();
    expect(connection).toEqual({ state: 'failed', failure: { kind: 'internal', detail: 'RangeError' } });
    expect(await adminpulseCredentials.read()).toBeUndefined();
    expect(await unexpectedErrors()).toMatchObject([{ name: 'RangeError' }]);
  });
});
