import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };

/** The browsers that the extension is built for; `vite build --mode firefox` builds the second. */
type Target = 'chrome' | 'firefox';

/** Firefox's manifest differs in how the worker is named, in its id and in its declaration of what data leaves the browser. */
function manifestFor(target: Target): ManifestV3Export {
  if (target === 'chrome') return chromeManifest as ManifestV3Export;
  const { minimum_chrome_version: _, background, ...shared } = chromeManifest;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'openthebox-for-adminpulse@openthebox.be',
        // The current extended support release.
        strict_min_version: '153.0',
        data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
      },
    },
  } as unknown as ManifestV3Export;
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [crx({ manifest: manifestFor(target), browser: target })],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome123' : 'firefox153',
      modulePreload: { polyfill: false },
    },
  };
});
