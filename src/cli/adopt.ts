import { parseArgs } from 'node:util';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** Says that this installation is the one that the database works for, or that its folder of captured pages is its own. */
export async function adopt(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { evidence: { type: 'boolean', default: false } } });
  await withRuntime(async ({ services: { adoption, pageFolder } }) => {
    if (values.evidence) {
      if (!pageFolder) throw new Error('captured pages are kept in no folder, but in a bucket');
      await pageFolder.adopt();
      print(
        'Adopted: EVIDENCE_DIR is of this database alone. What this database does not know there is removed.',
      );
      return;
    }
    if (!adoption) throw new Error('this process works for no installation');
    await adoption.adopt();
    print(
      'Adopted: this installation calls webhooks from now on. No other one may work for the same database.',
    );
  });
}
