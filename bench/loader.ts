/** The other end of the process that makes the load. */
import type { Orders, Report } from './load/orders.js';
import { cores, startNode } from './processes.js';

export interface Loader {
  pid: number;
  /** One order at a time; rejects with what went wrong there. */
  order<Name extends keyof Orders>(what: Name, given: Orders[Name]['given']): Promise<Orders[Name]['done']>;
  stop(): Promise<void>;
}

export function startLoader(): Loader {
  const running = startNode({ entry: 'bench/load/main.js', core: cores.load, channel: true });
  const { child, pid } = running;
  return {
    pid,
    order: (what, given) =>
      new Promise((resolve, reject) => {
        const ended = (): void => {
          reject(new Error('the process that makes the load has ended'));
        };
        child.once('exit', ended);
        child.once('message', (report: Report) => {
          child.off('exit', ended);
          if ('failed' in report) reject(new Error(report.failed));
          else resolve(report.done as Orders[typeof what]['done']);
        });
        child.send({ do: what, given });
      }),
    stop: () => running.stop(),
  };
}
