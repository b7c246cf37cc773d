/** What is done to a house at work, one thing after the other, as luck has it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultProxy } from '../fault-proxy.js';
import type { OwnPostgres } from '../own-postgres.js';
import type { Started } from '../processes.js';
import type { Luck } from '../random.js';
import type { TestRedis } from '../redis.js';
import type { RunningProduct, StartedApi } from '../running-product.js';

export interface City {
  isnad: RunningProduct;
  postgres: OwnPostgres;
  redis: TestRedis | undefined;
  /** Between the processes and PostgreSQL. */
  proxy: FaultProxy;
  apis: StartedApi[];
  workers: Started[];
  luck: Luck;
}

type Trouble = (city: City) => Promise<void>;

/** Kills one of them and puts a new one in its place. */
async function replace<One extends Started>(
  luck: Luck,
  all: One[],
  start: () => Promise<One>,
): Promise<void> {
  const at = luck.below(all.length);
  await all[at]?.end('SIGKILL');
  all[at] = await start();
}

const stop = async (luck: Luck, all: readonly Started[], mostMs: number): Promise<void> => {
  const { child } = luck.oneOf(all);
  child.kill('SIGSTOP');
  await pause(200 + luck.below(mostMs));
  child.kill('SIGCONT');
};

const spoil =
  (fault: Parameters<FaultProxy['set']>[0], mostMs: number): Trouble =>
  async ({ proxy, luck }) => {
    proxy.set(fault);
    await pause(luck.below(mostMs));
    proxy.set('none');
  };

const troubles: Record<string, Trouble> = {
  'an API is killed': ({ isnad, luck, apis }) => replace(luck, apis, () => isnad.startApi()),
  'a worker is killed': ({ isnad, luck, workers }) => replace(luck, workers, () => isnad.startWorker()),
  'an API sleeps': ({ luck, apis }) => stop(luck, apis, 2_000),
  // Longer than the lock on a job, now and then.
  'a worker sleeps': ({ luck, workers }) => stop(luck, workers, luck.once(4) ? 18_000 : 2_000),
  'PostgreSQL crashes': async ({ postgres, luck }) => {
    await postgres.crash();
    await pause(luck.below(1_000));
    await postgres.start();
  },
  'connections are reset': spoil('reset', 500),
  'connections go silent': spoil('blackhole', 3_000),
  'connections break in the middle': spoil({ cutAfter: 500 }, 1_000),
  'the database is slow': spoil({ latencyMs: 40 }, 2_000),
  'Redis is emptied': async ({ redis, luck }) => {
    await redis?.kill();
    await pause(luck.below(1_000));
    await redis?.restart();
  },
};

/** Gives the names of what was done, in order. */
export async function makeTrouble(city: City, over: () => boolean): Promise<string[]> {
  const possible = Object.keys(troubles).filter(
    (name) => city.redis !== undefined || !name.startsWith('Redis'),
  );
  const done: string[] = [];
  while (!over()) {
    const name = city.luck.oneOf(possible);
    done.push(name);
    await troubles[name]?.(city);
    await pause(500 + city.luck.below(1_500));
  }
  return done;
}
