import { existsSync, readFileSync, rmSync } from 'node:fs';
import { run } from './command.ts';
import { BROWSERS, type BrowserName } from './find-browser.ts';
import { ensureBrowser } from './install-browser.ts';
import { FAILED, PASSED, type Tally, tallyOfVitest } from './tally.ts';

/** The parts of "npm test" that can be asked for by name; `build` also runs for those that need it. */
export const PARTS = ['lint', 'unit', 'build', 'check', 'e2e'] as const;
export type Part = (typeof PARTS)[number];

type Collect = ((text: string) => void) | undefined;

export type Step = {
  readonly name: string;
  readonly part: Part;
  /** Names of the steps without whose success this one cannot run; it then counts as failed. */
  readonly needs?: readonly string[];
  /** Steps that follow one another in the list and have a lane: the lanes run at the same time, the steps of each in turn. */
  readonly lane?: string;
  run(collect: Collect): Promise<Tally>;
};

/** All steps of "npm test", in their order, for these browsers. */
export function stepsFor(browsers: readonly BrowserName[]): readonly Step[] {
  return [
    step('biome', 'lint', 'biome', ['check']),
    step('types', 'lint', 'tsc'),
    step('unused code', 'lint', 'knip'),
    step('build for Chrome', 'build', 'vite', ['build', '--logLevel', 'warn']),
    step('build for Firefox', 'build', 'vite', ['build', '--mode', 'firefox', '--logLevel', 'warn']),
    ...(existsSync('scripts/check-build.ts')
      ? [{ ...step('content of the builds', 'check', 'node', ['scripts/check-build.ts']), needs: BUILDS }]
      : []),
    { ...step("Mozilla's linter", 'check', 'node', ['scripts/lint-builds.ts']), needs: BUILDS },
    ...browsers.map(browserStep),
    // Firefox takes as long as all else together.
    {
      ...vitest('unit and component tests', 'unit', [
        '--project',
        'unit',
        '--project',
        'worker',
        '--project',
        'component',
      ]),
      lane: 'chromium',
    },
    ...browsers.map(e2eStep),
  ];
}

const BUILDS = ['build for Chrome', 'build for Firefox'];

function step(name: string, part: Part, program: string, args: readonly string[] = []): Step {
  return { name, part, run: async (collect) => ((await run({ program, args, collect })) === 0 ? PASSED : FAILED) };
}

function vitest(name: string, part: Part, args: readonly string[], env: Readonly<Record<string, string>> = {}): Step {
  const report = `reports/${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    part,
    async run(collect) {
      rmSync(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const exitCode = await run({ program: 'vitest', args: ['run', ...args, ...reporters], env, collect });
      return tallyOfVitest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, exitCode);
    },
  };
}

/** A browser that is missing fails the run; its scenarios are never skipped. */
function browserStep(browser: BrowserName): Step {
  const { title, variable } = BROWSERS[browser];
  return {
    name: `${title} is there`,
    part: 'e2e',
    async run() {
      try {
        process.env[variable] = ensureBrowser(browser);
        return PASSED;
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        return FAILED;
      }
    },
  };
}

function e2eStep(browser: BrowserName): Step {
  const { title } = BROWSERS[browser];
  return {
    ...vitest(`e2e in ${title}`, 'e2e', ['--project', 'e2e'], { BROWSER: browser }),
    needs: [`${title} is there`, browser === 'firefox' ? 'build for Firefox' : 'build for Chrome'],
    lane: browser,
  };
}
