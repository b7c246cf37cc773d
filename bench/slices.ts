/** Slices in turns, A B C B C A …: what the machine does beside this hits all contestants alike. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestBurst } from './load/request-burst.js';
import type { Loader } from './loader.js';
import { processorSeconds } from './processes.js';

export interface Contestant {
  name: string;
  burst: RequestBurst;
  /** The process whose processor time is counted. */
  pid: number;
}

export interface Slice {
  perSecond: number;
  p50: number;
  p99: number;
  /** Microseconds of the server's processor time for one answer. */
  cost: number;
  /** Share of its core that the load used: near 1, the load was the limit and not the server. */
  load: number;
}

interface Plan {
  rounds: number;
  /** Rounds before the first, which only warm up: one where a slice holds thousands of answers. */
  warmUps?: number;
  ms: number;
  connections: number;
  /** A slice ends with that many answers, where they come sooner. */
  count?: number;
}

/** Name → one slice of each round. */
export async function raceInSlices(
  loader: Loader,
  contestants: readonly Contestant[],
  { rounds, warmUps = 1, ...how }: Plan,
): Promise<Map<string, Slice[]>> {
  const slices = new Map(contestants.map(({ name }) => [name, [] as Slice[]]));
  for (const { name, burst } of contestants) await loader.order('aim', { name, burst });
  for (let round = -warmUps; round < rounds; round++) {
    // Each is first, second and last in its turn: whoever follows whom should make no difference.
    const shift = (round + warmUps) % contestants.length;
    for (const { name, pid } of [...contestants.slice(shift), ...contestants.slice(0, shift)]) {
      const before = { server: processorSeconds(pid), load: processorSeconds(loader.pid) };
      const { answers, seconds, p50, p99 } = await loader.order('fire', { name, ...how });
      const load = (processorSeconds(loader.pid) - before.load) / seconds;
      await untilQuiet(pid);
      const server = processorSeconds(pid) - before.server;
      const slice = { perSecond: answers / seconds, p50, p99, cost: (server / answers) * 1e6, load };
      if (round >= 0) slices.get(name)?.push(slice);
    }
  }
  return slices;
}

/** What a server still has to do after its last answer belongs to its cost, and is not to hit who comes next. */
async function untilQuiet(pid: number): Promise<void> {
  const lookMs = 60;
  for (let look = 0, before = processorSeconds(pid); look < 50; look++) {
    await pause(lookMs);
    const now = processorSeconds(pid);
    if (!(now - before > 0.01)) return;
    before = now;
  }
}
