/** Where the operator has it sent, each new checkpoint arrives once; whoever does not answer keeps nobody from signing. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { attestThrough } from '../../src/integrity/checkpoints/attest-checkpoint.js';
import { createCheckpointService } from '../../src/integrity/checkpoints/checkpoint.service.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { createNotary, settleFeed, type Notary } from '../support/checkpoints.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { listenHttp, type Listening } from '../support/receivers.js';

let created: TestDatabase;
let database: Database;
let store: Store;
let notary: Notary;
let receiver: Listening;
let arrived: { body: string; type: string | undefined }[];
let answer: number;
beforeEach(async () => {
  created = await createTestDatabase();
  database = connectDatabase(created.url);
  store = createStore(database);
  notary = await createNotary({ database, store });
  [arrived, answer] = [[], 200];
  receiver = await listenHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      arrived.push({ body: Buffer.concat(chunks).toString('utf8'), type: request.headers['content-type'] });
      response.writeHead(answer).end();
    });
  });
  vi.useFakeTimers({ toFake: ['performance'] });
  await happen();
});
afterEach(async () => {
  vi.useRealTimers();
  await receiver.close();
  await notary.close();
  await database.close();
  await created.drop();
});

async function happen(): Promise<void> {
  const subject = { type: 'source' as const, id: randomUUID() };
  await store.transact((tx) => appendEvents(tx, operator, [{ type: 'source.created', subject }]));
  await settleFeed(store);
}

/** One that signs into the folder of the notary, and sends what it signed. */
function signer({ mayCall = true }: { mayCall?: boolean } = {}) {
  const complaints: string[] = [];
  const service = createCheckpointService({
    ...{ store, pool: database.pool, dir: notary.dir, origin: 'isnad.example/log' },
    attesting: attestThrough(
      { tsaUrl: undefined, sendUrl: `http://127.0.0.1:${String(receiver.port)}/log` },
      undefined,
    ),
    mayCall: () => Promise.resolve(mayCall),
    warn: (error) => complaints.push(String(error)),
  });
  return { service, complaints };
}
const inFolder = (name: string): Promise<string | undefined> =>
  readFile(join(notary.dir, name), 'utf8').catch(() => undefined);

it('a checkpoint arrives once, as it lies in the folder, and that it did is written beside it', async () => {
  const { service, complaints } = signer();
  await service.signIfDue();
  expect(arrived).toEqual([{ body: await inFolder('00000001.json'), type: 'application/json' }]);
  expect(await inFolder('00000001.sent')).toBe(`127.0.0.1:${String(receiver.port)}\n`);
  expect(await service.findOwed()).toEqual([]);
  // Neither is it sent again by this process, nor by another one.
  await service.signIfDue();
  await signer().service.signIfDue();
  expect([arrived.length, complaints]).toEqual([1, []]);
});

it('whoever answers 500 is asked again later, and keeps nobody from signing meanwhile', async () => {
  answer = 500;
  const { service, complaints } = signer();
  await service.signIfDue();
  expect(await inFolder('00000001.json')).toBeDefined();
  expect(await inFolder('00000001.sent')).toBeUndefined();
  expect(complaints).toEqual([expect.stringContaining('CHECKPOINT_SEND_URL answered 500')]);
  expect(await service.findOwed()).toEqual([]);

  await happen();
  const next = await service.sign();
  expect(next.statement.number).toBe(2);
  vi.advanceTimersByTime(600_000);
  expect(await service.findOwed()).toEqual([{ name: 'sign-checkpoint', payload: {} }]);
  answer = 204;
  await service.signIfDue();
  // The newest names the one before it.
  expect(arrived.at(-1)?.body).toBe(await inFolder('00000002.json'));
  expect(await inFolder('00000002.sent')).toBeDefined();
  expect(await service.findOwed()).toEqual([]);
});

it('a copy of the database sends nothing', async () => {
  const { service } = signer({ mayCall: false });
  await service.signIfDue();
  expect(await inFolder('00000001.json')).toBeDefined();
  expect(await service.findOwed()).toEqual([]);
  expect(arrived).toEqual([]);
});
