/** Of the tests elsewhere, those that take half a minute and more: `npm run test:long` runs them, `npm test` does not. */
export const longTests = [
  'tests/api/claimreview-seed.test.ts',
  'tests/api/hostile.test.ts',
  'tests/e2e/feed-storm.test.ts',
  'tests/e2e/next-task-race.test.ts',
  'tests/e2e/pg-dump.test.ts',
  'tests/workers/webhooks.test.ts',
  'tests/web/hostile.test.ts',
];
