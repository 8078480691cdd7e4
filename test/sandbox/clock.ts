/** The sandbox's own time: real time, moved forward by tests that would otherwise have to sleep. */
export type Clock = { now(): number; advance(ms: number): void };

export function createClock(): Clock {
  let moved = 0;
  return {
    now: () => Date.now() + moved,
    advance: (ms) => {
      moved += ms;
    },
  };
}
