import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Names the process that starts a browser now. */
const LOCK_FILE = fileURLToPath(new URL('../../node_modules/.browser-start', import.meta.url));
const PAUSE_MS = 50;

/** Browsers start one after the other, those of other processes included: at once, each would take twice as long. */
export async function startAlone<T>(start: () => Promise<T>, lockFile = LOCK_FILE): Promise<T> {
  while (!take(lockFile)) await pause(PAUSE_MS);
  try {
    return await start();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take(lockFile: string): boolean {
  const ours = `${lockFile}.${process.pid}`;
  writeFileSync(ours, String(process.pid));
  try {
    // Unlike a file that is opened and then written, a link has its content at once.
    linkSync(ours, lockFile);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    removeIfAbandoned(lockFile);
    return false;
  } finally {
    rmSync(ours, { force: true });
  }
}

/** A process that was killed leaves its lock behind. */
function removeIfAbandoned(lockFile: string): void {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
  } catch (error) {
    // Any other error says that the lock was let go meanwhile, or that its process is another user's.
    if (codeOf(error) === 'ESRCH') rmSync(lockFile, { force: true });
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
