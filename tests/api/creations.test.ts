/** Whoever makes something is told where it is, and finds there what they were given. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestIsnad } from '../support/test-runtime.js';
import { createBusyIsnad, operations, requests } from '../support/requests.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
});
afterAll(() => isnad.close());

/** Made by a worker: 201 only for those who wait for that (re-capture.test.ts, verdicts.test.ts). */
const madeLater: ReadonlySet<string> = new Set(['createCapture', 'submitVerdict']);

const creating = operations.filter(
  ({ id, method, answers }) => method === 'post' && answers[201] && !madeLater.has(id),
);

it.each(creating.map(({ id, shownOnce }) => [id, shownOnce] as const))(
  '%s answers 201 with where it is, and there it is',
  async (id, shownOnce) => {
    const prepared = await requests[id]?.(isnad);
    if (!prepared) throw new Error(`there is no request for ${id}`);
    const { by, path, body = {}, headers = {} } = prepared;
    const made = await isnad.as(by).post(path, body, headers);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const where = String(made.headers['location']);
    // What was made may be the way in itself.
    const [cookie] = ((made.headers as Record<string, unknown>)['set-cookie'] as string[] | undefined) ?? [];
    const found = await (cookie === undefined
      ? isnad.as(by).get(where)
      : isnad.stranger.get(where, { Cookie: cookie.split(';')[0] ?? '' }));
    expect(found.status, JSON.stringify(found.body)).toBe(200);
    const shown = without(told[id] ?? [], made.body as Record<string, unknown>);
    if (shownOnce) expect(found.body).toMatchObject(shown);
    else expect(found.body).toEqual(shown);
  },
);

/** What the answer says of other things, once. */
const told: Readonly<Record<string, readonly string[]>> = {
  createKey: ['key'],
  rotateKey: ['key'],
  createWebhook: ['secret'],
  rotateWebhookSecret: ['secret'],
  createClaim: ['twins'],
  createArticleVersion: ['quotes'],
};

const without = (names: readonly string[], body: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

it('every operation that is called create… answers so, but for many at once, what workers do and what another person confirms', () => {
  const others = operations.filter(
    ({ id }) => id.startsWith('create') && !creating.some((one) => one.id === id),
  );
  expect(others.map(({ id }) => id)).toEqual([
    'createClaims',
    'createCapture',
    'createErasure',
    'createWebhookReplay',
  ]);
});
