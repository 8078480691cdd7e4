import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './test/support/patience.ts';

/** A row of a table names its test in full. */
const titles = { taskTitleValueFormatTruncate: 200 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...titles,
          name: 'unit',
          // Pure rules share their modules: most of the time would go into loading them anew for each file.
          isolate: false,
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
          // A test that starts many workers evaluates only these anew each time: the layers below have no state.
          server: { deps: { external: [/\/src\/(company|schema|adminpulse|openthebox|inference|api)\//] } },
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
          isolate: false,
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
          // Of several waits in a test, the one that is in vain says so itself. A hook starts a browser, or waits for its turn.
          testTimeout: 3 * PATIENCE_MS,
          hookTimeout: 5 * PATIENCE_MS,
          fileParallelism: false,
          // The files share a browser, which ends with the process that they all run in.
          isolate: false,
          globalSetup: 'test/e2e/profile-folder.ts',
        },
      },
    ],
  },
});
