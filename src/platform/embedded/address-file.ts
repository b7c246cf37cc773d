import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Kept = 'database' | 'owner' | 'api';
const addressFile = (dir: string, of: Kept): string => join(dir, `${of}.url`);

/** Leaves the address of what runs for commands that come later; gives back what removes it. */
export async function writeAddressFile(dir: string, of: Kept, url: string): Promise<() => Promise<void>> {
  await mkdir(dir, { recursive: true });
  // One of an earlier start would keep its mode.
  await rm(addressFile(dir, of), { force: true });
  await writeFile(addressFile(dir, of), `${url}\n`, { mode: 0o600 });
  return () => rm(addressFile(dir, of), { force: true });
}

/** What was left there, by a process that may have ended since. */
export const readAddressFile = (dir: string, of: Kept): Promise<string | undefined> =>
  readFile(addressFile(dir, of), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
