import { parseArgs } from 'node:util';
import { withHouse } from './connect.js';
import { say } from './print.js';

export const checkpoint = (args: string[]): Promise<void> =>
  withHouse(async ({ services: { checkpoints } }) => {
    const { values } = parseArgs({ args, options: { 'new-key': { type: 'boolean' } } });
    const { hash, statement } = await checkpoints.sign({ newKey: values['new-key'] ?? false });
    const { number, chains, key, nextKey } = statement;
    say(`Signed checkpoint ${String(number)} over ${String(chains)} chains: ${hash}`);
    say(`Key: ${key}${nextKey === null ? '' : `, from the next one on ${nextKey}`}`);
  });
