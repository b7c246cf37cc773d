import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type * as Once from '../../../web/src/api/once.js';
import type * as Tasks from '../../../web/src/api/tasks.js';

type Answer = 'lost' | { status: number; body: object };
const answers: Answer[] = [];
const asked: { path: string; key: string | null }[] = [];

let once: typeof Once;
let tasks: typeof Tasks;
beforeAll(async () => {
  vi.resetModules();
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  vi.stubGlobal('fetch', (url: URL | string, { headers }: RequestInit = {}) => {
    asked.push({ path: new URL(url).pathname, key: new Headers(headers).get('Idempotency-Key') });
    const answer = answers.shift();
    if (answer === undefined || answer === 'lost') return Promise.reject(new TypeError('fetch failed'));
    return Promise.resolve(Response.json(answer.body, { status: answer.status }));
  });
  once = await import('../../../web/src/api/once.js');
  tasks = await import('../../../web/src/api/tasks.js');
});
afterAll(() => {
  vi.unstubAllGlobals();
});
beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
});

const lost: Answer[] = ['lost', 'lost', 'lost'];
const keys = (path: string): number =>
  new Set(asked.filter((one) => one.path === path).map(({ key }) => key)).size;

test('what was sent and not answered goes under its key again; another text, or one that was answered, does not', async () => {
  const given: string[] = [];
  const send = once.onceAnswered();
  const fail = (error: Error) => (key: string) => {
    given.push(key);
    return Promise.reject(error);
  };
  const take = (key: string) => Promise.resolve(given.push(key));
  await expect(send('a', fail(new TypeError('fetch failed')))).rejects.toThrow();
  await send('a', take);
  await send('a', take);
  await expect(send('b', fail(new TypeError('fetch failed')))).rejects.toThrow();
  await send('c', take);
  const [first, again, after, other, last] = given;
  expect(again).toBe(first);
  expect(new Set([first, after, other, last]).size).toBe(4);
});

test('what was refused is asked anew: the fault may have been mended elsewhere', async () => {
  const { Refusal } = await import('../../../client/client.js');
  const given: string[] = [];
  const send = once.onceAnswered();
  for (const status of [503, 422, 422])
    await send('a', (key) => {
      given.push(key);
      const problem = { type: 'about:blank', title: 'No', status, detail: 'No.' };
      return Promise.reject(new Refusal(problem as never, { status, headers: new Headers() }));
    }).catch(() => undefined);
  const [first, second, third] = given;
  expect(second).toBe(first);
  expect(third).not.toBe(second);
});

test('the next task is taken once, although answers were lost', async () => {
  const next = tasks.beginNext();
  const task = { id: 't1', status: 'assigned' };
  answers.push(...lost);
  await expect(next()).rejects.toThrow();
  answers.push({ status: 200, body: task }, ...lost);
  await expect(next()).rejects.toThrow();
  answers.push({ status: 200, body: { ...task, status: 'in_progress' } });
  expect(await next()).toMatchObject({ id: 't1', status: 'in_progress' });
  expect(keys('/v1/tasks/next')).toBe(1);
  expect(keys('/v1/tasks/t1/transitions')).toBe(1);
  answers.push({ status: 200, body: { id: 't2', status: 'in_progress' } });
  expect(await next()).toMatchObject({ id: 't2' });
  expect(keys('/v1/tasks/next')).toBe(2);
});

test('a task that is named is taken and begun once, although answers were lost', async () => {
  const begin = tasks.beginTask('t3');
  answers.push(...lost);
  await expect(begin()).rejects.toThrow();
  answers.push({ status: 200, body: { id: 't3', status: 'assigned' } }, ...lost);
  await expect(begin()).rejects.toThrow();
  answers.push({ status: 200, body: { id: 't3', status: 'in_progress' } });
  expect(await begin()).toMatchObject({ id: 't3' });
  // One key for taking it, one for beginning it.
  expect(keys('/v1/tasks/t3/transitions')).toBe(2);
});
