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
    {
      what: 'counts its tests',
      given: report(['passed', 'failed'], ['passed']),
      exitCode: 1,
      tally: { passed: 2, failed: 1 },
    },
    {
      what: 'is all passed when it ends well',
      given: report(['passed', 'passed']),
      exitCode: 0,
      tally: { passed: 2, failed: 0 },
    },
    {
      what: 'takes a skipped test for a failed one',
      given: report(['passed', 'skipped']),
      exitCode: 0,
      tally: { passed: 1, failed: 1 },
    },
    {
      what: 'takes a file that could not be loaded for one failure',
      given: report(['passed'], []),
      exitCode: 1,
      tally: { passed: 1, failed: 1 },
    },
    {
      what: 'fails when the run ends badly in spite of its tests',
      given: report(['passed']),
      exitCode: 1,
      tally: { passed: 1, failed: 1 },
    },
    { what: 'fails when there was nothing to run', given: report(), exitCode: 1, tally: { passed: 0, failed: 1 } },
    { what: 'fails without a report', exitCode: 0, tally: { passed: 0, failed: 1 } },
  ])('$what', ({ given, exitCode, tally }) => {
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
