import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { migrate } from '../../prisma/migrate.js';
import { operator } from '../../src/domain/access/rules.js';
import type { Caller } from '../../src/domain/access/rules.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { sequence } from '../../src/delivery/feed/relay.js';
import type { Disconnect } from '../../src/platform/http/route.js';
import { createLog } from '../../src/platform/log.js';
import { createServices, type Services } from '../../src/runtime.js';
import { createTestDatabase } from '../support/database.js';
import { deafSignal } from '../support/silent-signal.js';
import { moveDatabase } from '../support/move-database.js';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

function open(url: string): Services {
  const database = connectDatabase(url, { connections: 4 });
  undo.push(() => database.close());
  const services = createServices(database, deafSignal);
  undo.push(() => {
    services.tail.close();
  });
  return services;
}

/** An empty, migrated database in a cluster of its own, in which transaction numbers begin anew. */
async function newCluster(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-tests-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o711);
  const log = createLog({ level: 'silent', name: 'tests' });
  const cluster = await startEmbeddedPostgres({
    dir: join(folder, 'isnad'),
    log,
    settings: { fsync: 'off' },
  });
  undo.push(() => cluster.stop());
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  await client.query('CREATE DATABASE restored');
  await client.end();
  const url = Object.assign(new URL(cluster.ownerUrl), { pathname: '/restored' }).href;
  await migrate(url);
  return url;
}

const happen = ({ store }: Services, count: number): Promise<void> =>
  store.transact((tx) =>
    appendEvents(
      tx,
      operator,
      Array.from({ length: count }, () => ({
        type: 'article.revised' as const,
        subject: { type: 'article' as const, id: randomUUID() },
      })),
    ),
  );

const someone: Caller = { memberId: '', personId: '', ref: 'x', name: 'x', role: 'admin', keyId: '' };

const stays: Disconnect = { happened: false, watch: () => () => undefined };
const rights = { present: () => Promise.resolve(someone), watch: () => () => undefined };

async function walk({ feed }: Services, from = 'start'): Promise<{ ids: string[]; next: string }> {
  const ids: string[] = [];
  for (let after = from; ;) {
    const page = await feed.read(
      { limit: 7, after, wait: 0 },
      { caller: someone, rights, disconnect: stays },
    );
    ids.push(...page.items.map((text) => (JSON.parse(text) as CloudEvent).id));
    after = page.next;
    if (!page.more) return { ids, next: page.next };
  }
}

it('a reader goes on with its cursor after a dump and a restore into a new cluster', async () => {
  const { url, ownerUrl, drop } = await createTestDatabase();
  undo.push(drop);
  const before = open(url);
  await happen(before, 40);
  while ((await sequence(before.store)) === 'moved');
  const seen = await walk(before);
  // Some have their place and were not read yet, some have none.
  await happen(before, 10);
  while ((await sequence(before.store)) === 'moved');
  await happen(before, 10);

  const restored = await newCluster();
  await moveDatabase(ownerUrl, restored);
  const after = open(restored);
  await happen(after, 10);
  while ((await sequence(after.store)) === 'moved');

  const rest = await walk(after, seen.next);
  expect(rest.ids).toHaveLength(30);
  expect((await walk(after)).ids).toEqual([...seen.ids, ...rest.ids]);
  expect(new Set([...seen.ids, ...rest.ids]).size).toBe(seen.ids.length + 30);
});

it('a cursor that a restored feed has not come to yet is refused, not stepped over', async () => {
  const { url, ownerUrl, drop } = await createTestDatabase();
  undo.push(drop);
  const before = open(url);
  await happen(before, 5);
  while ((await sequence(before.store)) === 'moved');
  const earlier = await newCluster();
  await moveDatabase(ownerUrl, earlier);
  await happen(before, 5);
  while ((await sequence(before.store)) === 'moved');
  const { next } = await walk(before);
  await expect(walk(open(earlier), next)).rejects.toMatchObject({ code: 'cursor_ahead' });
  // Nor once it has come to that position, where another event stands.
  const grown = open(earlier);
  await happen(grown, 20);
  while ((await sequence(grown.store)) === 'moved');
  await expect(walk(grown, next)).rejects.toMatchObject({ code: 'cursor_ahead' });
  await expect(walk(open(earlier), next)).rejects.toMatchObject({ code: 'cursor_ahead' });
  expect((await walk(grown)).ids).toHaveLength(25);
});
