import { describe, expect, it } from 'vitest';
import { sum, tallyOfVitest } from '../../../scripts/tally.ts';

/** A report of vitest with one file per list of results. */
function report(...files: (readonly string[])[]) {
  const results = files.flat();
  return {
    numPassedTests: results.filter((status) => status === 'passed').length,
    numTotalTests: results.length,
    testResults: files.map((statuses) => ({
      status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    })),
  };
}

describe('the count of a vitest run', () => {
  it.each([
    ['counts its tests', report(['passed', 'failed'], ['passed']), 1, { passed: 2, failed: 1 }],
    ['is all passed when it ends well', report(['passed', 'passed']), 0, { passed: 2, failed: 0 }],
    ['takes a skipped test for a failed one', report(['passed', 'skipped']), 0, { passed: 1, failed: 1 }],
    ['takes a file that could not be loaded for one failure', report(['passed'], []), 1, { passed: 1, failed: 1 }],
    ['fails when the run ends badly in spite of its tests', report(['passed']), 1, { passed: 1, failed: 1 }],
    ['fails when there was nothing to run', report(), 1, { passed: 0, failed: 1 }],
    ['fails without a report', undefined, 0, { passed: 0, failed: 1 }],
  ])('%s', (_, given, exitCode, tally) => {
    expect(tallyOfVitest(given, exitCode)).toEqual(tally);
  });
});

it('adds tallies up', () => {
  expect(
    sum([
      { passed: 2, failed: 1 },
      { passed: 1, failed: 0 },
    ]),
  ).toEqual({ passed: 3, failed: 1 });
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
});
