import { defineConfig } from 'vitest/config';

/** A test that waits costs nothing where things are quick; a machine may have something else to do. */
const PATIENCE_MS = 60_000;

/** A row of a table names its test in full. */
const titles = { taskTitleValueFormatTruncate: 200 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...titles,
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
          ...titles,
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
          ...titles,
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
          ...titles,
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
