/** The job `capture-evidence`: once and twice, with its row gone, failing at first, poisoned, crowded. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../src/platform/queue/job.js';
import { captureEvidence } from '../../workers/jobs/capture-evidence.js';
import { enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures, listEvidence } from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { createInternet, type Internet } from '../support/internet.js';

let internet: Internet;
let isnad: TestIsnad;
let claim: string;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ outbound: internet.outbound });
  claim = await enterClaim(isnad);
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const capture = (id: string) => isnad.services.captures.capture(id);
const isOwed = async (id: string): Promise<boolean> =>
  (await isnad.services.captures.findOwed()).some(
    (job) => job.name === 'capture-evidence' && job.payload['evidenceId'] === id,
  );
/** As if so much time had gone by for this evidence. */
const pass = (id: string, seconds: number) =>
  isnad.database.pool.query(
    `UPDATE evidence SET capture_due_at = capture_due_at - $2 * interval '1 second' WHERE id = $1`,
    [id, seconds],
  );
const stateOf = async (id: string) =>
  (await listEvidence(isnad, claim)).find((one) => one.id === id)?.capture.status;
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await isnad.database.pool.query<{ type: string }>(
      `SELECT type FROM events WHERE data->>'evidence' = $1 ORDER BY seq`,
      [id],
    )
  ).rows.map(({ type }) => type);

describe('capturing', () => {
  it('is owed by evidence until it is done, and done once however often it is asked for', async () => {
    const { id } = await addEvidence(isnad, claim, internet.serve('/once', { body: 'once' }));
    expect(await isOwed(id)).toBe(true);
    const before = internet.requests();
    const results = await Promise.all([capture(id), capture(id), capture(id)]);
    expect(results.filter((result) => result !== undefined)).toHaveLength(1);
    expect(await capture(id)).toBeUndefined();
    expect(internet.requests()).toBe(before + 1);
    expect(await isOwed(id)).toBe(false);
    expect(await listCaptures(isnad, id)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(['claim.evidence_added', 'claim.evidence_captured']);
  });

  it('is written once: the database refuses to change or remove it', async () => {
    const { id } = await addEvidence(isnad, claim, internet.serve('/kept', { body: 'kept' }));
    await capture(id);
    for (const statement of [
      `UPDATE captures SET sha256 = repeat('0', 64)`,
      `UPDATE captures SET at = now()`,
      'DELETE FROM captures',
    ])
      await expect(isnad.owner.query(statement)).rejects.toMatchObject({
        constraint: 'captures_are_permanent',
      });
  });

  it('does nothing where the evidence is gone', async () => {
    expect(await capture('00000000-0000-7000-8000-000000000000')).toBeUndefined();
  });

  it('fails, waits, fails again, and succeeds', async () => {
    const at = '/recovers';
    const { id } = await addEvidence(isnad, claim, internet.serve(at, { status: 503 }));
    await capture(id);
    expect([await stateOf(id), await isOwed(id)]).toEqual(['owed', false]);
    await pass(id, 30);
    expect(await isOwed(id)).toBe(true);
    await capture(id);
    internet.serve(at, { body: 'back' });
    await pass(id, 300);
    await capture(id);
    expect((await listCaptures(isnad, id)).map(({ outcome }) => outcome)).toEqual([
      'captured',
      'failed',
      'failed',
    ]);
    expect(await stateOf(id)).toBe('captured');
  });

  it('is given up after three tries, and not tried again where that is no use', async () => {
    const { id } = await addEvidence(isnad, claim, internet.serve('/down', { status: 500 }));
    for (const seconds of [0, 30, 300, 3_000]) {
      await pass(id, seconds);
      await capture(id);
    }
    expect(await listCaptures(isnad, id)).toHaveLength(3);
    expect([await stateOf(id), await isOwed(id)]).toEqual(['failed', false]);
    const missing = await addEvidence(isnad, claim, `${internet.url}/not-there`);
    await capture(missing.id);
    expect(await stateOf(missing.id)).toBe('failed');
  });

  it('is found again when its worker died, and given up when every worker does', async () => {
    const { id } = await addEvidence(isnad, claim, internet.serve('/deadly', { body: 'x' }));
    // Three workers that took it and never came back.
    await isnad.database.pool.query(
      `UPDATE evidence SET capture_tries = 3, capture_due_at = desk_now() + interval '45 seconds' WHERE id = $1`,
      [id],
    );
    expect(await capture(id)).toBeUndefined();
    await pass(id, 45);
    const before = internet.requests();
    await capture(id);
    expect(internet.requests()).toBe(before);
    const [given] = await listCaptures(isnad, id);
    expect(given?.failure?.code).toBe('never_ended');
    expect(await stateOf(id)).toBe('failed');
  });

  it('a capture by a worker that comes back too late changes nothing', async () => {
    let answer: (() => void) | undefined;
    const held = internet.serve('/late', (_request, response) => {
      answer = () => response.end('late');
    });
    const { id } = await addEvidence(isnad, claim, held);
    const late = capture(id);
    await expect.poll(() => answer).toBeDefined();
    await pass(id, 45);
    internet.serve('/late', { body: 'in time' });
    await capture(id);
    answer?.();
    await late;
    expect((await listCaptures(isnad, id)).map(({ size }) => size)).toEqual(['in time'.length]);
  });

  it('says so where its bytes cannot be kept, and tries again', async () => {
    const store = await createIsnad({ outbound: internet.outbound });
    // A file stands where the folder would be.
    await writeFile(join(store.dir, 'unfinished'), '');
    const there = await enterClaim(store);
    const { id } = await addEvidence(store, there, internet.serve('/unkept', { body: 'unkept' }));
    await store.services.captures.capture(id);
    const [failed] = await listCaptures(store, id);
    expect([failed?.failure?.code, failed?.sha256]).toEqual(['not_stored', null]);
    await store.close();
  });
});

describe('the job', () => {
  it('has what waited for it done next, and what else is due', async () => {
    const enqueue = vi.fn<(job: Job, options: { id: string }) => Promise<void>>().mockResolvedValue();
    const due: Job = { name: 'capture-evidence', payload: { evidenceId: 'e2' } };
    const services = {
      captureEvidence: () => Promise.resolve(['v1']),
      findDueCaptures: () => Promise.resolve([due]),
    };
    await captureEvidence(services, enqueue, () => 0)({ evidenceId: 'e1' });
    expect(enqueue.mock.calls.map(([job]) => job)).toEqual([
      { name: 'record-verdict', payload: { verdictId: 'v1' } },
      due,
    ]);
  });

  it('leaves what comes on top for later, so that slow pages hold up nothing else', async () => {
    const under: (() => void)[] = [];
    const services = {
      captureEvidence: () =>
        new Promise<undefined>((resolve) => {
          under.push(() => {
            resolve(undefined);
          });
        }),
      findDueCaptures: () => Promise.resolve([]),
    };
    const run = captureEvidence(
      services,
      () => Promise.resolve(),
      () => 0,
    );
    const first = Array.from({ length: 4 }, (_, index) => run({ evidenceId: `e${String(index)}` }));
    await run({ evidenceId: 'e5' });
    expect(under).toHaveLength(4);
    for (const end of under.splice(0)) end();
    await Promise.all(first);
    void run({ evidenceId: 'e5' });
    expect(under).toHaveLength(1);
  });
});
