import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type * as Once from '../../../web/src/api/once.js';

let once: typeof Once;
beforeAll(async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  once = await import('../../../web/src/api/once.js');
});
afterAll(() => {
  vi.unstubAllGlobals();
});

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
