/** One manner of moving everything that has a life cycle, and of saying where a move is made. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  startReview,
  startTask,
  takeTask,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

interface Moves {
  status: string;
  items: { event: string; to: string; allowed: boolean; why: string | null; at?: string }[];
}

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const list = async (person: Person, path: string): Promise<Moves> =>
  bodyOf(await isnad.as(person).get(`${path}/transitions`)) as Moves;
/** Event → where it is made, of those that are made elsewhere. */
const places = ({ items }: Moves) =>
  Object.fromEntries(items.flatMap(({ event, at }) => (at === undefined ? [] : [[event, at]])));
const briefly = (response: Response) => {
  const { code, at } = problemOf(response) as { code: string; at?: string };
  return [response.status, code, at];
};

describe('a decision on a verdict', () => {
  it('is listed with the claim and its place, and refused there with the place', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await proposeVerdict(isnad, claim);
    const at = `/v1/verdicts/${id}/transitions`;
    const listed = await list('editor', `/v1/claims/${claim}`);
    expect(places(listed)).toEqual({ approve: at, return: at, withdraw: at });
    for (const event of ['approve', 'return', 'withdraw'])
      expect(
        briefly(await move(isnad, 'editor', claim, { event, note: 'x', edition: 'y'.repeat(64) })),
      ).toEqual([409, 'decide_elsewhere', at]);
    expect((await list('editor', `/v1/claims/${claim}`)).status).toBe('in_approval');
  });

  it('is no move of a claim that has no verdict', async () => {
    const claim = await enterClaim(isnad);
    const refused = await move(isnad, 'editor', claim, { event: 'approve' });
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'illegal_move']);
  });

  it('is listed with the verdict for each who asks, as posting it then finds', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    await takeTask(isnad, claim, 'editor2');
    const path = `/v1/verdicts/${verdict.id}`;
    const chances = async (person: Person) =>
      (await list(person, path)).items.flatMap(({ event, allowed }) => (allowed ? [event] : []));
    expect(await chances('checker')).toEqual(['withdraw']);
    expect(await chances('checker2')).toEqual([]);
    expect(await chances('editor')).toEqual(['break_glass']);
    expect(await chances('editor2')).toEqual(['approve', 'return']);
    const { items } = await list('editor', path);
    expect(items[0]).toEqual({
      event: 'approve',
      to: 'published',
      allowed: false,
      why: 'Another editor holds the approval task: ask for its release or have it assigned to you.',
    });
    const glass = { reason: 'Tonight.', second: 'checker2' };
    for (const { event, allowed } of (await list('checker2', path)).items)
      expect([
        allowed,
        (
          await isnad.as('checker2').post(`${path}/transitions`, {
            event,
            ...(event !== 'confirm' && { note: 'x' }),
            ...(event === 'break_glass' && glass),
          })
        ).status,
      ]).toEqual([false, event === 'confirm' ? 409 : 403]);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    expect((await isnad.as('reader').get(`${path}/transitions`)).status).toBe(403);
    const none = '/v1/verdicts/00000000-0000-7000-8000-000000000000/transitions';
    expect((await isnad.as('editor').get(none)).status).toBe(404);
  });
});

it('a retraction is a move of the claim, and the published verdict says where', async () => {
  const claim = await enterClaim(isnad);
  const { id } = await publishVerdict(isnad, claim);
  const { id: claimId } = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}`)) as { id: string };
  const at = `/v1/claims/${claimId}/transitions`;
  const path = `/v1/verdicts/${id}`;
  expect(places(await list('editor', path))).toEqual({ retract: at });
  const command = { event: 'retract', reason: 'error' };
  expect(briefly(await isnad.as('editor').post(`${path}/transitions`, command))).toEqual([
    409,
    'decide_elsewhere',
    at,
  ]);
  bodyOf(await isnad.as('editor').post(at, command));
  expect(await list('editor', path)).toEqual({ status: 'retracted', items: [], next: null });
});

it('a submission is made on the verdict of the task, whether one looks at the task or at the claim', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim);
  const at = `/v1/tasks/${task.id}/verdict`;
  expect(places(await list('checker', `/v1/tasks/${task.id}`))).toEqual({ submit: at });
  expect(places(await list('checker', `/v1/claims/${claim}`))).toEqual({ record: at });
  expect(briefly(await moveTask(isnad, 'checker', task, { event: 'submit', findings: {} }))).toEqual([
    409,
    'decide_elsewhere',
    at,
  ]);
  expect(briefly(await move(isnad, 'checker', claim, { event: 'record' }))).toEqual([
    409,
    'decide_elsewhere',
    at,
  ]);
});

it('an approval offers no submission, and a task of an earlier round says how it ended', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  const approval = await startTask(isnad, claim, 'editor');
  const offered = await list('editor', `/v1/tasks/${approval.id}`);
  expect([offered.status, offered.items.map(({ event }) => event)]).toEqual([
    'in_progress',
    expect.not.arrayContaining(['submit']),
  ]);
  expect(briefly(await moveTask(isnad, 'editor', approval, { event: 'submit', findings: {} }))).toEqual([
    409,
    'illegal_move',
    undefined,
  ]);
  bodyOf(await decide(isnad, 'editor', verdict, 'return', { note: 'Name the second source.' }));
  await isnad.work();
  const earlier = `/v1/tasks/${String(verdict.task?.id)}`;
  const { status } = bodyOf(await isnad.as('editor').get(earlier)) as { status: string };
  expect(await list('editor', earlier)).toEqual({ status, items: [], next: null });
});

it('a verdict is withdrawn only as it was read, where its tag is sent', async () => {
  const { id } = await proposeVerdict(isnad, await enterClaim(isnad));
  const path = `/v1/verdicts/${id}`;
  const withdraw = (tag: string) =>
    isnad.as('checker').post(`${path}/transitions`, { event: 'withdraw' }, { 'If-Match': tag });
  const tag = String((await isnad.as('checker').get(path)).headers['etag']);
  const stale = await withdraw('"verdict-1-0"');
  expect([stale.status, problemOf(stale).code]).toEqual([412, 'stale']);
  expect(bodyOf(await withdraw(tag))).toMatchObject({ status: 'withdrawn' });
});

describe('a webhook', () => {
  const make = async () => {
    const made = await isnad.as('reader').post('/v1/webhooks', { url: 'https://93.184.215.14/hook' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return `/v1/webhooks/${(made.body as { id: string }).id}`;
  };

  it('is disabled and enabled, each once', async () => {
    const path = await make();
    const send = (event: string) => isnad.as('reader').post(`${path}/transitions`, { event });
    expect(await list('reader', path)).toMatchObject({
      status: 'enabled',
      items: [{ event: 'disable', to: 'disabled', allowed: true, why: null }],
    });
    expect(bodyOf(await send('disable'))).toMatchObject({
      status: 'disabled',
      disabled: { reason: 'asked' },
    });
    expect(problemOf(await send('disable')).code).toBe('illegal_move');
    expect((await list('reader', path)).items.map(({ event }) => event)).toEqual(['enable']);
    expect(bodyOf(await send('enable'))).toMatchObject({ status: 'enabled', disabled: null });
  });

  it('is moved by its owner, on the version that was read, by an event there is', async () => {
    const path = await make();
    const post = (person: Person, event: string, headers = {}) =>
      isnad.as(person).post(`${path}/transitions`, { event }, headers);
    expect((await isnad.stranger.get(`${path}/transitions`)).status).toBe(401);
    expect((await post('checker', 'disable')).status).toBe(404);
    expect((await post('reader', 'stop')).status).toBe(400);
    expect((await post('reader', 'disable', { 'If-Match': '"another"' })).status).toBe(412);
    bodyOf(await post('admin', 'disable'));
  });
});
