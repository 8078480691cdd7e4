import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Removes after a run what browsers left that ended with the process of the tests. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'openthebox-scenarios-'));
  process.env.PROFILE_FOLDER = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** A new folder for what a browser keeps. */
export function newProfile(name: string): string {
  return mkdtempSync(join(process.env.PROFILE_FOLDER ?? tmpdir(), `${name}-`));
}
