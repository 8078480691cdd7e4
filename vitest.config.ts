import { defineConfig } from 'vitest/config';

/** A row of a table names its test in full. */
const titles = { taskTitleValueFormatTruncate: 200 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...titles,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          environment: 'node',
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          ...titles,
          name: 'component',
          include: ['test/unit/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/unit/component-setup.ts'],
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
