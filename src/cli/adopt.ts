import { parseArgs } from 'node:util';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** Says that this installation is the one that the database works for. */
export async function adopt(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  await withRuntime(async ({ services: { adoption } }) => {
    if (!adoption) throw new Error('this process works for no installation');
    await adoption.adopt();
    print(
      'Adopted: this installation calls webhooks from now on. No other one may work for the same database.',
    );
  });
}
