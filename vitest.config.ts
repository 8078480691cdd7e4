import { defineConfig } from 'vitest/config';

/** A test that waits costs nothing where things are quick; a machine may have something else to do. */
const PATIENCE_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/background/**'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'worker',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          include: ['test/unit/background/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/support/worker-setup.ts'],
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'component',
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          include: ['test/unit/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/support/page-setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
