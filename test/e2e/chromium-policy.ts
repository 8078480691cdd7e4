import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Chromium, Chrome and Chrome for Testing look for an administrator's policies on Linux. */
const POLICIES = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing'].map(
  (directory) => `${directory}/policies/managed`,
);

export type Managed = { readonly extensionDir: string; remove(): void };

/**
 * Manages an extension as an administrator does. The policy names a copy of it, whose id no other browser on this machine
 * has: the id of an unpacked extension is made of its path.
 */
export function manageChromium(shippedDir: string, settings: unknown): Managed {
  const extensionDir = mkdtempSync(join(tmpdir(), 'managed-extension-'));
  const id = idOf(extensionDir);
  const files = POLICIES.map((directory) => join(directory, `${id}.json`));
  const remove = () => {
    for (const path of [...files, extensionDir]) rmSync(path, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    cpSync(shippedDir, extensionDir, { recursive: true });
    for (const [index, file] of files.entries()) {
      mkdirSync(POLICIES[index] ?? '', { recursive: true });
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
    }
  } catch (error) {
    remove();
    throw new Error(
      `Chromium takes an administrator's settings from ${POLICIES.join(', ')} only, and they cannot be written. Run this test as root on Linux.`,
      { cause: error },
    );
  }
  return { extensionDir, remove };
}

/** The first half of the path's SHA-256, each hexadecimal digit as a letter from a to p. */
function idOf(path: string): string {
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}
