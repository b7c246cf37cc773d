/** By what an installation is told from a copy of it. */
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import type { Env } from '../../platform/config/env.js';
import type { Installation } from './adoption.service.js';

/** For whom a process works: an embedded database is known by its place, whatever is set. */
export async function installationOf(
  { installation }: Pick<Env, 'installation'>,
  embeddedIn: string | undefined,
): Promise<Installation> {
  if (embeddedIn === undefined) return installation;
  return { ...installation, instance: await embeddedInstance(embeddedIn) };
}

/** Of an embedded database: this machine and this folder. A copy has another path, or is on another machine. */
async function embeddedInstance(dir: string): Promise<string> {
  const machine = await readFile('/etc/machine-id', 'utf8').catch(() => '');
  const digest = createHash('sha256').update(`${machine.trim()}\n${await realpath(dir)}`);
  return `embedded-${digest.digest('hex').slice(0, 32)}`;
}
