import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adminpulseCredentials, opentheboxCredentials } from '../../../../src/background/settings/credentials.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

beforeEach(() => fakeBrowser.reset());

const KEY = { apiKey: 'ap-key', label: 'Office' };

describe('a kept credential', () => {
  it('comes back as it was, and is gone when it is forgotten', async () => {
    expect(await adminpulseCredentials.read()).toBeUndefined();
    await adminpulseCredentials.write(KEY);
    expect(await adminpulseCredentials.read()).toEqual(KEY);
    await adminpulseCredentials.write(undefined);
    expect(await adminpulseCredentials.read()).toBeUndefined();
  });

  it('outlives the browser', async () => {
    await adminpulseCredentials.write(KEY);
    fakeBrowser.session.clear();
    expect(await adminpulseCredentials.read()).toEqual(KEY);
  });

  it('ends with the browser where that was chosen, and not with the worker', async () => {
    await adminpulseCredentials.write({ ...KEY, untilClosed: true });
    await opentheboxCredentials.write({ clientId: 'id', clientSecret: 'secret', untilClosed: true });
    // A worker that starts anew finds what is stored.
    expect(await adminpulseCredentials.read()).toMatchObject(KEY);
    expect(await opentheboxCredentials.read()).toMatchObject({ clientSecret: 'secret' });
    expect(JSON.stringify([...fakeBrowser.session])).not.toMatch(/ap-key|secret/);
    fakeBrowser.session.clear();
    expect(await adminpulseCredentials.read()).toBeUndefined();
    expect(await opentheboxCredentials.read()).toBeUndefined();
  });

  it('is not thrown away for a defect of ours', async () => {
    await adminpulseCredentials.write(KEY);
    const decode = vi.spyOn(TextDecoder.prototype, 'decode').mockImplementation(() => {
      throw new TypeError('x is undefined');
    });
    await expect(adminpulseCredentials.read()).rejects.toThrow(TypeError);
    decode.mockRestore();
    expect(await adminpulseCredentials.read()).toEqual(KEY);
  });

  it('that is damaged counts as none, and another one can be stored', async () => {
    await adminpulseCredentials.write(KEY);
    const database = await openDB('credentials');
    const stored = await database.get('credentials', 'adminpulse');
    const bytes = new Uint8Array(stored.sealed);
    bytes.set([(bytes[0] ?? 0) ^ 0xff]);
    await database.put('credentials', stored, 'adminpulse');
    database.close();
    expect(await adminpulseCredentials.read()).toBeUndefined();
    await adminpulseCredentials.write(KEY);
    expect(await adminpulseCredentials.read()).toEqual(KEY);
  });
});
