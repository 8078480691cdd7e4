import { globSync, statSync } from 'node:fs';
import { run } from './command.ts';
import type { BrowserName } from './find-browser.ts';

const BUILDS: Readonly<Record<BrowserName, { readonly manifest: string; readonly mode: string }>> = {
  chromium: { manifest: 'dist/chrome/manifest.json', mode: 'production' },
  firefox: { manifest: 'dist/firefox/manifest.json', mode: 'firefox' },
};

const SOURCES = ['src/**/*', 'public/**/*', 'manifest.json', 'vite.config.ts', 'package-lock.json'];

/** Builds the extension for a browser if a source is newer than its build. Throws if it does not build. */
export async function ensureBuild(browser: BrowserName): Promise<void> {
  const { manifest, mode } = BUILDS[browser];
  const builtAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(...globSync(SOURCES).map((path) => statSync(path).mtimeMs));
  if (newest <= builtAt) return;
  console.log(
    `Building the extension: ${builtAt === 0 ? 'there is no build yet' : 'its sources are newer than its build'}.`,
  );
  const exitCode = await run({ program: 'vite', args: ['build', '--mode', mode, '--logLevel', 'warn'] });
  if (exitCode !== 0) throw new Error('The extension does not build; the messages above say why.');
}
