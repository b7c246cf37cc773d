/** The log of the feed, held against what others wrote to check such logs: Go's packages, and openssl for its time stamps. */
import { execFile } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntries } from '../../src/integrity/log/log-folder.js';
import { readNote } from '../../src/domain/merkle/signed-note.js';
import { startEmbeddedProduct, type EmbeddedProduct } from '../support/embedded-product.js';
import { signLogOf } from '../support/forged-log.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { startProcess } from '../support/processes.js';
import { startTimeStamping, type TimeStamping } from '../support/time-stamping.js';

const run = promisify(execFile);
const events = 100_000;
const seed = seedOfRun();

let folder: string;
let stamping: TimeStamping;
let product: EmbeddedProduct;
let key: string;
let oldNote: string;

const checkpoints = (): string => join(product.dir, 'checkpoints');
const read = async (path: string): Promise<Response> =>
  fetch(`${product.url}${path}`, { headers: { Authorization: `Bearer ${product.keys['reader'] ?? ''}` } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-log-'));
  await run('go', ['build', '-o', join(folder, 'verify-log'), join(import.meta.dirname, 'log', 'main.go')], {
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: '/usr/share/gocode',
      GOCACHE: join(folder, 'go-cache'),
    },
  });
  stamping = await startTimeStamping(join(folder, 'stamping'));
  product = await startEmbeddedProduct({ TSA_URL: stamping.url });
  await sign();
  oldNote = join(folder, 'old-checkpoint');
  await writeFile(oldNote, await (await fetch(`${product.url}/log/checkpoint`)).text());
  const { items } = (await (await read('/v1/checkpoints/keys')).json()) as {
    items: { verifierKey: string }[];
  };
  key = items[0]?.verifierKey ?? '';
  await addEvents(events);
  await sign();
});
afterAll(async () => {
  await product.close();
  await stamping.close();
  await rm(folder, { recursive: true, force: true });
});

/** The product's own worker may be at it, as it is once a day. */
async function sign(): Promise<void> {
  const settings = { ISNAD_DIR: product.dir, PUBLIC_URL: '' };
  for (;;) {
    const command = startProcess('src/cli/isnad.js', settings, ['checkpoint']);
    if ((await command.ended) === 0) return;
    expect(command.output()).toContain('Another process is signing');
  }
}

/** Behind the last one of the feed, with hashes of nothing: what they say is not what is looked at here. */
async function addEvents(count: number): Promise<void> {
  const client = new pg.Client({
    connectionString: (await readFile(join(product.dir, 'owner.url'), 'utf8')).trim(),
  });
  await client.connect();
  await client.query('BEGIN');
  // No position is given meanwhile, and no trigger looks at them.
  await client.query("SELECT pg_advisory_xact_lock(47623); SET LOCAL session_replication_role = 'replica'");
  await client.query(
    `WITH added AS (
       INSERT INTO events (id, type, subject_type, subject_id, subject_ordinal, hash)
       SELECT gen_random_uuid(), 'source.created', 'source', gen_random_uuid(), 1, sha256(n::text::bytea)
       FROM generate_series(1, $1) AS n RETURNING seq)
     INSERT INTO feed (position, event_seq)
     SELECT (SELECT max(position) FROM feed) + row_number() OVER (ORDER BY seq), seq FROM added`,
    [count],
  );
  await client.query('COMMIT');
  await client.end();
}

async function verifyLog(...args: string[]): Promise<string> {
  return run(join(folder, 'verify-log'), args).then(
    ({ stdout }) => stdout.trim(),
    (error: unknown) => (error as { stdout: string }).stdout.trim(),
  );
}

const sizeOf = async (note: string): Promise<number> => readNote(await readFile(note, 'utf8'))?.size ?? 0;

describe("Go's packages for transparency logs", () => {
  it('accept that the log of a hundred thousand events goes on from the older one, and where its entries are', async () => {
    const old = await sizeOf(oldNote);
    const size = readNote(await (await fetch(`${product.url}/log/checkpoint`)).text())?.size ?? 0;
    expect(size).toBeGreaterThan(events);
    const places = [0, 1, old - 1, old, 255, 256, 65_535, 65_536, size - 2, size - 1].map(String);
    expect(await verifyLog('tree', `${product.url}/log`, key, oldNote, ...places)).toBe('accepted');
    expect(await verifyLog('tree', join(checkpoints(), 'log'), key, oldNote, ...places)).toBe('accepted');
  });

  it('accept the proof that is given out of an event, and refuse it of another entry', async () => {
    const [entry] = await readEntries(checkpoints(), { index: 0, width: 256 });
    const { event } = JSON.parse(String(entry)) as { event: string };
    const file = join(folder, 'event.tlog-proof');
    await writeFile(file, await (await read(`/v1/events/${event}/proof`)).text());
    expect(await verifyLog('proof', file, key, String(entry))).toBe('accepted');
    expect(
      await verifyLog('proof', file, key, String(entry).replace('"position":1', '"position":2')),
    ).toMatch(/^refused/);
  });

  it('refuse a note whose size was changed', async () => {
    const forged = join(folder, 'forged');
    await mkdir(forged);
    const note = await readFile(join(checkpoints(), 'log', 'checkpoint'), 'utf8');
    await writeFile(
      join(forged, 'checkpoint'),
      note.replace(/\n(\d+)\n/, (_, size: string) => `\n${String(Number(size) + 1)}\n`),
    );
    expect(await verifyLog('tree', forged, key, oldNote)).toContain('invalid signature');
  });

  it(`refuse a log that the holder of the key has forked, cut or put in another order (SEED=${String(seed)})`, async () => {
    const luck = createLuck(seed);
    const entries: Buffer[] = [];
    const old = await sizeOf(oldNote);
    for (let index = 0; index < 20; index++)
      entries.push(...(await readEntries(checkpoints(), { index, width: 256 })));
    const privateKey = await signingKey();
    const forge = async (name: string, forged: Buffer[]): Promise<string> => {
      const dir = join(folder, name);
      await signLogOf(dir, forged, { origin: key.split('+')[0] ?? '', privateKey });
      return verifyLog('tree', join(dir, 'log'), key, oldNote, '0', String(forged.length - 1));
    };
    const changed = luck.below(old);
    const swapped = luck.below(old - 1);
    expect(await forge('same', entries)).toBe('accepted');
    expect(await forge('fork', entries.with(changed, Buffer.from('another event')))).toMatch(/^refused/);
    expect(await forge('cut', entries.slice(0, old - 1))).toMatch(/^refused/);
    const [one, two] = [entries[swapped], entries[swapped + 1]] as [Buffer, Buffer];
    expect(await forge('order', entries.with(swapped, two).with(swapped + 1, one))).toMatch(/^refused/);
  });
});

async function signingKey(): Promise<KeyObject> {
  const dir = join(checkpoints(), 'keys');
  const name = (await readdir(dir)).find((each) => each.endsWith('.private.pem')) ?? '';
  return createPrivateKey(await readFile(join(dir, name)));
}

it('openssl accepts the time stamp of the newest checkpoint, and refuses it of another file', async () => {
  const statements = (await readdir(checkpoints())).filter((name) => name.endsWith('.json')).sort();
  const newest = statements.at(-1)?.replace('.json', '') ?? '';
  const file = (ending: string): string => join(checkpoints(), `${newest}${ending}`);
  await expect.poll(() => readdir(checkpoints()), { timeout: 60_000 }).toContain(`${newest}.tsr`);
  const verify = (document: string): Promise<string> =>
    run('openssl', [
      'ts',
      '-verify',
      '-data',
      document,
      '-in',
      file('.tsr'),
      '-CAfile',
      stamping.certificate,
    ]).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stdout: string }).stdout,
    );
  expect(await verify(file('.json'))).toContain('Verification: OK');
  expect(await verify(join(checkpoints(), '00000001.json'))).not.toContain('Verification: OK');
});
