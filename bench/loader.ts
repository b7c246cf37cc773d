/** The other end of the process that makes the load. */
import { once } from 'node:events';
import type { Order, Report } from './load/main.js';
import type { Tally, Volley } from './load/volley.js';
import { cores, startNode } from './processes.js';

export interface Loader {
  pid: number;
  aim(name: string, volley: Volley): Promise<void>;
  fire(name: string, how: { connections: number; ms: number }): Promise<Tally>;
  stop(): Promise<void>;
}

export function startLoader(): Loader {
  const running = startNode({ entry: 'bench/load/main.js', core: cores.load, channel: true });
  const { child, pid } = running;
  const order = async (what: Order): Promise<Tally | null> => {
    const answer = once(child, 'message') as Promise<[Report]>;
    child.send(what);
    const [report] = await answer;
    if ('failed' in report) throw new Error(report.failed);
    return report.done;
  };
  return {
    pid,
    aim: async (name, volley) => {
      await order({ do: 'aim', name, volley });
    },
    fire: async (name, how) => {
      const tally = await order({ do: 'fire', name, ...how });
      if (!tally) throw new Error('the load was not counted');
      return tally;
    },
    stop: () => running.stop(),
  };
}
