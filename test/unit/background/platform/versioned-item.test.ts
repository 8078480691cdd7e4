import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { versionedItem } from '../../../../src/background/platform/versioned-item.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

const item = versionedItem({
  key: 'thing',
  version: 3,
  schema: z.strictObject({ version: z.literal(3), title: z.string(), count: z.number() }),
  migrations: {
    2: ({ name, ...others }) => ({ ...others, title: name }),
    3: (old) => ({ ...old, count: 0 }),
  },
});
const store = (value: unknown) => void fakeBrowser.local.set('thing', value);
const NOW = { version: 3 as const, title: 'a', count: 7 };

beforeEach(() => fakeBrowser.reset());

describe('a versioned item', () => {
  it('gives back what was written, and nothing where nothing was', async () => {
    expect(await item.read()).toBeUndefined();
    expect(await item.unreadable()).toBeUndefined();
    await item.write(NOW);
    expect(await item.read()).toEqual(NOW);
    await item.write(undefined);
    expect(fakeBrowser.local.size).toBe(0);
  });

  it.each([
    ['1', { version: 1, name: 'a' }],
    ['2', { version: 2, title: 'a' }],
  ])('takes what version %s stored through every migration, and keeps it so', async (_version, old) => {
    store(old);
    expect(await item.read()).toEqual({ version: 3, title: 'a', count: 0 });
    expect(fakeBrowser.local.get('thing')).toEqual({ version: 3, title: 'a', count: 0 });
    expect(fakeBrowser.local.has('thing:set-aside')).toBe(false);
  });

  it.each<[string, unknown, 'newer' | 'broken']>([
    ['of a newer version', { version: 4, titles: ['a'] }, 'newer'],
    ['damaged', { version: 3, title: 7 }, 'broken'],
    ['of a version without migration', { version: 0, name: 'a' }, 'broken'],
    ['migrated to something that it is not', { version: 1, name: 7 }, 'broken'],
    ['without a version', { title: 'a' }, 'broken'],
    ['no record at all', 'text', 'broken'],
  ])('that is %s is no value, stays, and is set aside when it is written over', async (_what, stored, reason) => {
    store(stored);
    expect(await item.read()).toBeUndefined();
    expect(await item.unreadable()).toBe(reason);
    expect(fakeBrowser.local.get('thing')).toEqual(stored);
    await item.write(NOW);
    expect(await item.read()).toEqual(NOW);
    expect(fakeBrowser.local.get('thing:set-aside')).toEqual(stored);
  });
});
