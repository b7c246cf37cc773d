/** Whoever waits or listens is judged by what they may do now, not by what they might when they came. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, type Role } from '../../src/domain/access/rules.js';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { messagesOf, nextEvent } from '../support/event-stream.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

let here: ListeningIsnad;
beforeAll(async () => {
  here = await listenLocally({ seeded: true });
});
afterAll(() => here.close());

interface Somebody {
  ref: string;
  keyId: string;
  key: string;
  get: (path: string, headers?: Record<string, string>, signal?: AbortSignal) => Promise<Response>;
}

let count = 0;
async function join(role: Role): Promise<Somebody> {
  const ref = `held-${String(++count)}`;
  const { members, keys } = here.isnad.services;
  await members.ensure({ ref, kind: 'person', name: ref, role, languages: [], topics: [] }, operator);
  const { key, id } = await keys.createKey({ memberRef: ref, name: 'held' }, operator);
  return {
    ref,
    keyId: id,
    key,
    get: (path, headers = {}, signal) =>
      fetch(new URL(path, here.url), {
        headers: { Authorization: `Bearer ${key}`, ...headers },
        ...(signal && { signal }),
      }),
  };
}

/** As another process does whose signal is lost: nobody is told, and no event says so. */
const behindItsBack = (sql: string, id: string) => here.isnad.database.pool.query(sql, [id]);
const setRole = (role: Role, { ref }: Somebody) =>
  behindItsBack(`UPDATE members SET role = '${role}' WHERE ref = $1`, ref);
const setInactive = ({ ref }: Somebody) =>
  behindItsBack('UPDATE members SET active = false WHERE ref = $1', ref);
const revoke = ({ keyId }: Somebody) =>
  behindItsBack('UPDATE keys SET revoked_at = now() WHERE id = $1', keyId);

/** Something that the desk is told of, and readers only that it happened. */
const changePolicy = async (): Promise<void> => {
  const { status } = await fetch(new URL('/v1/policies/desk', here.url), {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${here.keyOf('editor')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ wipLimit: 20 + (++count % 100) }),
  });
  expect(status).toBe(200);
};
const isPolicy = ({ type }: CloudEvent): boolean => type === 'policy.changed';

const tagOf = async (somebody: Somebody, claim: string): Promise<string> =>
  (await somebody.get(`/v1/claims/${claim}/status`)).headers.get('etag') ?? '';
const waiting = (): number => here.isnad.services.tail.waiting();
const untilWaiting = () => expect.poll(waiting).toBeGreaterThan(0);
const notYetInTheFeed = async (): Promise<string | undefined> => {
  const { rows } = await here.isnad.database.pool.query<{ count: string }>('SELECT count(*) FROM outbox');
  return rows[0]?.count;
};
/** A second, and what it takes to answer on a busy machine. */
const soon = 10_000;

describe('an open stream', () => {
  it.each<[Role, Role, boolean]>([
    ['editor', 'reader', true],
    ['reader', 'editor', false],
  ])(
    'of a member who was %s and is now %s tells what they may see now, within a second',
    async (was, is, withheld) => {
      const somebody = await join(was);
      const hangUp = new AbortController();
      const messages = messagesOf(await somebody.get('/v1/stream', {}, hangUp.signal));
      await messages.next();
      await changePolicy();
      const before = await nextEvent(messages, isPolicy);
      expect(before?.event?.withheld ?? false).toBe(!withheld);
      await setRole(is, somebody);
      const changedAt = performance.now();
      for (let told = before; (told?.event?.withheld ?? false) !== withheld;) {
        await changePolicy();
        told = await nextEvent(messages, isPolicy);
        expect(told).toBeDefined();
        expect(performance.now() - changedAt).toBeLessThan(soon);
      }
      hangUp.abort();
    },
  );

  it.each([
    ['whose key is revoked', revoke],
    ['who is no longer active', setInactive],
  ])('of a member %s ends though nothing happens', async (_what, end) => {
    const somebody = await join('editor');
    const messages = messagesOf(await somebody.get('/v1/stream'));
    await messages.next();
    const endedAt = performance.now();
    await end(somebody);
    expect(await nextEvent(messages, () => false)).toBeUndefined();
    expect(performance.now() - endedAt).toBeLessThan(soon);
  });

  it('through the cookie of a browser is heard, and ends within a second of signing out elsewhere', async () => {
    const somebody = await join('editor');
    const entered = await fetch(new URL('/session', here.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key: somebody.key }),
    });
    const Cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const opened = await fetch(new URL('/v1/stream', here.url), { headers: { Cookie } });
    expect([opened.status, opened.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    const messages = messagesOf(opened);
    await messages.next();
    await changePolicy();
    expect(await nextEvent(messages, isPolicy)).toBeDefined();
    const endedAt = performance.now();
    await behindItsBack('DELETE FROM sessions WHERE key_id = $1', somebody.keyId);
    expect(await nextEvent(messages, () => false)).toBeUndefined();
    expect(performance.now() - endedAt).toBeLessThan(soon);
  });

  it('is one of twenty of its key at most; one that is closed makes room', async () => {
    const somebody = await join('reader');
    const hangUps = Array.from({ length: 20 }, () => new AbortController());
    const opened = await Promise.all(hangUps.map(({ signal }) => somebody.get('/v1/stream', {}, signal)));
    expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await somebody.get('/v1/stream');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'too_many_streams' });
    // Another key of the same process is not counted with it.
    const other = new AbortController();
    expect((await (await join('reader')).get('/v1/stream', {}, other.signal)).status).toBe(200);
    hangUps[0]?.abort();
    const again = new AbortController();
    const statusNow = async (): Promise<number> =>
      (await somebody.get('/v1/stream', {}, again.signal)).status;
    await expect.poll(statusNow).toBe(200);
    for (const one of [...hangUps, again, other]) one.abort();
  });
});

describe('a long poll', () => {
  it.each([
    ['status', 'whose key is revoked', revoke],
    ['status', 'who is no longer active', setInactive],
    ['feed', 'whose key is revoked', revoke],
    ['feed', 'who is no longer active', setInactive],
  ])('on the %s of a member %s ends with 401 though nothing happens', async (what, _who, end) => {
    const somebody = await join('reader');
    const { next } = (await (await somebody.get('/v1/feed?limit=1&types=review.withdrawn')).json()) as {
      next: string;
    };
    const held =
      what === 'feed'
        ? somebody.get(`/v1/feed?after=${next}&types=review.withdrawn&wait=30`)
        : somebody.get('/v1/claims/C10/status', {
            'If-None-Match': await tagOf(somebody, 'C10'),
            Prefer: 'wait=30',
          });
    await untilWaiting();
    const endedAt = performance.now();
    await end(somebody);
    const answer = await held;
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      401,
      'unauthenticated',
    ]);
    expect(performance.now() - endedAt).toBeLessThan(soon);
  });

  it('of a member who was demoted meanwhile shows what they may see now', async () => {
    const somebody = await join('editor');
    // What came later from before would wake the poll, and rights that were read then are believed for a while.
    await expect.poll(notYetInTheFeed).toBe('0');
    let after = '&after=start';
    for (let more = true; more;) {
      const page = (await (await somebody.get(`/v1/feed?limit=200${after}`)).json()) as {
        next: string;
        more: boolean;
      };
      after = `&after=${page.next}`;
      more = page.more;
    }
    const held = somebody.get(`/v1/feed?wait=30&types=policy.changed${after}`);
    await untilWaiting();
    await here.isnad.services.members.change(somebody.ref, { role: 'reader' }, operator, () => undefined);
    await changePolicy();
    const { items } = (await (await held).json()) as { items: CloudEvent[] };
    expect(items.map(({ type, withheld, data }) => ({ type, withheld, data }))).toEqual([
      { type: 'policy.changed', withheld: true, data: undefined },
    ]);
  });
});
