import { configDefaults, defineConfig } from 'vitest/config';
import { longTests } from './tests/long-tests.js';
import { sabotage } from './tests/support/remove-protection.js';
import { temporaryFolder } from './tests/temporary-folder.js';

// The servers and browsers that the tests start look here, too.
process.env['TMPDIR'] = temporaryFolder();

export default defineConfig({
  plugins: [sabotage()],
  test: {
    include: ['tests/**/*.test.ts'],
    // The clients of others have packages of their own (`npm run test:clients`), the rest takes long (`test:long`).
    exclude: [...configDefaults.exclude, 'tests/clients/**', 'tests/faults/**', ...longTests],
    globalSetup: ['tests/support/cluster.ts'],
    setupFiles: ['tests/support/seed-properties.ts', 'tests/support/write-under-test-key.ts'],
    // Far more than they take: a machine that is busy with other things is no reason to fail.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each file has a database of its own; loading the product anew for each would take half of the time.
    isolate: false,
    // On two cores: many tests wait for processes or for the clock.
    maxWorkers: 3,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
  },
});
