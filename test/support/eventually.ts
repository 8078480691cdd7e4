import { vi } from 'vitest';

/** Milliseconds; a wait costs nothing where things are quick. */
const PATIENCE_MS = 60_000;

/** Waits until the task succeeds, and answers what it answers. */
export const eventually = <T>(task: () => T | Promise<T>): Promise<T> => vi.waitFor(task, { timeout: PATIENCE_MS });
