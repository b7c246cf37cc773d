import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeWhole } from '../platform/write-file-atomically.js';
import { withRuntime } from './connect.js';
import { print } from './print.js';

/** To a file, which is there whole or not at all, and for its owner alone: it tells of the desk's work too. */
export async function exportHistory(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' }, claim: { type: 'string' } } });
  const { out, claim } = values;
  await withRuntime(async ({ services: { exports } }) => {
    if (out === undefined) {
      await exports.read({ claim }, writeOut);
      return;
    }
    const isFolder = await stat(out).then(
      (found) => found.isDirectory(),
      () => false,
    );
    const path = isFolder ? join(out, claim === undefined ? 'isnad.jsonl' : `isnad-${claim}.jsonl`) : out;
    await exports.read({ claim }, (lines) =>
      writeWhole(
        path,
        async (file) => {
          for await (const block of inBlocks(lines)) await file.write(block);
        },
        0o600,
      ),
    );
    print(`Written to ${path}.`);
  });
}

async function writeOut(lines: AsyncIterable<string>): Promise<void> {
  for await (const block of inBlocks(lines)) {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain');
  }
  await new Promise((written) => process.stdout.write('', written));
}

const blockSize = 64 * 1024;

/** Line by line would be a call to the system for each event. */
async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block = '';
  for await (const line of lines) {
    block += `${line}\n`;
    if (block.length < blockSize) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
