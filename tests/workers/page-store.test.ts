/** Where captured bytes are kept: durable, once, and found out when they are no longer what they were. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolderStore } from '../../src/capture/folder-store.js';
import { openPageStore } from '../../src/capture/open-page-store.js';
import { sha256Of, type PageStore } from '../../src/capture/page-store.js';
import { signS3 } from '../../src/capture/s3-signature.js';
import { readEnv } from '../../src/platform/config/env.js';
import { createS3Fake, type S3Fake } from '../support/s3-fake.js';

const bytes = randomBytes(100_000);
const hash = sha256Of(bytes);

describe('a folder of captured pages', () => {
  let dir: string;
  let store: PageStore;
  const path = () => join(dir, 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash);
  const unfinished = () => readdir(join(dir, 'unfinished'));
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'isnad-pages-'));
    store = createFolderStore(join(dir));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('keeps bytes under their hash, and gives them back', async () => {
    await store.put(hash, bytes);
    expect((await store.get(hash)).equals(bytes)).toBe(true);
    expect((await readFile(path())).equals(bytes)).toBe(true);
    expect(await unfinished()).toEqual([]);
  });

  it('keeps the same bytes once, also when many bring them at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => store.put(hash, bytes)));
    const files = await readdir(dir, { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile()).map(({ name }) => name)).toEqual([hash]);
  });

  it('knows nothing of bytes whose writing broke off before they counted', async () => {
    const breaking = createFolderStore(dir, { place: () => Promise.reject(new Error('the power went')) });
    await expect(breaking.put(hash, bytes)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.get(hash)).rejects.toMatchObject({ kind: 'missing' });
    const [left = ''] = await unfinished();
    await store.put(hash, bytes);
    expect((await store.get(hash)).equals(bytes)).toBe(true);
    // Somebody may still be writing it; after an hour nobody is.
    expect(await unfinished()).toEqual([left]);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(dir, 'unfinished', left), longAgo, longAgo);
    await store.put(sha256Of('other'), Buffer.from('other'));
    expect(await unfinished()).toEqual([]);
  });

  it('finds out when a file is no longer what was captured, and has it mended by the next capture', async () => {
    await store.put(hash, bytes);
    const rotten = Buffer.from(bytes);
    rotten[5_000] = (rotten[5_000] ?? 0) ^ 1;
    await writeFile(path(), rotten);
    await expect(store.get(hash)).rejects.toMatchObject({ kind: 'damaged' });
    await writeFile(path(), bytes.subarray(0, 10));
    await expect(store.get(hash)).rejects.toMatchObject({ kind: 'damaged' });
    await store.put(hash, bytes);
    expect((await store.get(hash)).equals(bytes)).toBe(true);
  });

  it('is read by nobody else on the machine', async () => {
    await store.put(hash, bytes);
    const { mode } = await stat(path());
    expect(mode & 0o077).toBe(0);
  });
});

describe('the signature of a request to S3', () => {
  it('is the one of the example that AWS publishes', () => {
    const { authorization } = signS3(
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
        headers: { range: 'bytes=0-9' },
        payloadSha256: sha256Of(''),
        at: new Date('2013-05-24T00:00:00Z'),
      },
      {
        region: 'us-east-1',
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    );
    expect(authorization).toContain(
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });
});

describe('an S3-compatible store', () => {
  let fake: S3Fake;
  let server: Server;
  let endpoint: string;
  const keys = { region: 'eu-test-1', accessKeyId: 'ISNADTEST', secretAccessKey: 'a/secret+key' };
  const open = (more: object = {}): PageStore =>
    openPageStore({
      dir: '',
      maxBytes: 1_000_000,
      s3: { endpoint, bucket: 'evidence', ...keys, ...more },
    });
  beforeAll(async () => {
    fake = createS3Fake({ bucket: 'evidence', ...keys });
    server = createServer(fake.listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  afterEach(() => {
    fake.objects.clear();
    fake.puts = 0;
    fake.mayNotList = false;
  });

  it('keeps bytes under their hash, path style, and gives them back', async () => {
    await open().put(hash, bytes);
    expect([...fake.objects.keys()]).toEqual([`sha256/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`]);
    expect((await open().get(hash)).equals(bytes)).toBe(true);
  });

  it('is sent the same bytes once', async () => {
    await open().put(hash, bytes);
    await open().put(hash, bytes);
    expect(fake.puts).toBe(1);
  });

  it('has its bytes checked: damaged, missing', async () => {
    const key = `sha256/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
    fake.objects.set(key, Buffer.from('something else'));
    await expect(open().get(hash)).rejects.toMatchObject({ kind: 'damaged' });
    fake.objects.clear();
    await expect(open().get(hash)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('is sent bytes again where it has others of the same length', async () => {
    const key = `sha256/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
    fake.objects.set(key, Buffer.alloc(bytes.length));
    await open().put(hash, bytes);
    expect((await open().get(hash)).equals(bytes)).toBe(true);
  });

  it('keeps bytes for a key that may not list the bucket', async () => {
    fake.mayNotList = true;
    await open().put(hash, bytes);
    await open().put(hash, bytes);
    expect([fake.objects.size, fake.puts]).toEqual([1, 1]);
  });

  it('gives back what is longer than what is captured by now', async () => {
    const { maxBytes } = readEnv({ EVIDENCE_MAX_BYTES: '65536' }).evidence;
    expect(maxBytes).toBeLessThan(bytes.length);
    await open().put(hash, bytes);
    const s3 = { endpoint, bucket: 'evidence', ...keys };
    expect((await openPageStore({ dir: '', maxBytes, s3 }).get(hash)).equals(bytes)).toBe(true);
  });

  it('takes nothing from one with the wrong secret, and is unavailable then', async () => {
    await expect(open({ secretAccessKey: 'wrong' }).put(hash, bytes)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'The store of captured pages answered 403.',
    });
    expect(fake.objects.size).toBe(0);
  });

  it('is unavailable while it is down', async () => {
    const down = open({ endpoint: 'http://127.0.0.1:1' });
    await expect(down.get(hash)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(down.put(hash, bytes)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
