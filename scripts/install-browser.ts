import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { BROWSERS, type BrowserName, downloadDirectory, downloadNote, findBrowser } from './find-browser.ts';

const isRoot = process.getuid?.() === 0;

/** Debian's packages; Ubuntu has only snaps under these names. */
const DEBIAN: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-liberation', 'fonts-dejavu-core'],
};

/** What Puppeteer downloads, in its own words. */
const DOWNLOADS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome@stable', firefox: 'firefox@stable' };

/** What a downloaded browser needs of a bare Debian or Ubuntu: unpackers, and the libraries of both browsers. */
const FOR_DOWNLOADS = [
  'unzip, xz-utils, bzip2, ca-certificates, fonts-liberation, fonts-dejavu-core',
  'libgtk-3-0t64 | libgtk-3-0, libasound2t64 | libasound2, libcups2t64 | libcups2, libnss3, libnspr4, libgbm1, libdrm2',
  'libdbus-1-3, libx11-xcb1, libxcomposite1, libxdamage1, libxfixes3, libxrandr2, libxkbcommon0, libxt6t64 | libxt6',
].join(', ');

/**
 * The path of a browser that runs: one that is there, else one that is installed now. Says in one line what it does.
 * Throws, with the next step, where it cannot.
 */
export function ensureBrowser(name: BrowserName): string {
  const { title, variable } = BROWSERS[name];
  const { path, rejected } = findBrowser(name);
  for (const { path, why } of rejected) console.log(`${title} at ${path} is not used: ${why}.`);
  if (path !== undefined) {
    console.log(`${title}: ${path}`);
    return path;
  }

  const problems: string[] = [];
  for (const [what, way] of WAYS) {
    try {
      way(name);
    } catch (error) {
      problems.push(`${what}: ${error instanceof Error ? error.message : error}`);
    }
    const { path, rejected } = findBrowser(name);
    if (path !== undefined) {
      console.log(`${title}: ${path}`);
      return path;
    }
    problems.push(...rejected.map(({ path, why }) => `${path}: ${why}`));
  }
  throw new Error(
    [
      `${title} could not be installed.`,
      ...new Set(problems),
      `Next step: install ${title} yourself, or set ${variable} to the path of its program.`,
    ].join('\n  '),
  );
}

const WAYS = [
  ["Debian's package", installDebianPackage],
  ['The download', download],
] as const;

function installDebianPackage(name: BrowserName): void {
  if (distribution() !== 'debian' || !isRoot) return;
  const packages = DEBIAN[name];
  console.log(
    `Installing ${packages[0]} with apt-get: no ${BROWSERS[name].title} was found, and this is Debian as root.`,
  );
  aptInstall('install', '--no-install-recommends', ...packages);
}

/** Through Puppeteer's own command, the documented way to its downloads. */
function download(name: BrowserName): void {
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('Installing with apt-get the libraries that a downloaded browser needs.');
    aptInstall('satisfy', '--no-install-recommends', FOR_DOWNLOADS);
  }
  const wanted = DOWNLOADS[name];
  console.log(`Downloading ${wanted} to ${downloadDirectory}: none was found on this machine.`);
  mkdirSync(downloadDirectory, { recursive: true });
  const { error, status, stdout, stderr } = spawnSync(
    'puppeteer',
    ['browsers', 'install', wanted, '--format', '{{path}}'],
    {
      encoding: 'utf8',
      env: { ...process.env, PUPPETEER_CACHE_DIR: downloadDirectory },
      // On Windows the programs of node_modules/.bin are batch files; a shell takes the braces as they are.
      shell: process.platform === 'win32',
    },
  );
  if (error) throw error;
  // Its help comes before the error, and the stack after it.
  if (status !== 0) throw new Error(stderr.split('\nError: ').at(-1)?.split('\n    at ')[0]);
  writeFileSync(downloadNote(name), stdout.trim());
}

function aptInstall(command: 'install' | 'satisfy', ...args: string[]): void {
  // Where the lists cannot be renewed, those on the machine may still do.
  apt('update');
  if (apt(command, ...args) !== 0) throw new Error(`"apt-get ${command}" failed.`);
}

function apt(...args: string[]): number | null {
  return spawnSync('apt-get', ['-qq', '-y', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** The ID of os-release(5), "debian" or "ubuntu"; empty elsewhere. */
function distribution(): string {
  if (!existsSync('/etc/os-release')) return '';
  return /^ID="?([\w-]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
}
