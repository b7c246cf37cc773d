import { configDefaults, defineConfig } from 'vitest/config';

/** The unit tests of the rules; those of other rooms would only take time with each mutant. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/unit/{read-page,status-cache,watch,outbound-allow}.test.ts'],
    // Those that measure time are slow with every mutant in the code.
    testTimeout: 60_000,
  },
});
