/**
 * How well, and how fast, the places of both services are inferred: over 500 random shapes, from 12 relations and from 3, as a
 * table by meaning; and the time for 20 relations of 200 leaves each. About two minutes: `node test/bench/inference.ts`,
 * with other numbers of shapes and relations behind it, and `--from 20000` for other seeds.
 */
import { parseArgs } from 'node:util';
import { inferPlaces } from '../../src/inference/infer-places.ts';
import { type Case, casesOf, foundOf, reportOf, samplesOf, shareWith, totalOf } from '../support/inference-report.ts';

const { values, positionals } = parseArgs({
  options: { from: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const FIRST = Number(values.from);
const [SHAPES = 500, ...RELATIONS] = positionals.map(Number);
const SERVICES = ['adminpulse', 'openthebox'] as const;

/** Milliseconds, for 20 relations of 200 leaves each. */
const BUDGET = 150;
const LEAVES = 200;

const seeds = Array.from({ length: SHAPES }, (_, index) => FIRST + index);
for (const relations of RELATIONS.length > 0 ? RELATIONS : [12, 3]) {
  const report = reportOf(casesOf(seeds), relations);
  console.log(`\n${SHAPES} shapes, seeds ${FIRST} to ${FIRST + SHAPES - 1}, ${relations} relations each`);
  for (const service of SERVICES) {
    console.log(service);
    console.table(report.rows[service]);
    console.log('missed though they have a value, by cause');
    console.table(report.causes[service]);
    const shares = [1, 2, 3].map((most) => `at most ${most}: ${(100 * shareWith(report, service, most)).toFixed(1)} %`);
    console.log(`shapes by fields that are missed or wrong: ${shares.join(', ')}`);
  }
  const wrong = totalOf(report, 'wrongPresumed');
  console.log(`wrong and certain: ${totalOf(report, 'wrongCertain')}`);
  console.log(`wrong and presumed: ${wrong}, ${((100 * wrong) / foundOf(report)).toFixed(2)} % of what is found`);
  console.log(report.wrong.join('\n'));
}

/** A relation or company with more leaves beside its own, of the kinds that parsers look at. */
function grown(document: unknown, index: number): unknown {
  const more = Array.from({ length: LEAVES - 60 }, (_, leaf) => {
    const day = String(1 + ((leaf + index) % 28)).padStart(2, '0');
    const values = [
      `2021-03-${day}`,
      `09 ${200 + leaf} ${10 + index} ${day}`,
      `Tekst ${leaf} van ${index}`,
      leaf * index,
    ];
    return [`extra${leaf}`, values[leaf % values.length]];
  });
  return { ...(document as object), more: Object.fromEntries(more) };
}

const [grownCase] = casesOf([7]) as [Case];
const samples = samplesOf(grownCase, 20).map(({ relation, company }, index) => ({
  relation: grown(relation, index),
  company: grown(company, index),
}));
const times = Array.from({ length: 9 }, () => {
  // The thread's own time: other programs may run beside it.
  const start = process.threadCpuUsage();
  inferPlaces(samples);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
});
const median = times.toSorted((a, b) => a - b)[4] ?? 0;
console.log(`20 relations of ${LEAVES} leaves: first ${times[0]?.toFixed(0)} ms, median ${median.toFixed(0)} ms`);
if (median > BUDGET) process.exitCode = 1;
