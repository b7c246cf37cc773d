import { defineConfig } from 'vitest/config';
import { longTests } from './tests/long-tests.js';
import { sabotage } from './tests/support/remove-protection.js';

/** What takes long: `npm run test:long`. The quick part of each stands among the other tests. */
export default defineConfig({
  plugins: [sabotage()],
  test: {
    include: [
      'tests/faults/**/*.test.ts',
      ...longTests,
      // Of these the quick tests are a part: fewer steps.
      'tests/api/canary.test.ts',
      'tests/api/independence-walk.test.ts',
      'tests/api/many-at-once.test.ts',
      'tests/api/public-bytes.test.ts',
      'tests/db/tampered-tables.test.ts',
      'tests/e2e/desk-model.test.ts',
      'tests/e2e/first-act.test.ts',
      'tests/e2e/tracing.test.ts',
      'tests/unit/follow-quote.test.ts',
      'tests/unit/small-desk.test.ts',
      'tests/unit/status-cache.test.ts',
      'tests/unit/watch.test.ts',
      'tests/web/article-selections.test.ts',
      'tests/web/drafts.test.ts',
      'tests/web/editors-screens.test.ts',
      'tests/web/notice-moves.test.ts',
      'tests/web/offered-moves.test.ts',
      'tests/web/public-pages.test.ts',
      'tests/web/recording-moves.test.ts',
      'tests/web/screens.test.ts',
      'tests/web/second-person-moves.test.ts',
      'tests/workers/stray-bytes.test.ts',
    ],
    env: { LONG: '1' },
    globalSetup: ['tests/support/cluster.ts'],
    setupFiles: ['tests/support/seed-properties.ts', 'tests/support/write-under-test-key.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
  },
});
