import { writeFileSync } from 'node:fs';

/**
 * The layers of `src`, and what each may import. `npm run generate` makes biome.layers.json of this table, by which the
 * linter holds it; test/unit/layers.test.ts proves that it does.
 */
export const LAYERS = {
  company: [],
  schema: ['company'],
  inference: ['company', 'schema'],
  api: ['company'],
  openthebox: ['company', 'schema', 'api'],
  adminpulse: ['company', 'schema', 'api'],
  vies: ['company', 'api'],
  messages: ['company', 'api'],
  background: ['company', 'schema', 'inference', 'api', 'openthebox', 'adminpulse', 'vies', 'messages'],
  content: ['messages'],
  ui: ['company', 'messages'],
  popup: ['ui', 'messages', 'company'],
  options: ['ui', 'messages', 'company'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Layer = keyof typeof LAYERS;

/**
 * The folders of `src/background`, and what each may import of the others. `services.ts` and `failures.ts` beside them may
 * be imported by all, `worker.ts` by none.
 */
export const BACKGROUND_FOLDERS = {
  platform: [],
  settings: ['platform'],
  relations: ['settings', 'platform'],
  journal: ['relations', 'settings', 'platform'],
  links: ['journal', 'relations', 'settings', 'platform'],
  review: ['links', 'journal', 'relations', 'settings', 'platform'],
  create: ['links', 'journal', 'relations', 'settings', 'platform'],
  lookup: ['relations', 'settings', 'platform'],
  mapping: ['relations', 'settings', 'platform'],
  connection: ['relations', 'settings', 'platform'],
  messaging: [
    'review',
    'create',
    'links',
    'lookup',
    'mapping',
    'connection',
    'journal',
    'relations',
    'settings',
    'platform',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BackgroundFolder = keyof typeof BACKGROUND_FOLDERS;

/** What of a layer may be imported though the layer itself may not. */
const EXCEPTIONS: Partial<Record<Layer, readonly string[]>> = { content: ['company/enterprise-number.ts'] };

/** The polyfill is too large for the content script, and what is pure needs no browser. */
const WITHOUT_BROWSER: readonly Layer[] = ['company', 'schema', 'inference', 'content'];

type Rule = { readonly includes: readonly string[]; readonly linter: unknown };

const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];

function rule(folder: string, group: readonly string[], message: string): Rule {
  const options = { patterns: [{ group, message }] };
  return {
    includes: [`src/${folder}/**`],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  };
}

const listed = (names: readonly string[]) => (names.length === 0 ? 'nothing of ours' : names.join(', '));

function forbiddenLayers(layer: Layer): readonly string[] {
  const allowed: readonly string[] = LAYERS[layer];
  return [
    ...namesOf(LAYERS)
      .filter((other) => other !== layer && !allowed.includes(other))
      .map((other) => `**/${other}/**`),
    ...(EXCEPTIONS[layer] ?? []).map((path) => `!**/${path}`),
    ...(WITHOUT_BROWSER.includes(layer) ? ['webextension-polyfill'] : []),
  ];
}

function layerRule(layer: Layer): Rule {
  return rule(layer, forbiddenLayers(layer), `${layer} may import: ${listed(LAYERS[layer])}.`);
}

/** Folders of other layers have some of the same names: what is forbidden is the sibling, as a relative path names it. */
function folderRule(folder: BackgroundFolder): Rule {
  const allowed: readonly string[] = BACKGROUND_FOLDERS[folder];
  const siblings = namesOf(BACKGROUND_FOLDERS).filter((other) => other !== folder && !allowed.includes(other));
  const group = [
    ...forbiddenLayers('background'),
    ...siblings.map((other) => `**/${other}/**`),
    ...LAYERS.background.map((layer) => `!**/${layer}/**`),
    '**/worker.ts',
  ];
  return rule(`background/${folder}`, group, `background/${folder} may import: ${listed(allowed)}.`);
}

/** The linter's settings that hold the table. */
export function layerSettings() {
  return { overrides: [...namesOf(LAYERS).map(layerRule), ...namesOf(BACKGROUND_FOLDERS).map(folderRule)] };
}

if (import.meta.main) writeFileSync('biome.layers.json', `${JSON.stringify(layerSettings(), null, 2)}\n`);
