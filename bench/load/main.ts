/** Entry of the process that makes the load; told over the channel of `fork` what to do. */
import type { Order, Orders, Report } from './orders.js';
import { gather, type Gathered } from './subscribers.js';
import { submitAndWatch } from './verdicts.js';
import { aim, fire, type Aimed } from './request-burst.js';

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
