/** Mutants of the rules, against the unit tests alone: `npm run test:mutants`. */
export default {
  mutate: [process.env.MUTATE ?? 'src/domain/**/*.ts'],
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutants/sample.js'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  checkers: ['sample'],
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  timeoutMS: 30_000,
  ignorePatterns: ['/dist', '/.isnad', '/tests/clients'],
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'node_modules/.cache/isnad/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'node_modules/.cache/isnad/stryker',
  allowEmpty: false,
  thresholds: { high: 95, low: 90, break: 90 },
};
