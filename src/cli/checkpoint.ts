import { parseArgs } from 'node:util';
import { withRuntime } from './connect.js';
import { print } from './print.js';

export async function checkpoint(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { 'new-key': { type: 'boolean' } } });
  await withRuntime(async ({ services: { checkpoints } }) => {
    const { hash, statement } = await checkpoints.sign({ newKey: values['new-key'] ?? false });
    const { number, chains, key, nextKey } = statement;
    print(`Signed checkpoint ${String(number)} over ${String(chains)} chains: ${hash}`);
    print(`Key: ${key}${nextKey === null ? '' : `, from the next one on ${nextKey}`}`);
  });
}
