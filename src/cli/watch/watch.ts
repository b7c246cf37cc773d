/** `isnad watch`: claims and what happens to them, as it happens. Asks the API like anybody else. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Client } from '../../../client/client.js';
import { isPlainTerminal, readEnv } from '../../platform/config/env.js';
import { idOrRef } from '../../platform/http/schema.js';
import type { Watcher } from './watcher.js';
import { watchInLines } from './lines.js';
import { watchLive } from './live.js';
import { reachApi } from './connect.js';

/** So many are shown from the start where none is named; every other joins them when something happens to it. */
const mostAtFirst = 500;

const watchOptions = z.strictObject({
  url: z.string().optional(),
  key: z.string().optional(),
  refs: z.array(idOrRef),
});

export async function watch(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { url: { type: 'string' }, key: { type: 'string' } },
    allowPositionals: true,
  });
  const { refs, ...given } = watchOptions.parse({ ...values, refs: positionals });
  const { client, as, url } = await reachApi(given, readEnv());
  const ended = new AbortController();
  const end = (): void => {
    ended.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  const isLive = process.stdout.isTTY && !isPlainTerminal();
  const watcher = isLive ? watchLive(`Isnad at ${url} as ${as}`, end) : watchInLines();
  try {
    await follow({ client, watcher, signal: ended.signal, wantsText: isLive }, refs);
  } catch (error) {
    if (!ended.signal.aborted) throw error;
  } finally {
    watcher.close();
  }
}

interface Watching {
  client: Client;
  watcher: Watcher;
  signal: AbortSignal;
  wantsText: boolean;
}

async function follow({ client, watcher, signal, wantsText }: Watching, refs: string[]): Promise<void> {
  const described = new Set<string>();
  const ids = [...refs];
  if (refs.length === 0) {
    for await (const { ref, text } of client.items('GET /v1/claims', { limit: 200 }, { signal })) {
      watcher.describe(ref, text);
      described.add(ref);
      if (ids.push(ref) === mostAtFirst) break;
    }
  }
  /** One after the other, beside everything else: nobody waits for a text. */
  let reading = Promise.resolve();
  const describe = (ref: string): void => {
    described.add(ref);
    reading = reading
      .then(() => client.require('GET /v1/claims/{id}', { id: ref }, { signal }))
      .then(
        ({ text }) => {
          watcher.describe(ref, text);
        },
        () => void described.delete(ref),
      );
  };
  const changes = client.watchStatuses(ids, {
    signal,
    others: refs.length === 0,
    onTrouble: (trouble) => {
      watcher.trouble(trouble?.message);
    },
  });
  for await (const change of changes) {
    watcher.change(change);
    if (wantsText && !described.has(change.status.ref)) describe(change.status.ref);
  }
}
