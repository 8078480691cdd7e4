import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { isFailure } from '../../api/errors.ts';
import type { UnexpectedError } from '../../messages/index.ts';
import { type ErrorFact, factOf } from '../../messages/unexpected-errors.ts';
import { withLock } from './locks.ts';
import { storageItem } from './storage-item.ts';

/** Different errors that are kept; the one that was seen longest ago gives way. */
const MAX_ERRORS = 20;
const MAX_POSITIONS = 10;

const Recorded = z.array(
  z.object({
    name: z.string(),
    positions: z.array(z.string()),
    version: z.string(),
    at: z.string(),
    count: z.number(),
  }),
);
/** Names of files and numbers only: it may stand where a content script could read it. */
const recordedItem = storageItem('local', 'unexpected-errors', Recorded);

const withRecorded = <T>(task: () => Promise<T>): Promise<T> => withLock('unexpected-errors', task);

/** An error passes several places on its way, and is one all the same. */
const recorded = new WeakSet<object>();

/** Records an error that nothing foresees: a defect of ours. A foreseen failure is none, and is left alone. */
export function recordUnexpected(error: unknown): void {
  if (isFailure(error)) return;
  if (typeof error === 'object' && error !== null) {
    if (recorded.has(error)) return;
    recorded.add(error);
  }
  // One that cannot be stored is lost: to record that would fail in the same way.
  noteUnexpected(factOf(error)).catch(() => undefined);
}

/** Records an error of which this is known. Of its stack, no more is kept than positions in our own files. */
export function noteUnexpected({ name, stack }: ErrorFact): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const seen = { name: /^[\w$]+$/.test(name) ? name : 'Error', positions: positionsIn(stack), version };
  const at = new Date().toISOString();
  return withRecorded(async () => {
    const known = (await recordedItem.read()) ?? [];
    const same = known.find((one) => keyOf(one) === keyOf(seen));
    const others = known.filter((one) => one !== same);
    await recordedItem.write([{ ...seen, at, count: (same?.count ?? 0) + 1 }, ...others].slice(0, MAX_ERRORS));
  });
}

const keyOf = ({ name, positions, version }: Pick<UnexpectedError, 'name' | 'positions' | 'version'>) =>
  [name, version, ...positions].join(' ');

/** `FILE:LINE:COLUMN`, and the bracket that Chrome puts behind it. */
const POSITION = /^((?:[\w-]+\/)*[\w.-]+\.(?:js|html):\d+:\d+)\)?$/;

/** The lines of a stack that are about our own files, without the names of functions. */
function positionsIn(stack: string): string[] {
  const root = browser.runtime.getURL('');
  const positions = stack.split('\n').flatMap((line) => {
    const [, rest] = line.split(root);
    return (rest !== undefined && POSITION.exec(rest)?.[1]) || [];
  });
  return positions.slice(0, MAX_POSITIONS);
}

/** What was recorded, the newest first. */
export const unexpectedErrors = (): Promise<UnexpectedError[]> =>
  withRecorded(async () => (await recordedItem.read()) ?? []);

export const forgetUnexpected = (): Promise<void> => withRecorded(() => recordedItem.write(undefined));

/** Records what nobody catches, from now on. */
export function recordUncaught(worker: Pick<EventTarget, 'addEventListener'>): void {
  worker.addEventListener('error', (event) => recordUnexpected((event as ErrorEvent).error));
  worker.addEventListener('unhandledrejection', (event) => recordUnexpected((event as PromiseRejectionEvent).reason));
}
