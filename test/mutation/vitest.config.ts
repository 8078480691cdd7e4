import { defineConfig } from 'vitest/config';

/** The tests that mutants of src/company must fail, without the slow ones and those that do not test behaviour. */
export default defineConfig({
  test: {
    // One process for all files: each mutant starts it anew.
    isolate: false,
    include: ['test/unit/company/**/*.test.ts'],
    exclude: ['**/bad-input.test.ts', '**/generated.test.ts'],
  },
});
