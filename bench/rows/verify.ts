/** `isnad verify`: how long it takes over many events, on the database and on an export of it, and what memory it needs. */
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sequence } from '../../src/delivery/feed/relay.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { environmentOf, startApi, type Api } from '../api.js';
import { inLongSession } from '../bulk.js';
import { written } from '../figures.js';
import type { Options } from '../options.js';
import { startNode } from '../processes.js';
import { atMost, type Line } from '../report.js';
import { ask } from '../requests.js';
import type { Stage } from '../stage.js';
import { makeNewClaims } from './new-claims.js';

const perBatch = 1_000;
/** Claims that one action is then taken on, each in a transaction of its own. */
const perAction = 200;
/** However many events there are: what is held of each is its place in the feed and its hash there. */
const most = { megabytes: 400 } as const;

export async function benchVerify(stage: Stage, { sizes: { large } }: Options): Promise<Line[]> {
  const filled = await stage.fill('verify', 0);
  const place = { databaseUrl: filled.databaseUrl, folder: stage.folder, name: 'verify' };
  const api = await startApi(place, filled);
  try {
    await enterUntil(api, large);
  } finally {
    await api.stop();
  }
  await relayAll(filled.databaseUrl);
  const env = environmentOf(place);
  const file = join(stage.folder, 'verify.jsonl');
  const run = (...args: string[]) => runCommand(args, { env, folder: stage.folder });
  await run('checkpoint');
  const found = [
    { what: 'isnad export', ...(await run('export', '--out', file)) },
    { what: 'isnad verify, of the database', ...(await run('verify')) },
    { what: 'isnad verify, of the export', ...(await run('verify', file)) },
  ];
  const events = Number(/(\d+) events/.exec(found[1]?.said ?? '')?.[1]);
  const bytes = (await stat(file)).size;
  return found.flatMap(({ what, seconds, megabytes }) => [
    {
      what: `${what}: ${written(events)} events, ${written(bytes / 2 ** 20)} MB exported`,
      measured: `${written(seconds)} s, ${written(events / seconds)} events/s`,
    },
    {
      what: `${what}: most memory`,
      measured: `${written(megabytes)} MB`,
      limit: atMost(megabytes, most.megabytes),
    },
  ]);
}

/** Each event as the product wrote it: claims by the batch, and some of them moved by the hundred. */
async function enterUntil(api: Api, events: number): Promise<void> {
  const count = async (): Promise<number> =>
    Number((await api.look<{ count: string }>('SELECT count(*) FROM events'))[0]?.count);
  for (let made = 0; (await count()) < events; made += 10 * perBatch) {
    const claims = await makeNewClaims(api, 10 * perBatch, { after: made });
    for (let from = 0; from < claims.length; from += 2 * perBatch)
      await Promise.all(
        [from, from + perBatch].map((start) =>
          enter(api, claims.slice(start, start + perBatch), perAction / 2),
        ),
      );
  }
}

async function enter({ port, keys }: Api, items: object[], moved: number): Promise<void> {
  const { status, text, body } = await ask(port, {
    method: 'POST',
    path: '/v1/claims/batch',
    key: keys.checker,
    body: { items },
  });
  const { items: made = [] } = body as { items?: { outcome: string; claim?: { ref: string } }[] };
  if (status !== 200 || !made.every(({ outcome }) => outcome === 'created'))
    throw new Error(`a batch was not entered: ${String(status)} ${text.slice(0, 500)}`);
  const command = { event: 'accept', priority: 'high' };
  const chosen = made.slice(0, moved).map(({ claim }) => ({ claim: claim?.ref }));
  const answer = await ask(port, {
    method: 'POST',
    path: '/v1/bulk',
    key: keys.editor,
    body: { ...command, items: chosen },
  });
  if (answer.status !== 200 || answer.text.includes('refused'))
    throw new Error(`claims were not moved: ${String(answer.status)} ${answer.text.slice(0, 500)}`);
}

async function relayAll(databaseUrl: string): Promise<void> {
  const database = connectDatabase(databaseUrl);
  try {
    const store = createStore(database);
    while ((await sequence(store)) === 'moved');
    await inLongSession(database.pool, (client) => client.query('VACUUM ANALYZE'));
  } finally {
    await database.close();
  }
}

/** What the command said, how long it took, and the most memory that its process held. */
async function runCommand(args: string[], { env, folder }: { env: Record<string, string>; folder: string }) {
  const name = `command-${String(args[0])}`;
  const logFile = join(folder, `${name}.log`);
  const memoryFile = join(folder, `${name}.memory`);
  const begun = performance.now();
  const { child } = startNode({
    entry: 'src/cli/isnad.js',
    args,
    env,
    logFile,
    node: writesMemoryTo(memoryFile),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - begun) / 1_000;
  const said = await readFile(logFile, 'utf8');
  if (code !== 0) throw new Error(`isnad ${args.join(' ')} ended with ${String(code)}: ${said}`);
  return { said, seconds, megabytes: Number(await readFile(memoryFile, 'utf8')) / 1024 };
}

/** Kilobytes, written as the process ends. */
function writesMemoryTo(file: string): string[] {
  const script = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}
