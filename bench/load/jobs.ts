import { jobs as contracts } from '../../src/jobs.js';
/** Entry of a process that sends jobs and works them off through the product's own queue; prints how fast. */
import { randomUUID } from 'node:crypto';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import { createProducer } from '../../src/platform/queue/producer.js';

const [databaseUrl = '', redisUrl = '', count = '1000'] = process.argv.slice(2);
const jobs = Number(count);
const backend = createQueueBackend({
  databaseUrl,
  redisUrl: redisUrl === '' ? undefined : redisUrl,
  log: createLog({ level: 'warn', name: 'bench-jobs' }),
});
await backend.reach();
const producer = createProducer(backend, contracts);
const sent = await timed(async () => {
  const send = (): Promise<void> =>
    producer.enqueue(
      { name: 'open-task', payload: { claimId: randomUUID() } },
      { id: `bench-${randomUUID()}` },
    );
  for (let left = jobs; left > 0; left -= 50)
    await Promise.all(Array.from({ length: Math.min(50, left) }, send));
});

let done = 0;
let finish: () => void = () => undefined;
const finished = new Promise<void>((resolve) => (finish = resolve));
const worked = await timed(async () => {
  const worker = backend.openWorker(
    () => {
      if (++done === jobs) finish();
      return Promise.resolve();
    },
    { concurrency: 10, maxStartedAttempts: 3 },
  );
  await worker.waitUntilReady();
  await finished;
  void worker.close();
});
process.stdout.write(`${JSON.stringify({ sent: jobs / sent, worked: jobs / worked })}\n`, () =>
  process.exit(0),
);

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
