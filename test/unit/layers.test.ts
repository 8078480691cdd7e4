import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKGROUND_FOLDERS, type BackgroundFolder, LAYERS, type Layer, layerSettings } from '../../scripts/layers.ts';

const layers = Object.keys(LAYERS) as Layer[];
const folders = Object.keys(BACKGROUND_FOLDERS) as BackgroundFolder[];

/** One import a line, in files that exist in a copy of the project's configuration only. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    layers.map((layer) => [
      `src/${layer}/x.ts`,
      layers.filter((other) => other !== layer).map((other) => `../${other}/thing.ts`),
    ]),
  ),
  ...Object.fromEntries(
    folders.map((folder) => [
      `src/background/${folder}/x.ts`,
      [
        ...folders.filter((other) => other !== folder).map((other) => `../${other}/thing.ts`),
        '../services.ts',
        '../failures.ts',
        '../worker.ts',
        '../../company/links/thing.ts',
        '../../popup/review/thing.ts',
      ],
    ]),
  ),
  'src/content/numbers.ts': ['../company/enterprise-number.ts', '../company/name.ts'],
  'src/popup/review/x.ts': ['../../background/thing.ts', '../../ui/texts.ts'],
};

let folder: string;
let report: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  const { vcs: _, $schema: __, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules));
  copyFileSync('biome.layers.json', join(folder, 'biome.layers.json'));
  for (const [file, paths] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(
      join(folder, file),
      paths.map((path, index) => `export { x as x${index} } from '${path}';\n`).join(''),
    );
  }
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '--only=style/noRestrictedImports'];
  const shell = process.platform === 'win32';
  report = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: folder, encoding: 'utf8', shell }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The imports that the linter refuses in a file. */
function refused(file: string): readonly string[] {
  const lines = [...report.matchAll(/file=([^,]+),line=(\d+)/g)].flatMap(([, name = '', line]) =>
    name.replaceAll('\\', '/').endsWith(file) ? [Number(line)] : [],
  );
  return (FILES[file] ?? []).filter((_, index) => lines.includes(index + 1));
}

/** The files that import one another, in any number of steps; types count. */
function circles(): readonly string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => resolve('src', name));
  const imports = new Map(
    files.map((file) => {
      const paths = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g);
      return [file, [...paths].map(([, path = '']) => resolve(dirname(file), path))];
    }),
  );
  const reached = (file: string, seen = new Set<string>()): Set<string> => {
    for (const next of imports.get(file) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      reached(next, seen);
    }
    return seen;
  };
  return files.filter((file) => reached(file).has(file));
}

describe('the layers', () => {
  it('are held by settings made of the table', () => {
    expect(JSON.parse(readFileSync('biome.layers.json', 'utf8'))).toEqual(layerSettings());
  });

  it('are all the folders of the source', () => {
    const directories = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(directories.map(({ name }) => name).toSorted()).toEqual(layers.toSorted());
    const inner = readdirSync('src/background', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(inner.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it.each(layers)('%s imports only what it may', (layer) => {
    const file = `src/${layer}/x.ts`;
    const allowed: readonly string[] = LAYERS[layer];
    const isAllowed = (path: string) => allowed.some((name) => path.startsWith(`../${name}/`));
    expect(refused(file)).toEqual((FILES[file] ?? []).filter((path) => !isAllowed(path)));
  });

  it.each(folders)('background/%s imports only what it may', (name) => {
    const file = `src/background/${name}/x.ts`;
    const allowed: readonly string[] = BACKGROUND_FOLDERS[name];
    const isSibling = (path: string) => folders.some((other) => path === `../${other}/thing.ts`);
    const isRefused = (path: string) =>
      isSibling(path)
        ? !allowed.some((other) => path.startsWith(`../${other}/`))
        : ['../worker.ts', '../../popup/review/thing.ts'].includes(path);
    expect(refused(file)).toEqual((FILES[file] ?? []).filter(isRefused));
  });

  it('content may know enterprise numbers, and nothing else of a company', () => {
    expect(refused('src/content/numbers.ts')).toEqual(['../company/name.ts']);
  });

  it('folders keep the rules of their layer', () => {
    expect(refused('src/popup/review/x.ts')).toEqual(['../../background/thing.ts']);
  });

  it('have no circle of files, types included', () => {
    expect(circles()).toEqual([]);
  });
});
