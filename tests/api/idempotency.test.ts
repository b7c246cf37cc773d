import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../src/platform/errors.js';
import { safely } from '../../src/platform/http/idempotency.js';
import { isGuarded, isWrite, type Call, type Reply } from '../../src/platform/http/route.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, whileWorking, startReview, verdictBody } from '../support/desk.js';
import type { TestIsnad } from '../support/test-runtime.js';
import type { Prepared } from '../support/request-makers.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';

type AnyCall = Call<unknown, unknown, unknown>;

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
});
afterAll(() => isnad.close());

/** Who signs in has no name yet under which an answer could be kept. */
const writes = operations.filter((operation) => isWrite(operation) && isGuarded(operation));
const countEvents = (): Promise<number> => isnad.store.db.event.count();
const named = (key: string = randomUUID()) => ({ 'Idempotency-Key': `"${key}"` });
const isReplay = (response: Response): boolean => response.headers['idempotent-replayed'] === 'true';

/** What the API would know if it had died between the commit and the answer. */
const forgetAnswers = (): Promise<number> => isnad.store.db.$executeRaw`UPDATE safe_writes SET answer = NULL`;

async function prepare(id: string): Promise<Prepared> {
  const make = requests[id];
  if (!make) throw new Error(`tests/support/requests.ts has no request for ${id}`);
  return make(isnad);
}

describe.each(writes.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  it('sent again with one key, also after a crash between commit and answer, has one effect and one answer', async () => {
    const prepared = await prepare(id);
    const headers = named();
    const first = await send(isnad, operation, prepared, { headers });
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const events = await countEvents();
    const again = await send(isnad, operation, prepared, { headers });
    expect(await countEvents()).toBe(events);
    if (operation.shownOnce) {
      expect([again.status, problemOf(again).code]).toEqual([409, 'shown_before']);
      expect(again.body).toMatchObject({ location: first.headers['location'] });
    } else {
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      for (const name of ['etag', 'location', 'preference-applied'])
        expect(again.headers[name]).toBe(first.headers[name]);
      expect([isReplay(first), isReplay(again)]).toEqual([false, true]);
    }

    await forgetAnswers();
    const afterCrash = await send(isnad, operation, prepared, { headers });
    expect(await countEvents()).toBe(events);
    if (operation.shownOnce) expect(afterCrash.body).toMatchObject({ code: 'shown_before' });
    else expect([afterCrash.status, afterCrash.text]).toEqual([first.status, first.text]);
    const later = await send(isnad, operation, prepared, { headers });
    expect([later.status, bodyBut(later)]).toEqual([afterCrash.status, bodyBut(afterCrash)]);
  });
});

/** Without what names the request rather than its answer. */
const bodyBut = ({ body }: Response): object => ({ ...(body as object), requestId: '' });

describe('a key', () => {
  const article = (title = 'x') => ({ title, language: 'en', text: `A text ${randomUUID()}` });

  it('stands for one request only: another body, path or query is refused', async () => {
    const headers = named();
    const body = article();
    expect((await isnad.as('checker').post('/v1/articles', body, headers)).status).toBe(201);
    const other = await isnad.as('checker').post('/v1/articles', { ...body, title: 'y' }, headers);
    expect([other.status, problemOf(other).code, faultsOf(other)]).toEqual([
      422,
      'idempotency_key_reused',
      ['Idempotency-Key'],
    ]);
    const [one, two] = [await enterClaim(isnad), await enterClaim(isnad)];
    const again = named();
    const accept = (claim: string) =>
      isnad.as('editor').post(`/v1/claims/${claim}/transitions`, { event: 'accept' }, again);
    expect([(await accept(one)).status, (await accept(two)).status]).toEqual([200, 422]);
  });

  it('is the same request with members in another order, and with a key without quotes', async () => {
    const key = randomUUID();
    const body = article();
    const first = await isnad.as('checker').post('/v1/articles', body, named(key));
    const { text, language, title } = body;
    const again = await isnad
      .as('checker')
      .post('/v1/articles', { text, title, language }, { 'Idempotency-Key': key });
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
  });

  it('belongs to a caller and to an operation', async () => {
    const headers = named();
    const body = article();
    const made = await isnad.as('checker').post('/v1/articles', body, headers);
    const others = await isnad.as('checker2').post('/v1/articles', body, headers);
    expect([made.status, others.status, isReplay(others)]).toEqual([201, 201, false]);
    const source = { ref: `s-${randomUUID()}`, kind: 'person', name: 'x' };
    expect((await isnad.as('checker').post('/v1/sources', source, headers)).status).toBe(201);
  });

  it.each(['""', '"a', 'a b', '"\u0007"', `"${'x'.repeat(256)}"`, '"é"', '?1', '("a")'])(
    '%s is none',
    async (value) => {
      const header = {
        'Idempotency-Key': Buffer.from(value, 'utf8').toString('latin1').replace('\u0007', '\t'),
      };
      const response = await isnad.as('checker').post('/v1/articles', article(), header);
      expect([response.status, problemOf(response).code, faultsOf(response)]).toEqual([
        400,
        'malformed_idempotency_key',
        ['Idempotency-Key'],
      ]);
    },
  );

  it('has no meaning where nothing is written', async () => {
    const ask = (ids: string[]) => isnad.as('reader').post('/v1/claims/statuses', { ids }, named('same'));
    expect([(await ask(['C34'])).status, (await ask(['C35'])).status]).toEqual([200, 200]);
  });
});

describe('a refusal', () => {
  const transitions = async (): Promise<string> => `/v1/claims/${await enterClaim(isnad)}/transitions`;

  it('a refusal by the operation is an answer, also when the same would go through later', async () => {
    const path = await transitions();
    const headers = named();
    const reopen = () => isnad.as('editor').post(path, { event: 'reopen', reason: 'x' }, headers);
    const refused = await reopen();
    expect(refused.status).toBe(409);
    bodyOf(await isnad.as('editor').post(path, { event: 'reject', reason: 'x' }));
    const again = await reopen();
    expect([again.status, bodyBut(again)]).toEqual([409, bodyBut(refused)]);
    bodyOf(await isnad.as('editor').post(path, { event: 'reopen', reason: 'x' }, named()));
  });

  it('a refusal before the operation begins is no answer: the corrected request goes through under the same key', async () => {
    const headers = named();
    const path = await transitions();
    const post = (body: object, more = {}) => isnad.as('editor').post(path, body, { ...headers, ...more });
    expect((await post({ event: 'nothing' })).status).toBe(400);
    expect((await isnad.as('reader').post(path, { event: 'accept' }, headers)).status).toBe(403);
    expect((await post({ event: 'accept' }, { 'If-Match': '"claim-0"' })).status).toBe(412);
    expect((await post({ event: 'accept' })).status).toBe(200);
  });
});

it('what failed for now is no answer: the same key goes through then', async () => {
  const operation = writes.find(({ id }) => id === 'importClaimReviews');
  if (!operation) throw new Error('imports are written otherwise');
  const request = { method: 'POST', url: operation.path, headers: { 'idempotency-key': '"again"' } };
  const call = { request, caller: { keyId: randomUUID(), role: 'editor' }, query: undefined, body: {} };
  const send = (handle: () => Promise<Reply>) =>
    safely(isnad.services.safeWrites)(operation, call as unknown as AnyCall, handle);
  const others = new Failure('conflict', 'Send it again.', { code: 'changed_meanwhile', retryAfter: 1 });
  const faster = new Failure('conflict', 'Read it again.', { code: 'changed_meanwhile' });
  const busy = new Failure('busy', 'Try again shortly.', { code: 'database_unavailable' });
  for (const failure of [others, faster, busy])
    await expect(send(() => Promise.reject(failure))).rejects.toBe(failure);
  const partly = { status: 200, body: { items: ['failed'] }, incomplete: true };
  expect((await send(() => Promise.resolve(partly))).body).toEqual(partly.body);
  expect(await send(() => Promise.resolve({ status: 200, body: {} }))).toMatchObject({ status: 200 });
});

describe('a verdict', () => {
  it('submitted twice is one verdict: 202 again, and followed by its Location', async () => {
    const task = await startReview(isnad, await enterClaim(isnad));
    const headers = named();
    const submit = () => isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, verdictBody(), headers);
    const first = await submit();
    expect(first.status).toBe(202);
    await isnad.work();
    const again = await submit();
    expect([again.status, again.text]).toEqual([202, first.text]);
    const followed = bodyOf(await isnad.as('checker').get(String(again.headers['location'])));
    expect(followed).toMatchObject({ status: 'proposed' });
  });

  it('a verdict that is waited for, refused, and sent again is refused again, and its text is kept once', async () => {
    // A broken norm has to be cited, which the worker looks at.
    const task = await startReview(isnad, await enterClaim(isnad, { kind: 'violation' }));
    const headers = { ...named(), Prefer: 'wait=20' };
    const body = verdictBody('false');
    const submit = () => isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, body, headers);
    const first = await whileWorking(isnad, submit());
    expect(first.status, JSON.stringify(first.body)).toBe(422);
    const again = await submit();
    expect([again.status, bodyBut(again)]).toEqual([422, bodyBut(first)]);
    const verdicts = await isnad.store.db.verdict.count({ where: { taskId: task.id } });
    expect(verdicts).toBe(1);
  });
});

describe('two at once with one key', () => {
  it('have one effect: one goes through, the others are told to ask again, or get its answer', async () => {
    for (let round = 0; round < 5; round++) {
      const headers = named();
      const body = { title: 'x', language: 'en', text: `A text ${randomUUID()}` };
      const post = () => isnad.as('checker').post('/v1/articles', body, headers);
      const answers = await Promise.all(Array.from({ length: 8 }, async () => post()));
      const made = answers.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThan(0);
      expect(new Set(made.map(({ text }) => text)).size).toBe(1);
      for (const other of answers.filter(({ status }) => status !== 201)) {
        expect([other.status, problemOf(other).code]).toEqual([409, 'request_under_way']);
        expect(other.headers['retry-after']).toBe('1');
      }
      const versions = await isnad.store.db.articleVersion.count({ where: { text: body.text } });
      expect(versions).toBe(1);
      expect((await post()).text).toBe(made[0]?.text);
    }
  });
});

describe('work in several transactions', () => {
  it('work that broke off is taken up where it stopped', async () => {
    const claims = [await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
    const headers = named();
    const act = () =>
      isnad
        .as('editor')
        .post('/v1/bulk', { event: 'accept', items: claims.map((claim) => ({ claim })) }, headers);
    const first = await act();
    expect(first.status).toBe(200);
    // As if the process had died after the second item: the third is undone, its step forgotten.
    await forgetAnswers();
    await isnad.store.db.$executeRaw`DELETE FROM safe_writes WHERE step = 2`;
    await isnad.store.db.$executeRaw`
      WITH undone AS (UPDATE claims SET status = 'submitted' WHERE ref = ${claims[2]} RETURNING id)
      UPDATE review_tasks SET status = 'canceled', closed_at = now() WHERE claim_id IN (SELECT id FROM undone)`;
    const events = await countEvents();
    const again = await act();
    expect(again.status).toBe(200);
    const { items } = bodyOf(again) as { items: { outcome: string }[] };
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(await countEvents()).toBeGreaterThan(events);
    const steps = await isnad.store.db.safeWrite.count({ where: { operation: 'actInBulk' } });
    expect(steps).toBeGreaterThanOrEqual(3);
  });
});

describe('many in one call, of which one failed for now', () => {
  it('are not answered for good: what was done stays done, and the rest is tried anew', async () => {
    const [free, held] = [await enterClaim(isnad), await enterClaim(isnad)];
    const late = `late-${randomUUID()}`;
    const holder = new pg.Client({ connectionString: isnad.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM claims WHERE ref = $1 FOR UPDATE', [held]);
    const headers = named();
    const items = [late, free, held].map((claim) => ({ claim }));
    const act = async () => {
      const answer = await isnad.as('editor').post('/v1/bulk', { event: 'accept', items }, headers);
      const told = answer.body as { items: { outcome: string; problem?: { code: string } }[] };
      return told.items.map(({ outcome, problem }) => problem?.code ?? outcome);
    };
    expect(await act()).toEqual(['claim_not_found', 'done', 'changed_meanwhile']);
    await holder.end();
    // It takes a transaction this time, which it did not before.
    await enterClaim(isnad, { ref: late });
    expect(await act()).toEqual(['done', 'done', 'done']);
    for (const { claim } of items)
      expect(bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}`))).toMatchObject({ status: 'open' });
    const events = await countEvents();
    expect(await act()).toEqual(['done', 'done', 'done']);
    expect(await countEvents()).toBe(events);
  });
});

describe('what is kept', () => {
  it('is no secret, and is gone after its days', async () => {
    const headers = named();
    const made = await send(isnad, opOf('createKey'), await prepare('createKey'), { headers });
    const { key } = made.body as { key: string };
    const rows = await isnad.store.db.safeWrite.findMany();
    expect(JSON.stringify(rows.map(({ result, answer }) => [result, answer]))).not.toContain(key.slice(-43));
    await isnad.store.db
      .$executeRaw`UPDATE safe_writes SET created_at = now() - interval '8 days' WHERE operation = 'createKey'`;
    const before = await isnad.store.db.safeWrite.count();
    const old = await isnad.store.db.safeWrite.count({ where: { operation: 'createKey' } });
    await isnad.services.safeWrites.forget();
    expect(await isnad.store.db.safeWrite.count()).toBe(before - old);
  });
});

function opOf(id: string) {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`there is no operation ${id}`);
  return found;
}
