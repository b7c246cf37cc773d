/** The client against the API as a process has it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, Refusal, type Client } from '../../client/client.js';
import { operator } from '../../src/domain/access/rules.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

let here: ListeningIsnad;
let reader: Client;
let editor: Client;
beforeAll(async () => {
  here = await listenLocally({ seeded: true });
  reader = createClient({ url: here.url, key: here.keyOf('reader') });
  editor = createClient({ url: here.url, key: here.keyOf('editor') });
});
afterAll(() => here.close());

const setTopic = (claim: string, topic: 'trade' | 'war'): Promise<void> =>
  here.isnad.services.claims.change(claim, { topics: [topic] }, operator, () => undefined);

describe('an answer', () => {
  it('is told apart by its status, and carries its tag', async () => {
    const answer = await reader.ask('GET /v1/claims/{id}/status', { id: 'C34' });
    expect(answer.status === 200 && answer.body.ref).toBe('C34');
    expect(answer.tag).toMatch(/^".+"$/);
  });

  it('an answer that says no is a problem document, or is thrown as what it says', async () => {
    const answer = await reader.ask('POST /v1/claims/{id}/transitions', {
      id: 'C34',
      body: { event: 'accept' },
    });
    expect(answer.status === 403 && answer.body.code).toBe('forbidden');
    const refused = await reader
      .require('GET /v1/claims', { limit: 1_000, topic: [''] })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    const { status, problem, message } = refused as Refusal;
    expect([status, problem.errors?.map(({ pointer }) => pointer).sort()]).toEqual([400, ['limit', 'topic']]);
    for (const name of ['limit', 'topic']) expect(message).toContain(name);
  });

  it('the answer to a question asked again is "304" until something has changed', async () => {
    const { tag } = await reader.ask('GET /v1/claims/{id}/status', { id: 'C35' });
    expect((await reader.askAgain('GET /v1/claims/{id}/status', { id: 'C35' }, tag)).status).toBe(304);
    await setTopic('C35', 'war');
    expect((await reader.askAgain('GET /v1/claims/{id}/status', { id: 'C35' }, tag)).status).toBe(200);
  });

  it('a change under a stale tag is answered 412, and 200 under the current one', async () => {
    const { tag } = await editor.ask('GET /v1/claims/{id}', { id: 'C36' });
    const input = { id: 'C36', body: { worthiness: 'It is quoted widely.' } } as const;
    expect((await editor.ask('PATCH /v1/claims/{id}', input, { ifMatch: tag })).status).toBe(200);
    expect((await editor.ask('PATCH /v1/claims/{id}', input, { ifMatch: tag })).status).toBe(412);
  });
});

describe('a write under a key', () => {
  it('is done once, however often it is sent; the answer is that of the first time', async () => {
    const checker = createClient({ url: here.url, key: here.keyOf('checker') });
    const body = { title: 'Once', language: 'en', text: 'Said once.' };
    const enter = () => checker.require('POST /v1/articles', { body }, { idempotencyKey: 'once' });
    const [first, second] = [await enter(), await enter()];
    expect(second.id).toBe(first.id);
  });
});

describe('a list', () => {
  it('is walked over all its pages, each item once', async () => {
    const refs: string[] = [];
    for await (const { ref } of reader.items('GET /v1/claims', { limit: 7 })) refs.push(ref);
    expect(refs).toHaveLength(51);
    expect(new Set(refs).size).toBe(51);
  });

  it('is asked for no further than somebody looks', async () => {
    for await (const { status } of reader.items('GET /v1/claims', { limit: 1 })) {
      expect(status).toBe('submitted');
      break;
    }
  });
});

describe('changes', () => {
  it('are the resource as it is, and again each time it has changed', async () => {
    const stop = new AbortController();
    const seen = reader.changes('GET /v1/claims/{id}/status', { id: 'C40' }, { signal: stop.signal });
    const { value: first } = await seen.next();
    const next = seen.next();
    await setTopic('C40', 'war');
    const { value: second } = await next;
    expect(second.version).toBe(first.version + 1);
    const last = seen.next();
    stop.abort(new Error('enough'));
    await expect(last).rejects.toThrow('enough');
  });

  it('changes of what is not there are refused', async () => {
    const seen = reader.changes('GET /v1/claims/{id}/status', { id: 'nothing' });
    await expect(seen.next()).rejects.toBeInstanceOf(Refusal);
  });
});

describe('what happens', () => {
  it('is told from now on, or from where the reader was', async () => {
    const events = reader.events({ types: ['claim.changed'] });
    const next = events.next();
    // The stream says where it begins before anything is told; until then nothing can be missed or told.
    const before = await reader.require('GET /v1/feed', { limit: 1 });
    await expect
      .poll(async () => {
        await setTopic('C41', 'war');
        await setTopic('C41', 'trade');
        return Promise.race([next, Promise.resolve(undefined)]);
      })
      .toBeDefined();
    expect((await next).value).toMatchObject({ type: 'claim.changed', claim: 'C41' });
    await events.return();
    const again = reader.events({ after: before.next });
    expect((await again.next()).value).toMatchObject({ specversion: '1.0' });
    await again.return();
  });
});

describe('watched statuses', () => {
  it('are given as they are, then with what happened to them', async () => {
    const watched = reader.watchStatuses(['C10', 'C11']);
    const first = [await watched.next(), await watched.next()].map(({ value }) => value);
    expect(first.map(({ status, was, events }) => [status.ref, was, events])).toEqual([
      ['C10', undefined, []],
      ['C11', undefined, []],
    ]);
    const next = watched.next();
    await setTopic('C12', 'war');
    await editor.require('POST /v1/claims/{id}/transitions', { id: 'C11', body: { event: 'accept' } });
    const { value } = await next;
    expect(value).toMatchObject({ status: { ref: 'C11', status: 'open' }, was: { status: 'submitted' } });
    expect(value.events.map(({ type }) => type)).toContain('claim.accepted');
    await watched.return(undefined as never);
  });

  it('are joined by others when something happens to them, if that is wanted', async () => {
    const watched = reader.watchStatuses(['C10'], { others: true });
    await watched.next();
    const next = watched.next();
    await setTopic('C22', 'war');
    expect((await next).value).toMatchObject({ status: { ref: 'C22' }, was: undefined });
    await watched.return(undefined as never);
  });

  it('watching a claim that nobody knows is an error that names it', async () => {
    await expect(reader.watchStatuses(['C10', 'C99']).next()).rejects.toThrow(
      'There is no claim called C99.',
    );
  });

  it('end with a refusal where the key is none', async () => {
    const stranger = createClient({ url: here.url, key: 'nobody' });
    await expect(stranger.watchStatuses(['C10']).next()).rejects.toMatchObject({ status: 401 });
  });
});
