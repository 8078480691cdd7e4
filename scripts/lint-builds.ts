import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/**
 * Runs Mozilla's linter over both builds. It was made for Firefox's build; what it says of Chrome's, and every other
 * message that is let pass, stands here with the reason. Each row explains one message in a build; any other, error or
 * warning, fails.
 */
const EXPLAINED: readonly Explained[] = [
  {
    code: 'BACKGROUND_SERVICE_WORKER_IGNORED',
    where: /^dist\/chrome\/manifest\.json$/,
    reason: 'It is for Chrome; the same file stands beside it as a script.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    where: /\/assets\/[^/]+\.js$/,
    reason: "Preact's own, for dangerouslySetInnerHTML, which the project does not use.",
  },
  {
    code: 'DANGEROUS_EVAL',
    where: /\/assets\/worker[^/]+\.js$/,
    reason: "Zod's own, for a fast path that the worker switches off.",
  },
];

type Explained = {
  readonly code: string;
  readonly where: RegExp;
  readonly reason: string;
};

const BUILDS = ['dist/chrome', 'dist/firefox'];

const messageSchema = z.object({
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
});

const reportSchema = z.object({
  errors: z.array(messageSchema),
  warnings: z.array(messageSchema),
  notices: z.array(messageSchema),
});

let unexplained = 0;
for (const build of BUILDS) {
  const { stdout, stderr } = spawnSync('web-ext', ['lint', '--source-dir', build, '--output', 'json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (stdout === '') throw new Error(`web-ext lint gave no report on ${build}: ${stderr}`);
  const { errors, warnings, notices } = reportSchema.parse(JSON.parse(stdout));
  const used = new Set<Explained>();
  for (const { code, message, file = '', line } of [...errors, ...warnings, ...notices]) {
    const path = `${build}/${file}`;
    const row = EXPLAINED.find((row) => row.code === code && row.where.test(path));
    const explained = row !== undefined && !used.has(row);
    if (explained) used.add(row);
    else unexplained += 1;
    const place = line === undefined ? path : `${path}:${line}`;
    console.log(`${place} ${code}: ${explained ? row.reason : `NOT EXPLAINED: ${message}`}`);
  }
}
process.exitCode = unexplained === 0 ? 0 : 1;
