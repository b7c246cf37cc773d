/** Jobs per second through one process, in PostgreSQL and in Redis. The job itself does nothing. */
import { once } from 'node:events';
import { join } from 'node:path';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { readFrom } from '../api.js';
import { figureOf, ratioOf, written } from '../figures.js';
import type { Options } from '../options.js';
import { cores, startNode } from '../processes.js';
import { startRedis } from '../redis.js';
import type { Line } from '../report.js';
import type { Stage } from '../stage.js';

const count = 2_000;
interface Rates {
  sent: number;
  worked: number;
}

export async function benchJobs(stage: Stage, { rounds }: Options): Promise<Line[]> {
  const databaseUrl = await stage.createDatabase('jobs');
  await migrateQueue(databaseUrl);
  const redis = await startRedis(stage.folder);
  try {
    const rates = { postgres: [] as Rates[], redis: [] as Rates[] };
    for (let round = 0; round < rounds; round++) {
      rates.postgres.push(await workOff(stage, databaseUrl, ''));
      if (redis) rates.redis.push(await workOff(stage, databaseUrl, redis.url));
    }
    const line = (field: 'sent' | 'worked', what: string): Line => {
      const of = (name: keyof typeof rates): number[] => rates[name].map((rate) => rate[field]);
      const rate = (name: keyof typeof rates): string => `${written(figureOf(of(name)).median)}/s`;
      return {
        what,
        measured: `PostgreSQL ${rate('postgres')}`,
        beside: redis ? `Redis ${rate('redis')}` : 'no redis-server on the PATH',
        ...(redis && { ratio: ratioOf(of('postgres'), of('redis')) }),
      };
    };
    return [line('sent', 'jobs sent by one process'), line('worked', 'jobs done by one process')];
  } finally {
    await redis?.stop();
  }
}

async function workOff({ folder }: Stage, databaseUrl: string, redisUrl: string): Promise<Rates> {
  const logFile = join(folder, `jobs-${String(Date.now())}.log`);
  const args = [databaseUrl, redisUrl, String(count)];
  const worker = startNode({ entry: 'bench/load/jobs.js', args, core: cores.server, logFile });
  const ended = once(worker.child, 'exit');
  try {
    await Promise.race([ended, readFrom(logFile, /(\{"sent".*\})/, 120_000)]);
    return JSON.parse(await readFrom(logFile, /(\{"sent".*\})/, 1_000)) as Rates;
  } finally {
    await worker.stop();
  }
}
