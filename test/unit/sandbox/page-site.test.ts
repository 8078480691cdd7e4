import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { call } from './client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

describe('AdminPulse’s page', () => {
  test.each(['app.adminpulse.be', 'app.adminpulse.nl'])('is served at %s, with its modules', async (host) => {
    expect((await call(sandbox, host, '/')).text).toContain('<main>');
    expect((await call(sandbox, host, '/app.js')).headers['content-type']).toContain('javascript');
  });

  test('does not serve the API, nor files outside its folder', async () => {
    expect((await call(sandbox, 'app.adminpulse.be', '/relations/APR00510')).status).toBe(404);
    expect((await call(sandbox, 'app.adminpulse.be', '/..%2fseed.ts')).status).toBe(404);
  });

  test('lists as many relations as it is asked for', async () => {
    const { json } = await call(sandbox, 'app.adminpulse.be', '/page-api/relations?rows=5000');
    expect((json as { ended: boolean }[]).filter(({ ended }) => !ended)).toHaveLength(5000);
  });

  test('saves what a user typed, with the user in the history', async () => {
    const answer = await call(sandbox, 'app.adminpulse.be', '/page-api/relations/APR00510', {
      method: 'PUT',
      body: { website: 'peeters.example' },
    });
    const history = await call(sandbox, 'app.adminpulse.be', '/page-api/relations/APR00510/history');

    expect(answer.status).toBe(200);
    expect(sandbox.relation('APR00510').website).toBe('peeters.example');
    expect(history.json).toContainEqual(expect.objectContaining({ by: 'Sofie Lindeboom', after: 'peeters.example ★' }));
  });
});
