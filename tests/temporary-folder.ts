/** Where the tests keep what they throw away. */
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';
const bytesNeeded = 4 * 1024 ** 3;

/**
 * In memory, where there is plenty: a database of hundreds of small files is cloned ten times as fast there. Elsewhere it is
 * the machine's own temporary folder; whoever names one with TMPDIR has it.
 */
export function temporaryFolder(): string {
  if (process.env['TMPDIR']) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= bytesNeeded ? inMemory : tmpdir();
  } catch {
    return tmpdir(); // a system that has none
  }
}
