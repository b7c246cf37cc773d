/** Whoever keeps a copy asks for what has changed since: of everything that is changed, not only of claims and tasks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readTask,
  submitVerdict,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { subscribe } from '../support/webhooks.js';

interface Item {
  id: string;
  createdAt: string;
  updatedAt: string;
}

let isnad: TestIsnad;
let receiver: Receiver;
const webhooks: string[] = [];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  receiver = await startReceiver();
  for (let turn = 0; turn < 2; turn++) webhooks.push((await subscribe(isnad, receiver, { as: 'editor' })).id);
});
afterAll(async () => {
  await isnad.close();
  await receiver.close();
});

const changes: [list: string, person: Person, one: () => string, patch: object][] = [
  ['/v1/articles', 'checker', () => '/v1/articles/putin-pyongyang-2024', { title: 'Another title' }],
  ['/v1/sources', 'editor', () => '/v1/sources/ushakov', { affiliation: 'The Kremlin' }],
  ['/v1/instruments', 'admin', () => '/v1/instruments/s-res-1718-2006', { note: 'Of 2006.' }],
  ['/v1/members', 'admin', () => '/v1/members/checker', { topics: ['treaty'] }],
  ['/v1/webhooks', 'editor', () => `/v1/webhooks/${String(webhooks[0])}`, { description: 'another' }],
];

describe.each(changes)('%s', (list, person, one, patch) => {
  const ask = async (query: Record<string, string>): Promise<Item[]> =>
    (
      bodyOf(
        await isnad.as(person).get(`${list}?${new URLSearchParams({ limit: '200', ...query }).toString()}`),
      ) as Page<Item>
    ).items;

  it('are asked for by what has changed since', async () => {
    const before = await ask({});
    for (const { createdAt, updatedAt } of before) expect(updatedAt >= createdAt).toBe(true);
    const changed = bodyOf(await isnad.as(person).patch(one(), patch, anyVersion)) as Item;
    expect(changed.updatedAt > String(before.find(({ id }) => id === changed.id)?.updatedAt)).toBe(true);
    expect(bodyOf(await isnad.as(person).get(one()))).toMatchObject({ updatedAt: changed.updatedAt });

    const since = await ask({ updatedSince: changed.updatedAt });
    expect(since.map(({ id }) => id)).toEqual([changed.id]);
    expect((await ask({ sort: '-updatedAt' }))[0]).toEqual(since[0]);
    expect(await ask({ sort: 'updatedAt' })).toHaveLength(before.length);
  });
});

describe('the verdicts of a claim', () => {
  const ask = async (claim: string, person: Person, query: Record<string, string> = {}) =>
    (
      bodyOf(
        await isnad
          .as(person)
          .get(`/v1/claims/${claim}/verdicts?${new URLSearchParams({ limit: '200', ...query }).toString()}`),
      ) as Page<Verdict>
    ).items;

  it('are asked for by what has changed since', async () => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Say more.' }));
    await isnad.work();
    const second = await submitVerdict(isnad, await readTask(isnad, claim));
    const [returned, proposed] = await ask(claim, 'editor');
    expect(returned && proposed && returned.updatedAt <= proposed.updatedAt).toBe(true);
    const published = bodyOf(await decide(isnad, 'editor2', second, 'approve')) as Verdict;
    expect(published.updatedAt > String(proposed?.updatedAt)).toBe(true);
    expect((await ask(claim, 'editor', { updatedSince: published.updatedAt })).map(({ id }) => id)).toEqual([
      second.id,
    ]);
    expect((await ask(claim, 'editor', { sort: '-updatedAt' })).map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ]);
  });

  it('have changed for readers when they were published, not by what the desk does since', async () => {
    const verdict = await publishVerdict(isnad, await enterClaim(isnad));
    await isnad.database.pool.query('UPDATE verdicts SET version = version + 1 WHERE id = $1', [verdict.id]);
    const { ref } = verdict.claim;
    const [forDesk, forReaders] = [await ask(ref, 'editor'), await ask(ref, 'reader')].map(([one]) => one);
    expect(String(forDesk?.updatedAt) > verdict.updatedAt).toBe(true);
    expect(forReaders?.updatedAt).toBe(verdict.publishedAt);
    const after = { updatedSince: String(forDesk?.updatedAt) };
    expect(await ask(ref, 'reader', after)).toEqual([]);
    expect(await ask(ref, 'editor', after)).toHaveLength(1);
  });
});

/** Makes something, has something become of it, and gives its name in the list and when that was. */
const becoming: Record<string, () => Promise<{ list: string; person: Person; name: string; at: string }>> = {
  erasures: async () => {
    const target = { kind: 'claim', id: await enterClaim(isnad, { worthiness: 'High.' }) };
    const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'mistake' });
    const path = `${String(asked.headers['location'])}/transitions`;
    const { id, decidedAt } = bodyOf(await isnad.as('editor').post(path, { event: 'reject' })) as Decided;
    return { list: '/v1/erasures', person: 'editor', name: id, at: decidedAt };
  },
  keys: async () => {
    const list = '/v1/members/reader/keys';
    const { id } = (await isnad.as('admin').post(list, { name: 'x' })).body as { id: string };
    const { revokedAt } = bodyOf(await isnad.as('admin').delete(`/v1/keys/${id}`)) as { revokedAt: string };
    return { list, person: 'admin', name: id, at: revokedAt };
  },
  evidence: async () => {
    const list = `/v1/claims/${await enterClaim(isnad)}/evidence`;
    const given = { url: 'https://nowhere.example/', stance: 'for' };
    const { id } = (await isnad.as('checker').post(list, given)).body as { id: string };
    await isnad.work();
    const { capture } = bodyOf(await isnad.as('editor').get(`/v1/evidence/${id}`)) as Captured;
    return { list, person: 'editor', name: id, at: capture.latest.attemptedAt };
  },
  editions: async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const note = 'A caption was taken for a quote.';
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error', note }));
    const list = `/v1/claims/${claim}/editions`;
    const digest = bodyOf(await isnad.as('editor').get(list)) as Page<{ digest: string }>;
    const name = String(digest.items.at(-1)?.digest);
    bodyOf(await isnad.as('editor2').post(`${list}/${name}/transitions`, { event: 'approve' }));
    const { items } = bodyOf(await isnad.as('editor').get(list)) as Page<{ publishedAt: string }>;
    return { list, person: 'editor', name, at: String(items.at(-1)?.publishedAt) };
  },
};
interface Decided {
  id: string;
  decidedAt: string;
}
interface Captured {
  capture: { latest: { attemptedAt: string } };
}

it.each(Object.keys(becoming))('%s are asked for by what has become of them since', async (what) => {
  const { list, person, name, at } = (await becoming[what]?.()) ?? never();
  const ask = async (updatedSince: string): Promise<unknown[]> => {
    const query = new URLSearchParams({ updatedSince, limit: '200' }).toString();
    return (
      bodyOf(await isnad.as(person).get(`${list}?${query}`)) as Page<{ id?: string; digest?: string }>
    ).items.map(({ id, digest }) => id ?? digest);
  };
  expect(await ask(at)).toEqual([name]);
  expect(await ask(new Date(Date.parse(at) + 60_000).toISOString())).toEqual([]);
});

const never = (): never => {
  throw new Error('unreachable');
};
