import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { sequence } from '../../src/delivery/feed/relay.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { startReceiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';
import { deliverAll, subscribe } from '../support/webhooks.js';

type Entry = CloudEvent;
interface Recipient {
  key: { id: string };
  member: { ref: string };
  active: boolean;
  received: boolean;
  receivedCorrection: boolean | null;
}

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** What the relay does, until every event has its place. */
async function relay(): Promise<void> {
  while ((await sequence(isnad.store)) === 'moved');
}

const read = async (
  person: Person,
  after = 'start',
  limit = 200,
): Promise<{ items: Entry[]; next: string }> => {
  const query = `?limit=${String(limit)}&after=${after}`;
  return bodyOf(await isnad.as(person).get(`/v1/feed${query}`)) as { items: Entry[]; next: string };
};

/** The feed to its end, page by page; the cursor it ends with. */
async function walk(person: Person, from = 'start', limit = 200): Promise<{ entries: Entry[]; end: string }> {
  await relay();
  const entries: Entry[] = [];
  for (let after = from; ;) {
    const { items, next } = await read(person, after, limit);
    if (items.length === 0) return { entries, end: next };
    entries.push(...items);
    after = next;
  }
}

const acknowledge = (person: Person, cursor: string): Promise<Response> =>
  Promise.resolve(isnad.as(person).put('/v1/feed/cursor', { cursor }));

const catchUp = async (person: Person): Promise<string> => {
  const { end } = await walk(person);
  bodyOf(await acknowledge(person, end));
  return end;
};

const recipientsOf = async ({ id }: Verdict): Promise<Page<Recipient> & { status: string }> =>
  bodyOf(await isnad.as('editor').get(`/v1/verdicts/${id}/recipients`)) as Page<Recipient> & {
    status: string;
  };

const whoOf = async (verdict: Verdict): Promise<string[]> =>
  (await recipientsOf(verdict)).items
    .map(({ member, receivedCorrection }) => `${member.ref} ${String(receivedCorrection)}`)
    .sort();

async function correct(claim: string): Promise<Verdict> {
  const command = { event: 'correct', reason: 'error', note: 'The year was wrong.' };
  bodyOf(await move(isnad, 'editor', claim, command));
  const body = verdictBody('true');
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', body);
  return bodyOf(await decide(isnad, 'editor2', verdict, 'approve')) as Verdict;
}

describe('the feed', () => {
  it('is the same list for all, in the same order, however it is paged', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const desk = await walk('editor');
    const ids = ({ entries }: typeof desk): string[] => entries.map((event) => event.id);
    expect(ids(await walk('reader', 'start', 7))).toEqual(ids(desk));
    expect(new Set(ids(desk)).size).toBe(desk.entries.length);
    const own = desk.entries.filter((event) => event.claim === claim).map((event) => event.type);
    expect(own.at(0)).toBe('claim.submitted');
    expect(own).toContain('claim.approved');
  });

  it('gives a cursor to go on with where nothing is new', async () => {
    const { end } = await walk('reader');
    expect(await read('reader', end)).toEqual({ items: [], next: end, more: false });
    // Without a place it begins with what happens from now on.
    expect(bodyOf(await isnad.as('reader').get('/v1/feed'))).toEqual({ items: [], next: end, more: false });
    const claim = await enterClaim(isnad);
    await relay();
    const [first] = (await read('reader', end)).items.filter((event) => event.claim === claim);
    expect(first).toMatchObject({ type: 'claim.submitted', claim });
    expect((await read('reader', first?.cursor)).items.map((event) => event.type)).not.toContain(
      'article.created',
    );
  });

  it('tells outside the desk what happened, not how; and of members and keys only to admins', async () => {
    const dataOf = async (person: Person, type: string): Promise<boolean[]> =>
      (await walk(person)).entries
        .filter((event) => event.type === type)
        .map((event) => event.data !== undefined);
    const { entries } = await walk('reader');
    expect(entries.filter((event) => event.actor !== undefined)).toEqual([]);
    expect(new Set(await dataOf('reader', 'claim.approved'))).toEqual(new Set([true]));
    expect(new Set(await dataOf('reader', 'claim.verdict_recorded'))).toEqual(new Set([false]));
    expect(new Set(await dataOf('checker', 'claim.verdict_recorded'))).toEqual(new Set([true]));
    for (const type of ['key.created', 'member.created']) {
      expect(new Set(await dataOf('editor', type))).toEqual(new Set([false]));
      expect(new Set(await dataOf('admin', type))).toEqual(new Set([true]));
    }
  });

  it('is acknowledged per key, and never backwards', async () => {
    const { entries, end } = await walk('checker2');
    expect(bodyOf(await acknowledge('checker2', end))).toEqual({ cursor: end });
    const early = entries[0]?.cursor ?? '';
    expect(bodyOf(await acknowledge('checker2', early))).toEqual({ cursor: end });
    expect(bodyOf(await acknowledge('admin', early))).toEqual({ cursor: early });
  });

  it('takes only its own cursors', async () => {
    const { next } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=1')) as Page<unknown>;
    const response = await acknowledge('reader', String(next));
    expect([response.status, problemOf(response).code, faultsOf(response)]).toEqual([
      400,
      'invalid_cursor',
      ['/cursor'],
    ]);
    expect((await isnad.as('reader').get(`/v1/feed?after=${String(next)}`)).status).toBe(400);
    expect(faultsOf(await acknowledge('reader', ''))).toEqual(['/cursor']);
    expect((await isnad.stranger.get('/v1/feed')).status).toBe(401);
    expect((await isnad.stranger.put('/v1/feed/cursor', { cursor: 'x' })).status).toBe(401);
  });
});

describe('the recipients of a revision', () => {
  it('are the keys that came past it; each tells whether it has come past the correction', async () => {
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    // It has no place in the feed yet.
    expect(await whoOf(first)).toEqual([]);
    await catchUp('reader');
    await catchUp('checker');
    expect(await whoOf(first)).toEqual(['checker null', 'reader null']);

    const second = await correct(claim);
    await relay();
    expect(await whoOf(first)).toEqual(['checker false', 'reader false']);
    expect(await whoOf(second)).toEqual([]);
    await catchUp('reader');
    expect(await whoOf(first)).toEqual(['checker false', 'reader true']);
    expect(await whoOf(second)).toEqual(['reader null']);
    expect(await recipientsOf(first)).toMatchObject({
      status: 'superseded',
      verdict: { id: first.id },
      claim: { ref: claim },
      revision: 1,
    });
  });

  it('are told of a retraction as of a correction', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await publishVerdict(isnad, claim);
    await catchUp('reader');
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    // The retraction has no place in the feed yet, so nobody can have received it.
    expect(await whoOf(verdict)).toEqual(['reader false']);
    await catchUp('reader');
    expect(await whoOf(verdict)).toEqual(['reader true']);
  });

  it('stay on the list when their key is revoked, marked', async () => {
    const verdict = await publishVerdict(isnad, await enterClaim(isnad));
    const made = await isnad.services.keys.createKey(
      { memberRef: 'reader', name: 'old tool' },
      { system: true },
    );
    const { end } = await walk('reader');
    await isnad.services.feed.acknowledge(end, {
      memberId: made.member.id,
      personId: made.member.id,
      ref: 'reader',
      name: 'reader',
      role: 'reader',
      keyId: made.id,
    });
    await isnad.services.keys.revokeKey(made.id, { system: true });
    const { items } = await recipientsOf(verdict);
    expect(items).toMatchObject([
      { key: { id: made.id, name: 'old tool' }, member: { ref: 'reader' }, active: false },
    ]);
  });

  it('are none of a verdict that was never published, and for editors only', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    await catchUp('reader');
    expect(await recipientsOf(verdict)).toMatchObject({
      status: 'proposed',
      revision: null,
      items: [],
      next: null,
    });
    const path = `/v1/verdicts/${verdict.id}/recipients`;
    expect((await isnad.as('checker').get(path)).status).toBe(403);
    expect((await isnad.stranger.get(path)).status).toBe(401);
    const none = '/v1/verdicts/00000000-0000-7000-8000-000000000000/recipients';
    expect((await isnad.as('editor').get(none)).status).toBe(404);
  });

  it('are also the webhooks it was delivered to, and each tells whether the correction was', async () => {
    const [taking, failing] = [await startReceiver(), await startReceiver()];
    const types = ['claim.approved', 'claim.retracted'];
    const one = await subscribe(isnad, taking, { types, description: 'The news desk' });
    const other = await subscribe(isnad, failing, { types, as: 'checker' });
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    await deliverAll(isnad);
    failing.behave(() => 500);
    const second = await correct(claim);
    await deliverAll(isnad);
    const webhooksOf = async (verdict: Verdict): Promise<unknown[]> =>
      (await recipientsOf(verdict)).items.filter((item) => 'webhook' in item);
    const known = { active: true, received: true };
    expect(await webhooksOf(first)).toMatchObject([
      {
        ...known,
        webhook: { id: one.id, description: 'The news desk' },
        member: { ref: 'reader' },
        receivedCorrection: true,
      },
      {
        ...known,
        webhook: { id: other.id, description: null },
        member: { ref: 'checker' },
        receivedCorrection: false,
      },
    ]);
    expect(await webhooksOf(second)).toMatchObject([{ webhook: { id: one.id }, receivedCorrection: null }]);
    // It was told, whatever has become of it since.
    for (const person of ['reader', 'checker'] as const) {
      const { id } = person === 'reader' ? one : other;
      expect((await isnad.as(person).delete(`/v1/webhooks/${id}`)).status).toBe(204);
    }
    expect(await webhooksOf(first)).toMatchObject([
      { webhook: { id: one.id }, active: false },
      { webhook: { id: other.id }, active: false },
    ]);
    await Promise.all([taking.close(), failing.close()]);
  });

  it('come in pages', async () => {
    const verdict = await publishVerdict(isnad, await enterClaim(isnad));
    for (const person of ['reader', 'checker', 'checker2'] as const) await catchUp(person);
    const path = `/v1/verdicts/${verdict.id}/recipients`;
    const first = bodyOf(await isnad.as('editor').get(`${path}?limit=2`)) as Page<Recipient>;
    const rest = bodyOf(
      await isnad.as('editor').get(`${path}?limit=2&after=${String(first.next)}`),
    ) as Page<Recipient>;
    expect([...first.items, ...rest.items]).toEqual((await recipientsOf(verdict)).items);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
  });
});
