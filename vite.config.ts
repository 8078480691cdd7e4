import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };
import { OLDEST_FIREFOX } from './scripts/oldest-firefox.ts';

/** The browsers that the extension is built for; `vite build --mode firefox` builds the second. */
type Target = 'chrome' | 'firefox';

/** What Firefox asks for beside Chrome's manifest. Chrome leaves it aside, and Mozilla's linter wants it in every build. */
const FIREFOX_SETTINGS = {
  gecko: {
    id: 'openthebox-for-adminpulse@openthebox.be',
    strict_min_version: `${OLDEST_FIREFOX}.0`,
    data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
  },
};

function manifestFor(target: Target): ManifestV3Export {
  const manifest = { ...chromeManifest, browser_specific_settings: FIREFOX_SETTINGS };
  if (target === 'chrome') return manifest as unknown as ManifestV3Export;
  // Firefox reads managed storage without a schema, and warns of the key.
  const { minimum_chrome_version: _, storage: __, background, ...shared } = manifest;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: 'module' },
  } as unknown as ManifestV3Export;
}

/**
 * Names the worker's file for browsers without service workers too. Chrome has ignored `scripts` beside `service_worker`
 * since version 121.
 */
function backgroundFallback(): Plugin {
  return {
    name: 'background-fallback',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      const path = join(dir, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      manifest.background.scripts = [manifest.background.service_worker];
      writeFileSync(path, JSON.stringify(manifest, null, 2));
    },
  };
}

/** Leaves the notes for translators and the indentation of the texts out of the package. */
function compactTexts(): Plugin {
  return {
    name: 'compact-texts',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      for (const path of globSync(join(dir, '_locales/*/messages.json'))) {
        const texts: Record<string, Record<string, unknown>> = JSON.parse(readFileSync(path, 'utf8'));
        const shipped = Object.entries(texts).map(([key, { description: _, ...text }]) => [key, text]);
        writeFileSync(path, JSON.stringify(Object.fromEntries(shipped)));
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: manifestFor(target), browser: target }),
      compactTexts(),
      ...(target === 'chrome' ? [backgroundFallback()] : []),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome123' : `firefox${OLDEST_FIREFOX}`,
      modulePreload: { polyfill: false },
    },
  };
});
