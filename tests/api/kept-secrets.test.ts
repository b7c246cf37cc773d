/** Secrets that have to be read again are encrypted under a key that lies outside the database. */
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/text/canonical-json.js';
import { createOutbound } from '../../src/platform/outbound/outbound.js';
import { findSecretsKey } from '../../src/platform/secrets/find-secrets-key.js';
import { createSecretBox } from '../../src/platform/secrets/secret-box.js';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { findInDatabase } from '../support/find-in-database.js';
import { readTestKey, testSecrets } from '../support/secrets.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, readDeliveries, subscribe } from '../support/webhooks.js';

let isnad: TestIsnad;
let receiver: Receiver;
let dir: string;
beforeAll(async () => {
  isnad = await createIsnad({ captures: createOutbound() });
  receiver = await startReceiver();
  dir = await mkdtemp(join(tmpdir(), 'isnad-secrets-'));
});
afterAll(async () => {
  await receiver.close();
  await isnad.close();
  await rm(dir, { recursive: true, force: true });
});

const types = ['source.created'];

describe('the secret of a webhook', () => {
  it('is in no row of the database, and signs all the same', async () => {
    const made = await subscribe(isnad, receiver, { types });
    const secret = Buffer.from(made.secret.replace(/^whsec_/, ''), 'base64');
    const rows = await isnad.store.db.webhookSecret.findMany({ where: { webhookId: made.id } });
    expect(rows).toHaveLength(1);
    for (const { sealed } of rows) expect(Buffer.from(sealed).includes(secret)).toBe(false);
    await happen(isnad, 'Signed');
    await deliverAll(isnad);
    expect([receiver.all.length, receiver.forged.length]).toEqual([1, 0]);
    bodyOf(await isnad.as('reader').post(`/v1/webhooks/${made.id}/test`));
    expect([receiver.all.length, receiver.forged.length]).toEqual([2, 0]);
  });

  it('a secret that cannot be opened is said to be so: nothing is sent unsigned, nothing is lost', async () => {
    const own = await startReceiver();
    const made = await subscribe(isnad, own, { types });
    const [row] = await isnad.store.db.webhookSecret.findMany({ where: { webhookId: made.id } });
    const sealed = createSecretBox(() => Buffer.alloc(32, 1)).seal(Buffer.alloc(32, 2), made.id);
    const put = (data: { sealed: Uint8Array<ArrayBuffer> }) =>
      isnad.store.db.webhookSecret.update({ where: { id: row?.id ?? '' }, data });
    await put({ sealed });
    const tested = await isnad.as('reader').post(`/v1/webhooks/${made.id}/test`);
    expect([tested.status, problemOf(tested).code]).toEqual([503, 'secrets_key_wrong']);
    await happen(isnad, 'Waits');
    await expect(deliverAll(isnad)).rejects.toThrow('SECRETS_KEY_FILE');
    expect(own.connections()).toBe(0);
    await put({ sealed: Uint8Array.from(row?.sealed ?? []) });
    await deliverAll(isnad);
    expect(own.all).toHaveLength(1);
    expect(await readDeliveries(isnad, made)).toHaveLength(1);
    bodyOf(await isnad.as('reader').post(`/v1/webhooks/${made.id}/transitions`, { event: 'disable' }));
    await own.close();
  });

  it('opens in no other row', () => {
    const box = createSecretBox(() => Buffer.alloc(32, 1));
    const sealed = box.seal(Buffer.from('a secret'), 'one');
    expect(Buffer.from(box.open(sealed, 'one')).toString()).toBe('a secret');
    expect(() => box.open(sealed, 'another')).toThrow('cannot be opened');
    expect(() => box.open(sealed.with(20, (sealed[20] ?? 0) ^ 1), 'one')).toThrow('cannot be opened');
    expect(() => box.open(Uint8Array.of(), 'one')).toThrow('cannot be opened');
    expect(box.seal(Buffer.from('a secret'), 'one')).not.toEqual(sealed);
  });
});

describe('the key of secrets', () => {
  const none = { secretsKeyFile: undefined, databaseUrl: undefined };

  it('is made beside an embedded database, for its owner alone, and found again', async () => {
    const read = findSecretsKey({ ...none, dir: join(dir, 'data') });
    const key = read();
    expect(key).toHaveLength(32);
    expect((await stat(join(dir, 'data', 'secrets.key'))).mode & 0o777).toBe(0o600);
    expect(read()).toEqual(key);
    expect(await readFile(join(dir, 'data', 'secrets.key'), 'utf8')).toBe(`${key.toString('base64')}\n`);
  });

  it('has to be named where others use the database too, which says how to make one', () => {
    const databaseUrl = 'postgresql://127.0.0.1/none';
    expect(findSecretsKey({ ...none, databaseUrl, dir })).toThrow(
      /SECRETS_KEY_FILE is not set.*openssl rand/,
    );
    const secretsKeyFile = join(dir, 'nowhere');
    expect(findSecretsKey({ secretsKeyFile, databaseUrl, dir })).toThrow(/no file .*nowhere.*openssl rand/);
  });

  it.each(['', 'short', Buffer.alloc(31).toString('base64'), `${Buffer.alloc(32).toString('base64')}A`])(
    'is not %j',
    async (text) => {
      const secretsKeyFile = join(dir, 'wrong');
      await writeFile(secretsKeyFile, text);
      expect(findSecretsKey({ ...none, secretsKeyFile, dir })).toThrow('does not hold 32 bytes in base64');
    },
  );
});

it('where webhooks may call, pages are not captured: each has an allow-list of its own', async () => {
  const made = await subscribe(isnad, receiver, { types });
  const { id } = await addEvidence(isnad, await enterClaim(isnad), receiver.url);
  const before = receiver.connections();
  await isnad.work();
  expect((await listCaptures(isnad, id)).map(({ failure }) => failure?.code)).toEqual(['refused']);
  expect(receiver.connections()).toBe(before);
  bodyOf(await isnad.as('reader').post(`/v1/webhooks/${made.id}/test`));
  expect(receiver.connections()).toBeGreaterThan(before);
});

describe('the identity of a member', () => {
  it('is kept as a keyed hash: nobody without the key finds out who signs in, from the rows or by guessing', async () => {
    const identity = { issuer: 'https://id.example', subject: 'canary-subject-q7x' };
    bodyOf(await isnad.as('admin').patch('/v1/members/checker', { identities: [identity] }, anyVersion));
    expect(await findInDatabase(isnad.database.pool, identity.subject)).toEqual([]);
    const { digest } = await isnad.store.db.memberIdentity.findFirstOrThrow({
      where: { member: { ref: 'checker' } },
    });
    const kept = Buffer.from(digest).toString('hex');
    const text = canonicalJson([identity.issuer, identity.subject]);
    expect(kept).toBe(testSecrets.digest(text));
    for (const plain of [text, identity.subject, identity.issuer + identity.subject])
      expect(kept).not.toBe(createHash('sha256').update(plain).digest('hex'));
    expect(kept).not.toBe(createSecretBox(() => Buffer.alloc(32, 'another key')).digest(text));
    // The key that the digests are made with is not the one that lies in the file.
    expect(kept).not.toBe(createHmac('sha256', readTestKey()).update(text).digest('hex'));
  });
});
