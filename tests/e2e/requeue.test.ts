/** `isnad requeue` as it is shipped, on both stores. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { findOwed, jobServicesOf } from '../../src/job-services.js';
import { settleFeed } from '../support/checkpoints.js';
import { acceptClaim, enterClaim } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { queueStores } from '../support/queue-stores.js';

let isnad: TestIsnad;
let checkpoints: string;
let owed: string[];

beforeAll(async () => {
  checkpoints = await mkdtemp(join(tmpdir(), 'isnad-requeue-'));
  isnad = await createIsnad();
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, {
    url: 'https://example.org/page',
    stance: 'context',
  });
  await isnad.database.pool.query("UPDATE review_tasks SET remind_at = now() - interval '1 hour'");
  await enterClaim(isnad);
  await settleFeed(isnad.store);
  owed = (await findOwed(jobServicesOf(isnad.services))).map(({ name }) => name);
  expect(owed).toEqual(
    expect.arrayContaining(['open-task', 'capture-evidence', 'check-clock', 'sign-checkpoint']),
  );
});
afterAll(async () => {
  await isnad.close();
  await rm(checkpoints, { recursive: true, force: true });
});

const requeue = async (redisUrl: string | undefined): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(projectRoot, 'dist/src/cli/isnad.js'), 'requeue'],
    {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: isnad.url,
        INSTANCE_ID: 'tests',
        CHECKPOINT_DIR: checkpoints,
        ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      },
    },
  );
  return stdout;
};

it.each(queueStores.filter(({ skipped }) => !skipped))(
  'puts a job of every kind that is owed into the queue in $name',
  async ({ open }) => {
    const { redisUrl, close } = await open();
    const log = createLog({ level: 'silent', name: 'tests' });
    const backend = createQueueBackend({ databaseUrl: isnad.url, redisUrl, log });
    try {
      const told = await requeue(redisUrl);
      await backend.reach();
      const queue = backend.openQueue();
      const names = (await queue.getJobs('waiting')).map(({ name }) => name).sort();
      await queue.close();
      expect(names).toEqual([...owed].sort());
      expect(told).toMatch(new RegExp(`^Queued ${String(names.length)} jobs: .*1 sign-checkpoint`));
    } finally {
      await backend.close();
      await close();
    }
  },
);
