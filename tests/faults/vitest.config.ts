import { defineConfig } from 'vitest/config';
import { sabotage } from '../support/sabotage.js';

/** What takes long: `npm run test:faults`. The quick part of each stands among the other tests. */
export default defineConfig({
  plugins: [sabotage()],
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/support/cluster.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    restoreMocks: true,
  },
});
