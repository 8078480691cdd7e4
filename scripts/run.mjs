/**
 * `npm start` and `npm test` begin here, on whatever Node (20 or later) the machine has, with nothing installed yet:
 * install the packages of package-lock.json, then hand over to scripts/<command>.ts on the Node 24 that is among them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === 'win32';
const bin = join(root, 'node_modules', '.bin');
const node = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.installed-lock');

const [command, ...args] = process.argv.slice(2);
if (command !== 'start' && command !== 'test') fail('Say "npm start" or "npm test".');

installPackages();
const child = spawn(node, [join(root, 'scripts', `${command}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
// Ctrl-C reaches the child by itself; it ends in its own time, and its exit code is ours.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** Does nothing when node_modules stems from this very package-lock.json. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const why = existsSync(stamp) ? 'package-lock.json has changed' : 'they are not installed yet';
  console.log(`Installing the packages of package-lock.json: ${why}.`);
  // Not "npm ci": it refuses a lock file that lacks optional packages of other platforms (github.com/npm/cli/issues/4828).
  // Install scripts must run, whatever the user's setting: one of them puts Node 24 in place. Until it is, npm's warnings
  // that this Node is too old mean nothing.
  const npmArgs = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'];
  const { status, error } = spawnSync('npm', npmArgs, { cwd: root, stdio: 'inherit', shell: onWindows });
  if (status !== 0) {
    fail(
      `"npm install" failed${error ? ` (${error.message})` : ''}. Check the network and npm's registry setting, then try again.`,
    );
  }
  if (!existsSync(node)) fail(`"npm install" brought no Node 24 to ${node}. Delete node_modules and try again.`);
  writeFileSync(stamp, lock);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
