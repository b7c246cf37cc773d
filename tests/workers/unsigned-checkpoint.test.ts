/** A checkpoint that is due and is not signed: whoever asks the API learns it, though another process should have signed. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readinessChecks } from '../../src/check-installation.js';
import { createCheckpointService } from '../../src/integrity/checkpoints/checkpoint.service.js';
import { readReadiness } from '../../src/platform/health/readiness.js';
import { createNotary, settleFeed, type Notary } from '../support/checkpoints.js';
import { setClock, setClockRight } from '../support/clock.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let worker: Notary;
beforeEach(async () => {
  isnad = await createIsnad();
  worker = await createNotary(isnad);
  await settleFeed(isnad.store);
});
afterEach(async () => {
  await worker.close();
  await isnad.close();
});

/** As an API looks at it that signs nothing itself. */
async function readyz(): Promise<unknown> {
  const { database, store, services } = isnad;
  const checkpoints = createCheckpointService({ store, pool: database.pool, origin: 'isnad.example/log' });
  const checks = readinessChecks({
    ...{ database, backend: undefined as never },
    services: { ...services, checkpoints },
  });
  const { ready, degraded, parts } = await readReadiness(checks.filter(({ part }) => part !== 'queue'));
  return [ready, degraded, parts['signing']];
}
const well = [true, [], { ok: true }];
const notSigned = (why: RegExp): unknown => [
  ...[true, ['not_signed']],
  { ok: false, reason: 'not_signed', why: expect.stringMatching(why) as string },
];

it('is told with the reason of the last attempt, until one is signed', async () => {
  expect(await readyz()).toEqual(well);
  // A file where the folder should be, as a disk that was not mounted leaves it; whoever runs as root may write anywhere.
  await rm(worker.dir, { recursive: true });
  await writeFile(worker.dir, '');
  await expect(worker.checkpoints.signIfDue()).rejects.toThrow();
  expect(await readyz()).toEqual(
    notSigned(/^The last attempt to sign a checkpoint failed: (EEXIST|ENOTDIR) at /),
  );
  await rm(worker.dir);
  await expect.poll(() => worker.checkpoints.signIfDue().then(readyz)).toEqual(well);
});

it('is told in our words where a checkpoint is contradicted, and no more of what failed a day ago', async () => {
  await worker.checkpoints.signIfDue();
  await setClock(isnad, '24 hours');
  await writeFile(join(worker.dir, '00000001.json'), '{}');
  await expect(worker.checkpoints.signIfDue()).rejects.toThrow();
  const [, , { why }] = (await readyz()) as [boolean, string[], { why: string }];
  expect(why).not.toContain('undefined');
  expect(await readyz()).toEqual(notSigned(/^The last attempt to sign a checkpoint failed: /));
  await setClockRight(isnad);
  expect(await readyz()).toEqual(well);
});

/** So long after the first event, which is as old as the database that tests are copied from. */
async function setMinutesAfterFirst(minutes: number): Promise<void> {
  const { rows } = await isnad.database.pool.query<{ age: number }>(
    'SELECT extract(epoch FROM now() - min(at))::float8 AS age FROM events',
  );
  await setClock(isnad, `${String(minutes * 60 - (rows[0]?.age ?? 0))} seconds`);
}

it('is overdue where nobody tried for an hour', async () => {
  await setMinutesAfterFirst(50);
  expect(await readyz()).toEqual(well);
  await setMinutesAfterFirst(70);
  expect(await readyz()).toEqual(
    notSigned(/^No checkpoint is signed, though one is due since 2\S+Z: is a worker running/),
  );
  await worker.checkpoints.signIfDue();
  expect(await readyz()).toEqual(well);
  await setClock(isnad, '49 hours');
  expect(await readyz()).toEqual(
    notSigned(/^No checkpoint is signed, though one is due since 2\S+T00:00:00.000Z/),
  );
});

it('a signing that is broken off, as by a restart, has not failed', async () => {
  const until = AbortSignal.abort();
  await worker.checkpoints.signIfDue(until).catch(() => undefined);
  expect(await readyz()).toEqual(well);
});
