import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network } from './network.ts';

export type Point = { readonly x: number; readonly y: number };
export type Positions = ReadonlyMap<string, Point>;

/** Of work, before the page gets its turn. */
const SLICE_MS = 10;
/** Steps after which nothing moves any more that can be seen. */
const MAX_STEPS = 160;

/** Names stand below the parties and take more room to the sides. */
const WIDER = 1.4;

type Body = SimulationNodeDatum & { readonly id: string };

export type Scheduler = {
  /** Milliseconds, from any moment on. */
  readonly now: () => number;
  /** Lets the page have its turn. */
  readonly pause: () => Promise<unknown>;
  /** Ends the work early. */
  readonly signal: AbortSignal;
};

/**
 * Where each party stands, in pixels from the company in the middle; the same for the same network. `show` is told after each
 * slice of the work. The last positions are answered, undefined where it was ended early.
 */
export async function relax(
  { nodes, edges }: Network,
  show: (positions: Positions) => void,
  { now, pause, signal }: Scheduler,
): Promise<Positions | undefined> {
  const bodies: Body[] = nodes.map(({ id, kind }) => (kind === 'self' ? { id, fx: 0, fy: 0 } : { id }));
  const simulation = forceSimulation(bodies)
    .force(
      'links',
      forceLink<Body, { source: string; target: string }>(edges.map(({ source, target }) => ({ source, target })))
        .id(({ id }) => id)
        .distance(90),
    )
    .force('apart', forceManyBody().strength(-320))
    .force('room', forceCollide(40))
    .force('x', forceX().strength(0.04))
    .force('y', forceY().strength(0.06))
    .alphaDecay(1 - 0.001 ** (1 / MAX_STEPS))
    .stop();

  const positions = (): Positions => new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x: x * WIDER, y }]));
  let sliceEnd = now() + SLICE_MS;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    simulation.tick();
    if (now() < sliceEnd) continue;
    show(positions());
    await pause();
    if (signal.aborted) return undefined;
    sliceEnd = now() + SLICE_MS;
  }
  return positions();
}
