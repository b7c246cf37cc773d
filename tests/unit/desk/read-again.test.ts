import { onlineManager, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Queries from '../../../web/src/api/query-client.js';
import type * as Newer from '../../../web/src/live/newer.js';
import type * as OwnMoves from '../../../web/src/live/own-moves.js';
import type * as ReadLive from '../../../web/src/live/read-live.js';
import type * as Session from '../../../web/src/session/session.js';
import { countNewer, isOfClaim, noteNewer } from '../../../web/src/live/newer.js';
import { changesMyTasks } from '../../../web/src/work/newer-tasks.rules.js';

const answers: Record<string, object> = {};
const asked: string[] = [];

/** What stands here asks the API of its own page. */
let queriesOf: typeof Queries;
let session: typeof Session;
let live: typeof ReadLive;
let own: typeof OwnMoves;
let newer: typeof Newer;
beforeAll(async () => {
  // Who signed in last in another file is nobody's business here.
  vi.resetModules();
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  vi.stubGlobal('fetch', (url: URL | string, { method = 'GET' }: RequestInit = {}) => {
    const name = `${method} ${new URL(url).pathname}`;
    asked.push(name);
    return Promise.resolve(Response.json(answers[name], { status: answers[name] ? 201 : 404 }));
  });
  queriesOf = await import('../../../web/src/api/query-client.js');
  session = await import('../../../web/src/session/session.js');
  live = await import('../../../web/src/live/read-live.js');
  newer = await import('../../../web/src/live/newer.js');
  own = await import('../../../web/src/live/own-moves.js');
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
    const { notReadAgain: meta } = queriesOf;
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
  const lists = [
    ['claims', 'list', undefined, 'open'],
    ['tasks', 'mine', 'checker'],
    ['tasks', 'approvals'],
    ['inbox'],
  ];
  const others = [['claims', 'C1'], ['tasks', 't', 'moves'], ['people']];
  for (const queryKey of [...lists, ...others]) await queries.query({ queryKey, queryFn: () => 'now' });
  live.readAllButLists(queries);
  const stale = (queryKey: QueryKey): boolean | undefined => queries.getQueryState(queryKey)?.isInvalidated;
  expect(lists.map(stale)).toEqual([false, false, false, false]);
  expect(others.map(stale)).toEqual([true, true, true]);
});

describe('what an event is about', () => {
  const heard = (type: string, claim: string) =>
    ({ id: '1', type, claim, subject: `claims/${claim}-id` }) as Parameters<
      typeof live.readWhatChanged
    >[1][0];
  const after = async (...events: ReturnType<typeof heard>[]) => {
    const queries = queriesOf.createQueries(() => undefined);
    const preview = ['tasks', 't', 'preview', 'tag'];
    const board = ['claims', 'board'];
    await queries.query({ queryKey: preview, queryFn: () => 'now', meta: { claims: ['C1', 'C2'] } });
    await queries.query({ queryKey: board, queryFn: () => 'now' });
    const ahead = ['tasks', 'likely'];
    await queries.query({ queryKey: ahead, queryFn: () => 'now', meta: queriesOf.notReadAgain });
    live.readWhatChanged(queries, events);
    const isStale = (queryKey: QueryKey) => queries.getQueryState(queryKey)?.isInvalidated;
    return { preview: isStale(preview), board: isStale(board), ahead: isStale(ahead) };
  };

  test('is what the checklist of a verdict is judged by: its claim and those around it, and no others', async () => {
    expect(await after(heard('claim.contact_recorded', 'C1'))).toMatchObject({ preview: true });
    expect(await after(heard('verdict.recorded', 'C2'))).toMatchObject({ preview: true });
    // What is read ahead costs nobody a question at each event.
    expect(await after(heard('task.opened', 'C1'))).toMatchObject({ ahead: false });
    expect(await after(heard('claim.approved', 'C9'))).toMatchObject({ preview: false });
    // It may have come to stand beside this one.
    expect(await after(heard('claim.related', 'C9'))).toMatchObject({ preview: true });
  });

  test('is what waits for a second person, where it was decided on or a member is another, and otherwise not', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    const queryKey = ['second-person', '/v1/erasures/e'];
    const after = async (type: string): Promise<boolean | undefined> => {
      await queries.query({ queryKey, queryFn: () => 'now', staleTime: 0 });
      live.readWhatChanged(queries, [
        { ...heard(type, ''), claim: undefined, subject: 'privileged_change/e' },
      ]);
      return queries.getQueryState(queryKey)?.isInvalidated;
    };
    expect(await after('claim.approved')).toBe(false);
    expect(await after('privileged_change.confirmed')).toBe(true);
    expect(await after('member.changed')).toBe(true);
  });

  test('is an edition only where something else would be published with its verdict, or after a gap', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    const keys = ['v1', 'v2'].map((id) => ['verdicts', id, 'edition']);
    for (const queryKey of keys)
      await queries.query({ queryKey, queryFn: () => 'now', meta: queriesOf.notReadAgain });
    const stale = () => keys.map((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
    live.readWhatChanged(queries, [{ ...heard('claim.changed', 'C1'), subject: 'verdict/v1' }]);
    expect(stale()).toEqual([false, false]);
    live.readWhatChanged(queries, [{ ...heard('edition.changed', 'C1'), subject: 'verdict/v1' }]);
    expect(stale()).toEqual([true, false]);
    live.readAllButLists(queries);
    expect(stale()).toEqual([true, true]);
  });

  test('is what was read of its claim, whether that is kept by its ref or by its id', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    await queries.query({ queryKey: ['claims', 'C1'], queryFn: () => ({ id: 'one', ref: 'C1' }) });
    await queries.query({ queryKey: ['claims', 'two'], queryFn: () => ({ id: 'two', ref: 'C2' }) });
    const others = [
      ['claims', 'one', 'moves'],
      ['claims', 'two', 'verdicts'],
    ];
    for (const queryKey of others) await queries.query({ queryKey, queryFn: () => 'now' });
    const ofTask = { id: '1', type: 'task.completed', subject: 'task/t' } as const;
    live.readWhatChanged(queries, [
      { ...ofTask, claim: 'C1' },
      { ...ofTask, claim: 'C2' },
    ]);
    const isStale = (queryKey: QueryKey) => queries.getQueryState(queryKey)?.isInvalidated;
    expect([['claims', 'C1'], ['claims', 'two'], ...others].map(isStale)).toEqual([true, true, true, true]);
  });

  test('leaves alone what was found out about a claim where it only says who works on it', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    const keys = [
      ['claims', 'C1'],
      ['claims', 'C1', 'moves'],
      ['claims', 'C1', 'similar'],
      ['claims', 'C1', 'verdicts'],
    ];
    for (const queryKey of keys) await queries.query({ queryKey, queryFn: () => 'now' });
    const stale = () => keys.map((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
    live.readWhatChanged(queries, [heard('task.taken', 'C1'), heard('claim.started', 'C1')]);
    expect(stale()).toEqual([true, true, false, false]);
    live.readWhatChanged(queries, [heard('claim.verdict_recorded', 'C1')]);
    expect(stale()).toEqual([true, true, true, true]);
  });

  test('is read again at once of its own tasks, and a little later of all others', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    const tasks = { t1: { id: 'one', ref: 'C1' }, t2: { id: 'two', ref: 'C2' } };
    const keys = Object.keys(tasks).flatMap((id) => [
      ['tasks', id],
      ['tasks', id, 'moves'],
    ]);
    for (const [id, claim] of Object.entries(tasks)) {
      await queries.query({ queryKey: ['tasks', id], queryFn: () => ({ id, claim }) });
      await queries.query({ queryKey: ['tasks', id, 'moves'], queryFn: () => 'now' });
    }
    const stale = () => keys.map((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
    expect(live.readWhatChanged(queries, [heard('claim.changed', 'C1')])).toBe(true);
    expect(stale()).toEqual([true, true, false, false]);
    live.readOthers(queries, Date.now() - 60_000);
    expect(stale()).toEqual([true, true, false, false]);
    live.readOthers(queries, Date.now() + 60_000);
    expect(stale()).toEqual([true, true, true, true]);
  });

  test('is known of a task that this tab has just taken: its claim is read again, and it is not', async () => {
    const queries = queriesOf.createQueries(() => undefined);
    const taken = { id: 't7', claim: { id: 'seven', ref: 'C7', version: 4 } };
    const keys = [
      ['tasks', 't7'],
      ['tasks', 't7', 'moves'],
      ['claims', 'C7'],
    ];
    for (const queryKey of keys)
      await queries.query({ queryKey, queryFn: () => (queryKey[1] === 't7' ? taken : taken.claim) });
    const stale = () => keys.map((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
    own.noteAnswered(taken.claim);
    const isOfThis = ({ claim }: { claim?: string | undefined }): boolean => claim === 'C7';
    const told = (ordinal: number) => ({ ...heard('task.started', 'C7'), subject: 'task/t7', ordinal });
    expect(live.readWhatChanged(queries, [told(3), told(4)])).toBe(false);
    expect(stale()).toEqual([false, false, true]);
    expect(newer.countNewer(0, isOfThis)).toBe(0);
    expect(live.readWhatChanged(queries, [told(5)])).toBe(true);
    expect(stale()).toEqual([true, true, true]);
    expect(newer.countNewer(0, isOfThis)).toBe(1);
  });

  test('is what is shown of an article: the article itself, the claims on it, and what they say of it', async () => {
    const [article, claims, claim] = [
      ['articles', 'a'],
      ['articles', 'a', 'claims'],
      ['claims', 'C1'],
    ] as const;
    const [other, others] = [
      ['articles', 'b'],
      ['articles', 'b', 'claims'],
    ] as const;
    const after = async (event: Parameters<typeof live.readWhatChanged>[1][0]) => {
      const queries = queriesOf.createQueries(() => undefined);
      for (const queryKey of [article, other]) await queries.query({ queryKey, queryFn: () => 'now' });
      await queries.query({ queryKey: claims, queryFn: () => [{ ref: 'C1' }] });
      await queries.query({ queryKey: others, queryFn: () => [{ ref: 'C2' }] });
      await queries.query({ queryKey: claim, queryFn: () => ({ ref: 'C1', article: { id: 'a' } }) });
      live.readWhatChanged(queries, [event]);
      return [article, claims, claim, other, others].map(
        (queryKey) => queries.getQueryState(queryKey)?.isInvalidated,
      );
    };
    const revised = { id: '1', type: 'article.revised', subject: 'article/a', claim: undefined } as const;
    expect(await after(revised)).toEqual([true, true, true, false, false]);
    expect(await after(heard('claim.rejected', 'C2'))).toEqual([false, false, false, false, true]);
    expect(await after(heard('claim.submitted', 'C9'))).toEqual([false, true, false, false, true]);
  });

  test('changes the counts of the board where a claim moved', async () => {
    expect(await after(heard('claim.accepted', 'C9'))).toMatchObject({ board: true });
    expect(await after(heard('task.taken', 'C9'))).toMatchObject({ board: false });
  });
});

test('rows stay where they are when somebody looks at the page again', () => {
  expect(queriesOf.stayingRows).toEqual({ refetchOnWindowFocus: false });
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

test('each list counts what could change it, from when it was asked for', () => {
  // What was heard before is older.
  const later = Date.now() + 60_000;
  noteNewer([{ type: 'task.assigned', claim: 'C1' }], later + 10);
  noteNewer(
    [
      { type: 'claim.returned', claim: 'C2' },
      // The same claim again is no other change.
      { type: 'claim.described', claim: 'C2' },
      { type: 'member.added', claim: undefined },
    ] as Parameters<typeof noteNewer>[0],
    later + 20,
  );
  const isOfTask = ({ type }: { type: string }): boolean => type.startsWith('task.');
  expect(countNewer(later, isOfTask)).toBe(1);
  expect(countNewer(later + 10, isOfTask)).toBe(1);
  expect(countNewer(later + 11, isOfTask)).toBe(0);
  expect(countNewer(later, isOfClaim)).toBe(2);
  expect(countNewer(later + 11, isOfClaim)).toBe(1);
});

test('my work counts what becomes of its tasks and what is given to me, and nothing else of the desk', () => {
  const concerns = changesMyTasks({ me: 'm', tasks: ['t1'], sent: new Set(['t0']), listsApprovals: false });
  expect(concerns({ type: 'task.released', subject: 'task/t1' })).toBe(true);
  expect(concerns({ type: 'task.assigned', subject: 'task/t2', assignee: 'm' })).toBe(true);
  expect(concerns({ type: 'task.assigned', subject: 'task/t2', assignee: 'another' })).toBe(false);
  // What I submitted here is followed in the bar.
  expect(concerns({ type: 'task.completed', subject: 'task/t0', assignee: 'm' })).toBe(false);
  expect(concerns({ type: 'claim.accepted', subject: 'claim/t1', assignee: 'm' })).toBe(false);
  const opened = { type: 'task.opened', subject: 'task/t3', stage: 'approval' } as const;
  expect(concerns(opened)).toBe(false);
  expect(changesMyTasks({ me: 'm', tasks: [], sent: new Set(), listsApprovals: true })(opened)).toBe(true);
});
