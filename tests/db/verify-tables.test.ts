/** The tables are what replaying the events gives. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodyOf,
  enterClaim,
  moveTask,
  publishVerdict,
  startReview,
  verdictBody,
  type Task,
} from '../support/desk.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { writeAtRandom } from '../support/random-writes.js';
import { replayedSpans, type Span } from '../support/replayed-spans.js';
import { createBusyIsnad } from '../support/requests.js';
import type { TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
});
afterAll(() => isnad.close());

/** A thousand among the long tests. */
const states = process.env['LONG'] === undefined ? 4 : 1_000;
const writesBetween = 10;

it(`every state that is reached by writes of all kinds is accepted, ${String(states)} of them`, async () => {
  const seed = seedOfRun();
  const luck = createLuck(seed);
  const claims = ['C34', 'C37', await enterClaim(isnad), await enterClaim(isnad)];
  await publishVerdict(isnad, claims[2] ?? '');
  const recent: string[] = [];
  for (let state = 0; state < states; state++) {
    const outcome = await verifyTables(isnad);
    expect(outcome, `SEED=${String(seed)}\n${recent.join('\n')}`).toMatchObject({ valid: true });
    recent.length = 0;
    for (let write = 0; write < writesBetween; write++) {
      const { told, status, text } = await writeAtRandom({ isnad, luck, claims });
      expect(status, `${told} ${text}`).toBeLessThan(500);
      recent.push(told);
    }
  }
});

it('the spans of tasks, which the database counts by itself, are what the same replay gives', async () => {
  const startAnother = async (): Promise<Task> => startReview(isnad, await enterClaim(isnad));
  const act = async (task: Task, event: string, more: object = {}): Promise<unknown> =>
    bodyOf(await moveTask(isnad, 'checker', task, { event, ...more }));
  const resumed = await startAnother();
  await act(resumed, 'pause', { reason: 'A reply is waited for.' });
  await act(resumed, 'unpause');
  await act(await startAnother(), 'pause', { reason: 'A page is waited for.' });
  await act(await startAnother(), 'release');
  const submitted = await startAnother();
  const answer = await isnad.as('checker').post(`/v1/tasks/${submitted.id}/verdict`, verdictBody());
  expect(answer.status).toBe(202);
  await isnad.relay();
  await isnad.services.flow.updateTaskSpans();
  const { rows } = await isnad.database.pool.query<Span>(
    `SELECT task_id AS task, phase, waiting, working, started_at IS NOT NULL AS begun, ended_at IS NOT NULL AS ended, holder_id AS holder
     FROM task_spans ORDER BY task_id`,
  );
  const replayed = await replayedSpans(isnad);
  expect(rows.length).toBeGreaterThan(10);
  expect([...new Set(rows.map(({ phase }) => phase))].toSorted()).toEqual([
    ...['ended', 'paused', 'recording', 'waiting', 'working'],
  ]);
  const rounded = ({ waiting, working, ...span }: Span) => ({
    ...span,
    ...{ waiting: waiting.toFixed(3), working: working.toFixed(3) },
  });
  expect(rows.map(rounded)).toEqual(replayed.map(rounded));
});
