import { parseArgs } from 'node:util';
import { BROWSERS, type BrowserName } from './find-browser.ts';
import { PARTS, type Part, type Step, stepsFor } from './steps.ts';
import { FAILED, sum, type Tally } from './tally.ts';

const USAGE = `npm test                            everything
npm test -- ${PARTS.join(' ')}     only these parts, and what they need
npm test -- --browser firefox       e2e in one browser`;

type Outcome = { readonly step: Step; readonly tally: Tally; readonly seconds: number };

const { parts, browsers } = readArguments();
const all = stepsFor(browsers);
const asked = parts.length === 0 ? all : withNeeds(all.filter((step) => parts.includes(step.part)));
const outcomes: Outcome[] = [];
for (const group of groups(asked)) outcomes.push(...(await runGroup(group)));

const total = sum(outcomes.map(({ tally }) => tally));
console.log(`\n${table(outcomes)}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function readArguments(): { parts: readonly Part[]; browsers: readonly BrowserName[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string', multiple: true } },
    });
    const isPart = (word: string): word is Part => PARTS.some((part) => part === word);
    const isBrowser = (word: string): word is BrowserName => word in BROWSERS;
    const browsers = values.browser ?? Object.keys(BROWSERS);
    const unknown = [...positionals.filter((word) => !isPart(word)), ...browsers.filter((word) => !isBrowser(word))];
    if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}.`);
    return { parts: positionals.filter(isPart), browsers: browsers.filter(isBrowser) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** The steps, and before them the ones that they need. */
function withNeeds(steps: readonly Step[]): readonly Step[] {
  const needed = new Set(steps.flatMap(({ needs = [] }) => needs));
  return all.filter((step) => steps.includes(step) || needed.has(step.name));
}

/** Steps with lanes that follow one another stand in one group. */
function groups(steps: readonly Step[]): readonly (readonly Step[])[] {
  return steps.reduce<Step[][]>((made, step) => {
    const last = made.at(-1);
    if (step.lane !== undefined && last?.[0]?.lane !== undefined) last.push(step);
    else made.push([step]);
    return made;
  }, []);
}

/** One lane writes straight to the terminal. Of several, each step is printed whole when it ends. */
async function runGroup(group: readonly Step[]): Promise<readonly Outcome[]> {
  const lanes = [...Map.groupBy(group, ({ lane }) => lane).values()];
  const apart = lanes.length > 1;
  const names = lanes.map((steps) => steps.map(({ name }) => name).join(', then '));
  if (apart) console.log(`\n== at the same time, each printed when it ends: ${names.join(' | ')}`);
  return (await Promise.all(lanes.map((steps) => runInTurn(steps, apart)))).flat();
}

async function runInTurn(steps: readonly Step[], apart: boolean): Promise<readonly Outcome[]> {
  const done: Outcome[] = [];
  for (const step of steps) done.push(await runStep(step, apart));
  return done;
}

async function runStep(step: Step, apart: boolean): Promise<Outcome> {
  const start = performance.now();
  const output: string[] = [];
  if (!apart) console.log(`\n== ${step.name}`);
  const missing = (step.needs ?? []).find((name) =>
    outcomes.some((done) => done.step.name === name && done.tally.failed > 0),
  );
  if (missing !== undefined) output.push(`Not run, which counts as failed: "${missing}" failed.\n`);
  const tally = missing === undefined ? await step.run(apart ? (text) => output.push(text) : undefined) : FAILED;
  const seconds = (performance.now() - start) / 1000;
  if (apart) console.log(`\n== ${step.name}`);
  process.stdout.write(output.join(''));
  console.log(`== ${step.name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { step, tally, seconds };
}

function table(rows: readonly Outcome[]): string {
  const width = Math.max(...rows.map(({ step }) => step.name.length));
  return [
    `${'step'.padEnd(width)}  passed  failed  seconds`,
    ...rows.map(({ step, tally: { passed, failed }, seconds }) =>
      [
        step.name.padEnd(width),
        String(passed).padStart(6),
        String(failed).padStart(6),
        seconds.toFixed(1).padStart(7),
      ].join('  '),
    ),
  ].join('\n');
}
