/** Entry of the process that makes the load; told over the channel of `fork` what to fire. */
import { aim, fire, type Aimed, type Tally, type Volley } from './volley.js';

export type Order =
  { do: 'aim'; name: string; volley: Volley } | { do: 'fire'; name: string; connections: number; ms: number };
export type Report = { done: Tally | null } | { failed: string };

const volleys = new Map<string, Aimed>();

async function follow(order: Order): Promise<Tally | null> {
  if (order.do === 'aim') {
    volleys.set(order.name, aim(order.volley));
    return null;
  }
  const volley = volleys.get(order.name);
  if (!volley) throw new Error(`nothing was aimed at as ${order.name}`);
  return fire(volley, order);
}

process.on('message', (order: Order) => {
  follow(order).then(
    (done) => process.send?.({ done } satisfies Report),
    (error: unknown) => process.send?.({ failed: String(error) } satisfies Report),
  );
});
process.on('disconnect', () => process.exit(0));
