import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more forks only make each other slow.
    maxWorkers: 2,
    restoreMocks: true,
  },
});
