import { onlineManager, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Queries from '../../../web/src/api/query-client.js';
import type * as ReadLive from '../../../web/src/live/read-live.js';
import type * as Session from '../../../web/src/session/session.js';
import { countNewer, isOfClaim, isOfTask, noteNewer } from '../../../web/src/live/newer.js';

const answers: Record<string, object> = {};
const asked: string[] = [];

/** What stands here asks the API of its own page. */
let queriesOf: typeof Queries;
let session: typeof Session;
let live: typeof ReadLive;
beforeAll(async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  vi.stubGlobal('fetch', (url: URL | string, { method = 'GET' }: RequestInit = {}) => {
    const name = `${method} ${new URL(url).pathname}`;
    asked.push(name);
    return Promise.resolve(Response.json(answers[name], { status: answers[name] ? 201 : 404 }));
  });
  queriesOf = await import('../../../web/src/api/query-client.js');
  session = await import('../../../web/src/session/session.js');
  live = await import('../../../web/src/live/read-live.js');
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('what was read', () => {
  let queries: QueryClient;
  const stale = (queryKey: QueryKey): boolean | undefined => queries.getQueryState(queryKey)?.isInvalidated;
  beforeEach(async () => {
    queries = queriesOf.createQueries(() => undefined);
    for (const queryKey of [
      ['claims', 'C1'],
      ['tasks', 't'],
    ])
      await queries.query({ queryKey, queryFn: () => 'now' });
    const { written: meta } = queriesOf;
    await queries.query({ queryKey: ['verdicts', 'v', 'edition'], queryFn: () => 'fixed', meta });
  });

  test('is read again, but for editions and versions, which are what somebody decides on', async () => {
    await queriesOf.readAgain(queries);
    expect(
      [
        ['claims', 'C1'],
        ['tasks', 't'],
        ['verdicts', 'v', 'edition'],
      ].map(stale),
    ).toEqual([true, true, false]);
  });

  test('is read again where a change concerns it', async () => {
    await queriesOf.readAgain(queries, ['tasks'], ['verdicts']);
    expect(
      [
        ['claims', 'C1'],
        ['tasks', 't'],
        ['verdicts', 'v', 'edition'],
      ].map(stale),
    ).toEqual([false, true, false]);
  });
});

test('what is decided without a network fails there and then, and is not sent by itself later', async () => {
  const queries = queriesOf.createQueries(() => undefined);
  onlineManager.setOnline(false);
  try {
    const failed = queries
      .getMutationCache()
      .build(queries, { mutationFn: () => Promise.reject(new TypeError('fetch failed')) })
      .execute(undefined);
    await expect(failed).rejects.toThrow('fetch failed');
  } finally {
    onlineManager.setOnline(true);
  }
});

test('after a gap everything is read again but the lists, whose rows stay where they are', async () => {
  const queries = queriesOf.createQueries(() => undefined);
  const lists = [['claims', 'list', undefined, 'open'], ['tasks', 'mine', 'checker'], ['inbox']];
  const others = [['claims', 'C1'], ['tasks', 't', 'moves'], ['people']];
  for (const queryKey of [...lists, ...others]) await queries.query({ queryKey, queryFn: () => 'now' });
  live.readAllButLists(queries);
  const stale = (queryKey: QueryKey): boolean | undefined => queries.getQueryState(queryKey)?.isInvalidated;
  expect(lists.map(stale)).toEqual([false, false, false]);
  expect(others.map(stale)).toEqual([true, true, true]);
});

test('whoever signs in is known from that answer, and what another had read can go first', async () => {
  const said: (string | boolean)[] = [];
  const signIn = async (id: string): Promise<void> => {
    answers['POST /session'] = { member: { id, name: id }, endsAt: null };
    await session.signIn('a key', (same) => said.push(same, id));
  };
  await signIn('one');
  await signIn('one');
  await signIn('another');
  expect(said).toEqual([true, 'one', true, 'one', false, 'another']);
  expect(asked).toEqual(['POST /session', 'POST /session', 'POST /session']);
});

test('each list counts what could change it, from when it was read', () => {
  noteNewer([{ type: 'task.assigned', claim: 'C1' }], 10);
  noteNewer(
    [
      { type: 'claim.returned', claim: 'C2' },
      { type: 'member.added', claim: undefined },
    ] as Parameters<typeof noteNewer>[0],
    20,
  );
  expect(countNewer(0, isOfTask)).toBe(1);
  expect(countNewer(10, isOfTask)).toBe(0);
  expect(countNewer(0, isOfClaim)).toBe(2);
  expect(countNewer(10, isOfClaim)).toBe(1);
});
