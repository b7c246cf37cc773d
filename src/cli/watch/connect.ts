/** Where the API is and with which key it is asked: as said, as set, or as "npm start" has left it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createClient, Refusal, Unreachable, type Client } from '../../../client/client.js';
import { urlOnThisMachine, type Env } from '../../platform/config/env.js';
import { readAddressFile } from '../../platform/embedded/address-file.js';

interface Reached {
  client: Client;
  /** Who the key is of. */
  as: string;
  url: string;
}

const keysFile = z.record(z.string(), z.string());

export async function reachApi(
  given: { url?: string | undefined; key?: string | undefined },
  { client: set, dir, ...own }: Pick<Env, 'client' | 'dir' | 'host' | 'port'>,
): Promise<Reached> {
  const url = given.url ?? set.url ?? (await readAddressFile(dir, 'api')) ?? urlOnThisMachine(own);
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new Error(`"${url}" is no address of an API; give one such as http://127.0.0.1:4545.`);
  const { key, from } = await findKey(given.key, set.key, join(dir, 'keys.json'));
  const client = createClient({ url, key });
  try {
    const { ref } = await client.require('GET /v1/me', {}, { retries: 0, timeoutMs: 10_000 });
    return { client, as: ref, url: new URL(url).origin };
  } catch (error) {
    throw new Error(explain(error, { url, from }), { cause: error });
  }
}

async function findKey(
  given: string | undefined,
  set: string | undefined,
  file: string,
): Promise<{ key: string; from: string }> {
  if (given !== undefined) return { key: given, from: '--key' };
  if (set !== undefined) return { key: set, from: 'ISNAD_KEY' };
  const kept = await readFile(file, 'utf8').then(
    (text) => keysFile.safeParse(JSON.parse(text)).data?.['reader'],
    () => undefined,
  );
  if (kept === undefined)
    throw new Error(`There is no key: give one with --key, set ISNAD_KEY, or start where ${file} is.`);
  return { key: kept, from: file };
}

function explain(error: unknown, { url, from }: { url: string; from: string }): string {
  if (error instanceof Refusal && error.status === 401)
    return `${new URL(url).origin} does not know this key (it is that of ${from}).`;
  if (error instanceof Refusal && error.status === 404) return `There is no Isnad at ${url}.`;
  if (error instanceof Unreachable)
    return `${error.message}. Is Isnad running? Another address is given with --url.`;
  return error instanceof Error ? error.message : String(error);
}
