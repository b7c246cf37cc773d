import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // They take long: `npm run test:faults`.
    exclude: [...configDefaults.exclude, 'tests/faults/**'],
    globalSetup: ['tests/support/cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more forks only make each other slow.
    maxWorkers: 2,
    restoreMocks: true,
  },
});
