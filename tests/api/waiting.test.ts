/** Long polls and streams, over a server that listens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { beginning, cursorAt } from '../../src/delivery/feed/cursor-position.js';
import { pageAfter } from '../../src/delivery/feed/feed-page.js';
import { findClaimIds } from '../../src/delivery/feed/reader.repository.js';
import { createTail } from '../../src/delivery/feed/tail.js';
import { messagesOf, nextEvent } from '../support/event-stream.js';
import { encodeCursor } from '../../src/platform/http/cursor.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

interface Feed {
  items: CloudEvent[];
  next: string;
  more: boolean;
}

let here: ListeningIsnad;
beforeAll(async () => {
  here = await listenLocally({ seeded: true });
});
afterAll(() => here.close());

const bodyOf = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;
const readFeed = async (query: string, headers?: Record<string, string>): Promise<Feed> =>
  bodyOf(await here.get('reader', `/v1/feed?${query}`, headers));

async function endOfFeed(): Promise<string> {
  for (let after = ''; ;) {
    const { next, more } = await readFeed(`limit=200${after && `&after=${after}`}`);
    if (!more) return next;
    after = next;
  }
}

const nowhere = { position: 10n ** 12n, fingerprint: '0'.repeat(8) };
/** The position is one that this feed has come to; in the feed of another state, with another event. */
const elsewhere = { position: 3n, fingerprint: '0'.repeat(8) };

/** A change that anybody may see. */
const waiting = (): number => here.isnad.services.tail.waiting();
const setTopic = (claim: string, topic: 'trade' | 'war'): Promise<void> =>
  here.isnad.services.claims.change(claim, { topics: [topic] }, operator, () => undefined);

const tagOf = async (claim: string): Promise<string> =>
  (await here.get('reader', `/v1/claims/${claim}/status`)).headers.get('etag') ?? '';

describe('a status that is waited for', () => {
  it('is answered when the claim changes, whether it is asked for by id or by ref', async () => {
    const { id } = await bodyOf<{ id: string }>(await here.get('reader', '/v1/claims/C10/status'));
    const tag = await tagOf('C10');
    const wait = { 'If-None-Match': tag, Prefer: 'wait=30' };
    const asked = ['C10', id].map((name) => here.get('reader', `/v1/claims/${name}/status`, wait));
    await expect.poll(waiting).toBe(2);
    await setTopic('C10', 'war');
    for (const answer of await Promise.all(asked)) {
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, 'wait=30']);
      expect(answer.headers.get('etag')).not.toBe(tag);
      await answer.body?.cancel();
    }
    expect(waiting()).toBe(0);
  });

  it('is answered at once where the caller has another version, or says none', async () => {
    for (const headers of [{ 'If-None-Match': '"claim-0"' }, {}]) {
      const answer = await here.get('reader', '/v1/claims/C11/status', { Prefer: 'wait=30', ...headers });
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
  });

  it('is 304 where nothing happens in the time given, and 404 at once where there is no such claim', async () => {
    const wait = { 'If-None-Match': await tagOf('C12'), Prefer: 'wait=1' };
    expect((await here.get('reader', '/v1/claims/C12/status', wait)).status).toBe(304);
    expect((await here.get('reader', '/v1/claims/none/status', wait)).status).toBe(404);
  });

  it('is forgotten when the caller hangs up', async () => {
    const hangUp = new AbortController();
    const wait = { 'If-None-Match': await tagOf('C12'), Prefer: 'wait=30' };
    const asked = here.get('reader', '/v1/claims/C12/status', wait, hangUp.signal);
    await expect.poll(waiting).toBe(1);
    hangUp.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(waiting).toBe(0);
  });

  it('may be kept by a shared cache for a second, under the same tag for every key', async () => {
    const answers = await Promise.all(
      (['reader', 'editor', 'admin'] as const).map((role) => here.get(role, '/v1/claims/C10/status')),
    );
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    const [{ headers }] = answers as [Response];
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    expect(headers.get('vary')).toBe('Authorization, Cookie, Prefer');
  });
});

describe('a feed that is waited for', () => {
  it('is answered with what happens next, by either way of asking', async () => {
    const end = await endOfFeed();
    const asked = [readFeed(`after=${end}&wait=30`), readFeed(`after=${end}`, { Prefer: 'wait=30' })];
    await expect.poll(waiting).toBe(2);
    await setTopic('C14', 'war');
    for (const { items } of await Promise.all(asked))
      expect(items.map(({ claim, type }) => [claim, type])).toContainEqual(['C14', 'claim.changed']);
  });

  it('waits for the types asked for and no others, and goes on behind what it passed by', async () => {
    const end = await endOfFeed();
    const asked = readFeed(`after=${end}&wait=30&types=source.created`);
    await expect.poll(waiting).toBe(1);
    await setTopic('C14', 'trade');
    await here.isnad.services.sources.create(
      {
        kind: 'person',
        name: 'A witness',
        names: [],
        ref: 'a-witness',
        affiliation: null,
        wikidata: null,
        note: null,
      },
      operator,
    );
    const { items, next } = await asked;
    expect(items.map(({ type }) => type)).toEqual(['source.created']);
    expect(await readFeed(`after=${next}`)).toEqual({ items: [], next, more: false });
  });

  it('is 304 for who has this very page', async () => {
    const path = `/v1/feed?after=${await endOfFeed()}`;
    const first = await here.get('reader', path);
    const tag = first.headers.get('etag') ?? '';
    expect((await here.get('reader', path, { 'If-None-Match': tag })).status).toBe(304);
    await setTopic('C15', 'war');
    const held = { 'If-None-Match': tag, Prefer: 'wait=30' };
    expect((await here.get('reader', path, held)).status).toBe(200);
    expect((await here.get('editor', path, held)).headers.get('etag')).not.toBe(tag);
  });

  it('refuses a cursor that lies ahead of it, and one that is none', async () => {
    const answer = await here.get('reader', `/v1/feed?after=${cursorAt(nowhere)}`);
    expect([answer.status, (await bodyOf<{ code: string }>(answer)).code]).toEqual([400, 'cursor_ahead']);
    const other = await here.get('reader', `/v1/feed?after=${cursorAt(elsewhere)}`);
    expect([other.status, (await bodyOf<{ code: string }>(other)).code]).toEqual([400, 'cursor_ahead']);
    const bare = await here.get('reader', `/v1/feed?after=${encodeCursor({ feed: '3' })}`);
    expect([bare.status, (await bodyOf<{ code: string }>(bare)).code]).toEqual([400, 'invalid_cursor']);
    const strange = await here.get('reader', '/v1/feed?after=abc&types=claim.gone&wait=31');
    expect(
      (await bodyOf<{ errors: { pointer: string }[] }>(strange)).errors.map(({ pointer }) => pointer),
    ).toEqual(['types', 'wait']);
  });

  it('gives the same page from memory and from the database', async () => {
    const near = await readFeed('after=start&limit=200&types=claim.changed');
    const { services } = here.isnad;
    const { database } = here.isnad;
    const tail = createTail({ pool: database.pool, signal: { subscribe: () => () => undefined } });
    await tail.catchUp(); // begins at the end: everything before is asked of the database
    const page = await pageAfter(
      { tail, pool: database.pool },
      { after: beginning, limit: 200, types: ['claim.changed'] },
    );
    tail.close();
    expect(page.items.map(({ text }) => JSON.parse(text.public) as CloudEvent)).toEqual(near.items);
    expect(services.tail.last()).toMatchObject(page.next);
  });

  it('has events of the claims that are named alone, from memory and from the database', async () => {
    const { database } = here.isnad;
    const all = await readFeed('after=start&limit=200&types=claim.submitted');
    const [one = '', other = ''] = new Set(all.items.flatMap(({ claim }) => claim ?? []));
    const near = await readFeed(`after=start&limit=200&types=claim.submitted&claim=${one},${other},none`);
    expect(near.items.map(({ claim }) => claim).sort()).toEqual([one, other].sort());
    const claims = await findClaimIds(database.pool, [one]);
    expect(claims).toHaveLength(1);
    const tail = createTail({ pool: database.pool, signal: { subscribe: () => () => undefined } });
    await tail.catchUp();
    const page = await pageAfter({ tail, pool: database.pool }, { after: beginning, limit: 200, claims });
    tail.close();
    const again = await readFeed(`after=start&limit=200&claim=${String(claims[0])}`);
    expect(again.items.length).toBeGreaterThan(0);
    expect(page.items.map(({ text }) => JSON.parse(text.public) as CloudEvent)).toEqual(again.items);
  });
});

describe('the stream', () => {
  it('tells what happens from now on, as the feed does, byte for byte', async () => {
    const end = await endOfFeed();
    const hangUp = new AbortController();
    const stream = await here.get('reader', '/v1/stream', {}, hangUp.signal);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const messages = messagesOf(stream);
    await messages.next(); // where it begins
    await setTopic('C16', 'war');
    const told = await nextEvent(messages, ({ claim }) => claim === 'C16');
    hangUp.abort();
    const { items } = await readFeed(`after=${end}`);
    const same = items.find(({ id }) => id === told?.event?.id);
    expect(JSON.stringify(told?.event)).toBe(JSON.stringify(same));
    expect(told?.id).toBe(same?.cursor);
  });

  it('goes on behind the last id that the reader has, and before that there is no gap', async () => {
    const end = await endOfFeed();
    await setTopic('C17', 'war');
    await setTopic('C18', 'war');
    const ids = async (last: string, count: number): Promise<{ ids: string[]; last: string }> => {
      const hangUp = new AbortController();
      const messages = messagesOf(
        await here.get('reader', '/v1/stream', { 'Last-Event-ID': last }, hangUp.signal),
      );
      const seen: string[] = [];
      let at = last;
      while (seen.length < count) {
        const next = await nextEvent(messages, () => true);
        if (!next?.event) break;
        seen.push(next.event.id);
        at = next.id;
      }
      hangUp.abort();
      return { ids: seen, last: at };
    };
    const first = await ids(end, 1);
    const rest = await ids(first.last, 1);
    const { items } = await readFeed(`after=${end}&limit=2`);
    expect([...first.ids, ...rest.ids]).toEqual(items.map(({ id }) => id));
  });

  it('ends when the key is revoked', async () => {
    const { keys: keyService } = here.isnad.services;
    const { key, id } = await keyService.createKey({ memberRef: 'reader', name: 'to be revoked' }, operator);
    const stream = await fetch(new URL('/v1/stream', here.url), {
      headers: { Authorization: `Bearer ${key}` },
    });
    const messages = messagesOf(stream);
    await messages.next();
    await keyService.revokeKey(id, operator);
    expect(await nextEvent(messages, () => false)).toBeUndefined();
  });

  it.each([
    ['is no id at all', 'nonsense!', 'invalid_cursor'],
    ['is another kind of cursor', Buffer.from('{"v":1}').toString('base64url'), 'invalid_cursor'],
    ['lies ahead, as of another installation', cursorAt(nowhere), 'cursor_ahead'],
    ['stands for another event, as of another installation', cursorAt(elsewhere), 'cursor_ahead'],
  ])('refuses a last id that %s, and names the header', async (_, last, code) => {
    const answer = await here.get('reader', '/v1/stream', { 'Last-Event-ID': last });
    const problem = await bodyOf<{ code: string; errors: { in: string; pointer: string }[] }>(answer);
    expect([answer.status, problem.code]).toEqual([400, code]);
    expect(problem.errors).toMatchObject([{ in: 'header', pointer: 'Last-Event-ID' }]);
  });
});
