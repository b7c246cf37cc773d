/** The client against servers that are busy, away, silent, or not Isnad at all. */
import { afterEach, describe, expect, it } from 'vitest';
import { createClient, Refusal, Unreachable } from '../../client/client.js';
import { brokenStream, json, playServer, stream, type Scene } from '../support/scripted-server.js';

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

async function play(...scenes: Scene[]) {
  const server = await playServer(...scenes);
  undo.push(server.close);
  return { ...server, client: createClient({ url: server.url, key: 'k' }) };
}

const busy = json(503, { code: 'busy', detail: 'Try again.' }, { 'Retry-After': '0' });
const fine = json(200, { ref: 'C34' });
const id = 'C34';

describe('a busy server', () => {
  it('is asked again, and the answer is the one that came in the end', async () => {
    const { client, requests } = await play(busy, busy, fine);
    expect(await client.require('GET /v1/claims/{id}/status', { id })).toEqual({ ref: 'C34' });
    expect(requests).toHaveLength(3);
  });

  it('is not asked more often than was said, and its last word counts', async () => {
    const { client, requests } = await play(busy);
    const answer = await client.ask('GET /v1/claims/{id}/status', { id }, { retries: 1 });
    expect([answer.status, requests.length]).toEqual([503, 2]);
  });

  it('gets a POST once only, unless it has a key to be known by', async () => {
    const { client, requests } = await play(busy, busy, fine);
    expect((await client.ask('POST /v1/tasks/next')).status).toBe(503);
    expect(requests).toHaveLength(1);
    await client.require('POST /v1/tasks/next', {}, { idempotencyKey: 'once' });
    expect(requests.slice(1).map(({ headers }) => headers['idempotency-key'])).toEqual(['"once"', '"once"']);
  });

  it('may say that there were too many requests: those come again, whatever they are', async () => {
    const { client, requests } = await play(json(429, {}, { 'Retry-After': '0' }), fine);
    await client.require('POST /v1/tasks/next');
    expect(requests).toHaveLength(2);
  });

  it('is left alone by who takes the request back, also in a pause', async () => {
    const { client, requests } = await play(json(503, {}, { 'Retry-After': '30' }));
    const stop = new AbortController();
    const asked = client.ask('GET /v1/me', {}, { signal: stop.signal });
    await expect.poll(() => requests.length).toBe(1);
    stop.abort(new Error('never mind'));
    await expect(asked).rejects.toThrow('never mind');
  });
});

describe('a server that is not there, or not Isnad', () => {
  const ask = async (url: string): Promise<unknown> =>
    createClient({ url, retries: 0 })
      .require('GET /v1/me')
      .catch((error: unknown) => error);

  it('is unreachable, in words', async () => {
    const { url, close } = await playServer(fine);
    await close();
    const error = await ask(url);
    expect(error).toBeInstanceOf(Unreachable);
    expect((error as Error).message).toBe(`${url} cannot be reached: nothing listens there`);
  });

  it('is unreachable when it takes too long, sends on, or shows a web page', async () => {
    const { client } = await play(() => undefined);
    await expect(client.ask('GET /v1/me', {}, { timeoutMs: 20, retries: 0 })).rejects.toThrow(
      'it takes too long to answer',
    );
    const moved = await play((response) =>
      response.writeHead(301, { Location: 'https://other.example' }).end(),
    );
    expect(String(await ask(moved.url))).toContain('it sends on to https://other.example');
    const page = await play((response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
    );
    expect(String(await ask(page.url))).toContain('a web page');
  });

  it('says no in its own words: the refusal is a problem document all the same', async () => {
    const { url } = await play((response) => response.writeHead(404).end('no such page'));
    const error = await ask(url);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).problem).toMatchObject({
      status: 404,
      code: 'unexplained',
      answered: 'no such page',
    });
  });
});

const event = (cursor: string, claim: string): string =>
  `id: ${cursor}\ndata: ${JSON.stringify({ type: 'claim.changed', cursor, claim, data: { note: 'كوريا' } })}\n\n`;
const begin = 'retry: 1\nid: p0\n\n';
const quick = { silenceMs: 5_000, openingMs: 5_000 };

describe('a stream', () => {
  it('a stream that breaks is taken up where it was, and the reader is told meanwhile', async () => {
    const { client, requests } = await play(
      brokenStream(begin, event('p1', 'C1'), 'id: p2\ndata: {"half'),
      busy,
      stream(event('p2', 'C2')),
    );
    const told: string[] = [];
    const events = client.events({ ...quick, onTrouble: (trouble) => told.push(trouble?.message ?? 'back') });
    expect([(await events.next()).value, (await events.next()).value]).toMatchObject([
      { claim: 'C1' },
      { claim: 'C2' },
    ]);
    expect(requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, 'p1', 'p1']);
    expect(told).toEqual([expect.stringContaining('the connection was cut'), 'Try again.', 'back']);
    await events.return();
  });

  it('may cut a letter in the middle', async () => {
    const bytes = Buffer.from(begin + event('p1', 'C1'));
    const middle = bytes.indexOf(Buffer.from('ك')) + 1;
    const { client } = await play(stream(bytes.subarray(0, middle), bytes.subarray(middle)));
    const events = client.events(quick);
    expect((await events.next()).value).toMatchObject({ data: { note: 'كوريا' } });
    await events.return();
  });

  it('a stream that has fallen silent is left for another', async () => {
    const { client, requests } = await play(stream(begin, event('p1', 'C1')), stream(event('p2', 'C2')));
    const events = client.events({ silenceMs: 500, openingMs: 5_000 });
    await events.next();
    expect((await events.next()).value).toMatchObject({ claim: 'C2' });
    expect(requests[1]?.headers['last-event-id']).toBe('p1');
    await events.return();
  });

  it('ends for good where the key is no longer one', async () => {
    const { client } = await play(
      brokenStream(begin, event('p1', 'C1')),
      json(401, { code: 'unauthenticated', detail: 'This key is not valid.' }),
    );
    const events = client.events(quick);
    await events.next();
    await expect(events.next()).rejects.toThrow('This key is not valid.');
  });
});

describe('without a stream', () => {
  const page = (next: string, more: boolean, ...claims: string[]) =>
    json(
      200,
      { items: claims.map((claim) => ({ claim, cursor: next })), next, more },
      { 'Preference-Applied': 'wait=25' },
    );

  it('the feed is polled from its end, which is found without reading all of it', async () => {
    const { client, requests } = await play(
      json(404, { code: 'path_not_found', detail: 'There is nothing.' }),
      page('p1', true),
      page('p2', false),
      page('p2', false),
      page('p3', false, 'C3'),
    );
    const events = client.events(quick);
    expect((await events.next()).value).toMatchObject({ claim: 'C3' });
    expect(requests.map(({ url }) => new URL(url, 'http://x').searchParams.get('after'))).toEqual([
      null,
      null,
      'p1',
      'p2',
      'p2',
    ]);
    expect(requests.map(({ headers }) => headers['prefer']).slice(3)).toEqual(['wait=25', 'wait=25']);
    await events.return();
  });

  it('because something in between holds it back, the feed goes on from where the reader was', async () => {
    const { client, requests } = await play(
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      },
      page('p9', false, 'C9'),
    );
    const events = client.events({ after: 'p8', openingMs: 500, silenceMs: 500 });
    expect((await events.next()).value).toMatchObject({ claim: 'C9' });
    expect(requests[1]?.url).toContain('after=p8');
    await events.return();
  });
});

describe('watched statuses', () => {
  it('are read anew when Isnad was set back and the place in its feed is none any more', async () => {
    const status = (version: number) => json(200, { statuses: [{ ref: 'C34', version }], missing: [] });
    const { client } = await play(
      brokenStream(begin),
      status(7),
      json(400, { code: 'cursor_ahead', detail: 'The cursor lies ahead of this feed.' }),
      stream('id: q0\n\n'),
      status(3),
    );
    const watched = client.watchStatuses(['C34'], quick);
    expect((await watched.next()).value).toMatchObject({ status: { version: 7 }, was: undefined });
    expect((await watched.next()).value).toMatchObject({
      status: { version: 3 },
      was: { version: 7 },
      events: [],
    });
    await watched.return(undefined as never);
  });
});
