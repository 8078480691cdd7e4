/**
 * Measures the layout of the picture of linked relations: `node test/bench/links.ts`. Prints one line per size; exits with 1
 * when 60 parties take longer than the goal, or one slice of the work keeps the page waiting for too long. Only the work
 * counts: a browser adds at most a frame between two slices.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ComparedLink } from '../../src/company/links/compare-links.ts';
import { relax } from '../../src/popup/links/layout.ts';
import { networkOf } from '../../src/popup/links/network.ts';

/** Milliseconds until 60 parties stand still. */
const GOAL = 300;
/** Milliseconds for which the page cannot answer. */
const LONGEST_SLICE = 50;

await measured(60); // The first run is compiled on the way.
let isTooSlow = false;
for (const size of [20, 60, 500]) {
  const { total, longest, drawn } = await measured(size);
  console.log(
    `picture of ${size} parties: ${drawn} drawn, settled in ${total.toFixed(0)} ms, longest slice ${longest.toFixed(1)} ms`,
  );
  isTooSlow ||= (size === 60 && total > GOAL) || longest > LONGEST_SLICE;
}
if (isTooSlow) {
  console.error(`The goal is ${GOAL} ms for 60 parties, and ${LONGEST_SLICE} ms for a slice.`);
  process.exitCode = 1;
}

async function measured(size: number): Promise<{ total: number; longest: number; drawn: number }> {
  const network = networkOf('Bakkerij Peeters', parties(size));
  let longest = 0;
  const start = performance.now();
  let turn = start;
  const endTurn = () => {
    longest = Math.max(longest, performance.now() - turn);
  };
  await relax(network, () => {}, {
    now: () => performance.now(),
    pause: async () => {
      endTurn();
      await pause(0);
      turn = performance.now();
    },
    signal: new AbortController().signal,
  });
  endTurn();
  return { total: performance.now() - start, longest, drawn: network.nodes.length };
}

/** One in four is a management company with its representative. */
function parties(size: number): ComparedLink[] {
  return Array.from({ length: size - 1 }, (_, index) => ({
    key: `k${index}`,
    party: `p${index}`,
    match: 'only-openthebox',
    openthebox: {
      name: `Party ${index}`,
      means: 'director',
      ...(index % 4 === 0 && { representatives: [{ personId: `r${index}`, name: `Person ${index}` }] }),
    },
  }));
}
