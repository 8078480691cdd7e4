import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/**
 * What a build may weigh, ask for and contain. Every row is checked for both builds; one that fails says what was found.
 * Sizes are in bytes.
 */
const BUILDS = ['dist/chrome', 'dist/firefox'];
const CONTENT_SCRIPT = 'src/content/content.iife.js';
const LARGEST_CONTENT_SCRIPT = 12_000;
const LARGEST_FIRST_LOAD = 60_000;
const LARGEST_PACKAGE = 320_000;

const HOSTS = [
  'https://app.adminpulse.be/*',
  'https://app.adminpulse.nl/*',
  'https://api.adminpulse.be/*',
  'https://openthebox.be/*',
];
/** Asked for when the user first wants what they are for. */
const OPTIONAL_HOSTS = ['https://ec.europa.eu/*'];
/** Each permission with the code that uses it. */
const PERMISSIONS = {
  storage: /\.storage\b/,
  scripting: /\.scripting\.executeScript/,
  contextMenus: /\.contextMenus\.create/,
};

const Manifest = z.looseObject({
  manifest_version: z.literal(3),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  content_scripts: z.array(z.looseObject({ js: z.array(z.string()) })),
  action: z.looseObject({ default_popup: z.string() }),
});

/** A name of d3-force that no build shortens. */
const LAYOUT = 'alphaDecay';

type Check = { readonly what: string; readonly found: string; readonly ok: boolean };

function checksOf(build: string): readonly Check[] {
  const read = (file: string) => readFileSync(join(build, file));
  const manifest = Manifest.parse(JSON.parse(read('manifest.json').toString()));
  const files = globSync('**/*', { cwd: build }).filter((file) => statSync(join(build, file)).isFile());
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => read(file).toString());
  const all = scripts.join('\n');

  const contentSize = read(CONTENT_SCRIPT).length;
  const firstLoad = sum(firstLoadOf(build, manifest.action.default_popup).map((file) => gzipSync(read(file)).length));
  const popupScripts = firstLoadOf(build, manifest.action.default_popup).map((file) => read(file).toString());
  const packed = sum(
    files.map((file) => deflateRawSync(read(file), { level: 9 }).length + ZIP_ENTRY + 2 * file.length),
  );
  const texts = scripts.concat(read('manifest.json').toString());

  return [
    {
      what: `content script ≤ ${LARGEST_CONTENT_SCRIPT}`,
      found: `${contentSize}`,
      ok: contentSize <= LARGEST_CONTENT_SCRIPT,
    },
    {
      what: 'content script in one file',
      found: manifest.content_scripts.flatMap(({ js }) => js).join(),
      ok:
        manifest.content_scripts.flatMap(({ js }) => js).join() === CONTENT_SCRIPT &&
        !/\bimport\b\s*[({'"]/.test(read(CONTENT_SCRIPT).toString()),
    },
    {
      what: 'no web-accessible resources',
      found: String('web_accessible_resources' in manifest),
      ok: !('web_accessible_resources' in manifest),
    },
    {
      what: `popup's first load, gzipped ≤ ${LARGEST_FIRST_LOAD}`,
      found: `${firstLoad}`,
      ok: firstLoad <= LARGEST_FIRST_LOAD,
    },
    {
      what: "the network's picture comes when it is asked for",
      found: '',
      ok: !popupScripts.some((script) => script.includes(LAYOUT)) && scripts.some((script) => script.includes(LAYOUT)),
    },
    { what: `package, zipped ≤ ${LARGEST_PACKAGE}`, found: `${packed}`, ok: packed <= LARGEST_PACKAGE },
    {
      what: 'the four hosts and no other',
      found: manifest.host_permissions.join(' '),
      ok: sameSet(manifest.host_permissions, HOSTS),
    },
    {
      what: 'only VIES beside them, on demand',
      found: manifest.optional_host_permissions.join(' '),
      ok: sameSet(manifest.optional_host_permissions, OPTIONAL_HOSTS),
    },
    {
      what: 'only permissions that are used',
      found: manifest.permissions.join(' '),
      ok:
        sameSet(manifest.permissions, Object.keys(PERMISSIONS)) &&
        Object.values(PERMISSIONS).every((use) => use.test(all)),
    },
    {
      what: 'no test host and no credential of the sandbox',
      found: '',
      ok: !texts.some((text) => /localhost|127\.0\.0\.1|sandbox\.test|otb-secret|ap-full-key/.test(text)),
    },
  ];
}

/** Bytes that a zip file adds for each entry, beside its name twice. */
const ZIP_ENTRY = 76;

/** The scripts and styles that the popup's page loads before it shows anything, with what those import. */
function firstLoadOf(build: string, page: string): readonly string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const loaded = new Set([
    page,
    ...[...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ''),
  ]);
  for (const file of loaded) {
    if (!file.endsWith('.js')) continue;
    const imports = readFileSync(join(build, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
    for (const [, imported] of imports) loaded.add(`assets/${imported}`);
  }
  return [...loaded];
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

for (const build of BUILDS) {
  for (const { what, found, ok } of checksOf(build)) {
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${build}: ${what}${found && `: ${found}`}`);
    if (!ok) process.exitCode = 1;
  }
}
