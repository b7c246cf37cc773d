import { parseArgs } from 'node:util';
import { idForSweep } from '../platform/queue/job.js';
import { jobs, type JobName } from '../jobs.js';
import { createProducer } from '../platform/queue/producer.js';
import { findOwed, jobServicesOf } from '../job-services.js';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** What the next sweep would do, now: a job for everything that is owed, under the ids that it would give them. */
export async function requeue(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  await withRuntime(async ({ services, backend }) => {
    const owed = await findOwed(jobServicesOf(services));
    const counts = new Map<JobName, number>();
    const producer = createProducer(backend, jobs);
    try {
      for (const job of owed) {
        await producer.enqueue(job, { id: idForSweep(job, Date.now()) });
        counts.set(job.name, (counts.get(job.name) ?? 0) + 1);
      }
    } finally {
      await producer.close();
    }
    const kinds = Array.from(counts, ([name, count]) => `${String(count)} ${name}`);
    print(
      owed.length === 0 ? 'Nothing is owed.' : `Queued ${String(owed.length)} jobs: ${kinds.join(', ')}.`,
    );
  });
}
