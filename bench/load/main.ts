/** Entry of the process that makes the load; told over the channel of `fork` what to do. */
import { gather, type Subscribers, type Gathered } from './subscribers.js';
import { submitAndWatch, type Submissions } from './verdicts.js';
import { aim, fire, type Aimed, type Tally, type RequestBurst } from './request-burst.js';

/** What can be asked for, and what comes back of it. */
export interface Orders {
  aim: { given: { name: string; burst: RequestBurst }; done: null };
  fire: { given: { name: string; connections: number; ms: number; count?: number }; done: Tally };
  gather: { given: Subscribers; done: null };
  tell: { given: { claim: string; request: string; limitMs: number }; done: number[] };
  leave: { given: null; done: null };
  submit: { given: Submissions; done: number[] };
}
export type Order = { [Name in keyof Orders]: { do: Name; given: Orders[Name]['given'] } }[keyof Orders];
export type Report = { done: unknown } | { failed: string };

const bursts = new Map<string, Aimed>();
let gathered: Gathered | undefined;

const doers: { [Name in keyof Orders]: (given: Orders[Name]['given']) => Promise<Orders[Name]['done']> } = {
  aim: ({ name, burst }) => {
    bursts.set(name, aim(burst));
    return Promise.resolve(null);
  },
  fire: ({ name, ...how }) => {
    const burst = bursts.get(name);
    if (!burst) throw new Error(`nothing was aimed at as ${name}`);
    return fire(burst, how);
  },
  gather: async (subscribers) => {
    gathered = await gather(subscribers);
    return null;
  },
  tell: ({ limitMs, ...change }) => {
    if (!gathered) throw new Error('nobody waits');
    return gathered.tell(change, limitMs);
  },
  leave: () => {
    gathered?.leave();
    gathered = undefined;
    return Promise.resolve(null);
  },
  submit: submitAndWatch,
};

async function follow(order: Order): Promise<unknown> {
  const work = doers[order.do] as (given: Order['given']) => Promise<unknown>;
  return work(order.given);
}

process.on('message', (order: Order) => {
  follow(order).then(
    (done) => process.send?.({ done } satisfies Report),
    (error: unknown) => process.send?.({ failed: String(error) } satisfies Report),
  );
});
process.on('disconnect', () => process.exit(0));
