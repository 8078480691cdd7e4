import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OLDEST_FIREFOX } from './oldest-firefox.ts';

export type BrowserName = 'chromium' | 'firefox';

/** What the finder asks of the machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isProgram(path: string): boolean;
  /** True where the program is a snap, or a script that only leads to one. */
  isSnap(path: string): boolean;
  /** What the program prints when asked for its version; undefined where it does not run. */
  version(path: string): string | undefined;
  /** The browser that was downloaded earlier, if any. */
  downloaded(name: BrowserName): string | undefined;
};

export type Found = {
  readonly path?: string;
  /** The candidates that are there and will not do, each with the reason. */
  readonly rejected: readonly { readonly path: string; readonly why: string }[];
};

type Known = {
  readonly title: string;
  readonly variable: string;
  /** The oldest major version that the harness can drive. */
  readonly oldest: number;
  readonly commands: readonly string[];
  readonly macOS: readonly string[];
  /** Under %ProgramFiles%, %ProgramFiles(x86)% and %LocalAppData%. */
  readonly windows: readonly string[];
};

export const BROWSERS: Readonly<Record<BrowserName, Known>> = {
  chromium: {
    title: 'Chromium',
    variable: 'CHROME_PATH',
    // Extensions.triggerAction of the DevTools protocol (chromium-review 7132423) opens the toolbar popup.
    oldest: 145,
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    macOS: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    windows: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    // An older one does not install the extension.
    oldest: OLDEST_FIREFOX,
    commands: ['firefox', 'firefox-esr', 'firefox-bin'],
    macOS: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** The first browser of this name that really runs: the variable's, the PATH's, the usual places', the downloaded one. */
export function findBrowser(name: BrowserName, machine: Machine = thisMachine): Found {
  const rejected: { path: string; why: string }[] = [];
  for (const path of candidates(name, machine)) {
    if (!machine.isProgram(path)) continue;
    const why = objection(name, path, machine);
    if (why === undefined) return { path, rejected };
    rejected.push({ path, why });
  }
  return { rejected };
}

function candidates(name: BrowserName, { platform, env, downloaded }: Machine): readonly string[] {
  const { variable, commands, macOS, windows } = BROWSERS[name];
  const directories = (env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  const programs = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LocalAppData];
  const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: macOS,
    win32: windows.flatMap((place) => programs.flatMap((folder) => (folder ? [`${folder}\\${place}`] : []))),
  };
  return [
    env[variable],
    ...(platform === 'win32' ? [] : commands.flatMap((command) => directories.map((dir) => join(dir, command)))),
    ...(usual[platform] ?? []),
    downloaded(name),
  ].filter((path): path is string => path !== undefined && path !== '');
}

/** Why this program will not do, if so. */
function objection(name: BrowserName, path: string, machine: Machine): string | undefined {
  const { oldest } = BROWSERS[name];
  if (machine.isSnap(path)) return 'a snap cannot read the temporary profile that it is given';
  // chrome.exe answers --version by opening a window; a browser in its usual place on Windows is taken at its word.
  if (machine.platform === 'win32') return undefined;
  const answer = machine.version(path);
  if (answer === undefined) return 'it does not run';
  const major = /(?:Chrom\w*|Firefox)\D*(\d+)\./.exec(answer)?.[1];
  if (major === undefined) return `it does not say its version ("${answer.trim()}")`;
  return Number(major) < oldest ? `version ${major} is older than ${oldest}` : undefined;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where browsers are downloaded to: the user's cache, or among the packages for a user without a home. */
export const downloadDirectory = join(
  homedir() === '' ? join(root, 'node_modules') : homedir(),
  '.cache',
  'openthebox-for-adminpulse',
);

/** The file that holds the path of a downloaded browser. */
export function downloadNote(name: BrowserName): string {
  return join(downloadDirectory, `${name}.path`);
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  isSnap(path) {
    const target = realpathSync(path);
    const isScript = statSync(target).size < 20_000;
    return (
      target === '/usr/bin/snap' ||
      target.startsWith('/snap/') ||
      (isScript && readFileSync(target, 'utf8').includes('/snap/bin'))
    );
  },
  version(path) {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
    return status === 0 ? stdout : undefined;
  },
  downloaded(name) {
    try {
      return readFileSync(downloadNote(name), 'utf8').trim();
    } catch {
      return undefined;
    }
  },
};
