import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startAlone } from '../../e2e/start-lock.ts';

let directory: string;
let lockFile: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'start-lock-'));
  lockFile = join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true }));

it('lets one start after the other', async () => {
  const seen: string[] = [];
  const start = (name: string) => async () => {
    seen.push(`${name} starts`);
    await turn();
    seen.push(`${name} runs`);
    return name;
  };
  expect(await Promise.all([startAlone(start('A'), lockFile), startAlone(start('B'), lockFile)])).toEqual(['A', 'B']);
  expect(seen).toEqual(['A starts', 'A runs', 'B starts', 'B runs']);
  expect(existsSync(lockFile)).toBe(false);
});

it('lets the next one start where a start has failed', async () => {
  await expect(startAlone(() => Promise.reject(new Error('no browser')), lockFile)).rejects.toThrow('no browser');
  expect(await startAlone(async () => 'started', lockFile)).toBe('started');
});

it('does not wait for a process that was killed', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lockFile, String(pid));
  expect(await startAlone(async () => 'started', lockFile)).toBe('started');
});
