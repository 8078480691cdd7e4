import { vi } from 'vitest';
import { PATIENCE_MS } from './patience.ts';

/** Waits until the task succeeds, and answers what it answers. */
export const eventually = <T>(task: () => T | Promise<T>): Promise<T> => vi.waitFor(task, { timeout: PATIENCE_MS });
