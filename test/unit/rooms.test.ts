import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOMS = [
  'company',
  'api',
  'openthebox',
  'adminpulse',
  'vies',
  'background',
  'content',
  'popup',
  'options',
  'ui',
] as const;
type Room = (typeof ROOMS)[number];

/** Who may import whom; `messages` is no room, but its import is a rule too. */
const ALLOWED: Readonly<Record<Room, readonly (Room | 'messages')[]>> = {
  company: [],
  api: ['company'],
  openthebox: ['company', 'api'],
  adminpulse: ['company', 'api'],
  vies: ['company', 'api'],
  background: ['company', 'api', 'openthebox', 'adminpulse', 'vies', 'messages'],
  content: ['messages'],
  popup: ['ui', 'messages', 'company'],
  options: ['ui', 'messages', 'company'],
  ui: ['company', 'messages'],
};

/** One import a line, in files that exist in a copy of the project's configuration only. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ROOMS.map((room) => [
      `src/${room}/x.ts`,
      [
        ...ROOMS.filter((other) => other !== room).map((other) => `../${other}/thing.ts`),
        '../messages.ts',
        '../messages/review.ts',
      ],
    ]),
  ),
  'src/content/numbers.ts': ['../company/enterprise-number.ts', '../company/name.ts'],
  'src/popup/review/x.ts': ['../../background/thing.ts', '../../ui/texts.ts'],
};

let folder: string;
let report: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  const { vcs: _, $schema: __, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules));
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

describe('the rooms', () => {
  it.each(ROOMS)('%s imports only what it may', (room) => {
    const file = `src/${room}/x.ts`;
    const isAllowed = (path: string) => ALLOWED[room].some((name) => path.startsWith(`../${name}`));
    expect(refused(file)).toEqual((FILES[file] ?? []).filter((path) => !isAllowed(path)));
  });

  it('content may know enterprise numbers, and nothing else of a company', () => {
    expect(refused('src/content/numbers.ts')).toEqual(['../company/name.ts']);
  });

  it('sub-rooms keep the rules of their room', () => {
    expect(refused('src/popup/review/x.ts')).toEqual(['../../background/thing.ts']);
  });
});
