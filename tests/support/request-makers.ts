/** How the requests of requests.ts are prepared: each on something of its own. */
import { expect } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion, type Headers } from './api.js';
import { bodyOf, enterClaim, move, proposeVerdict, publishVerdict, startReview } from './desk.js';
import { addEvidence, listCaptures, type Capture } from './evidence.js';
import type { TestIsnad, Person } from './test-runtime.js';

export interface Prepared {
  /** Who may send it. Where what it is about belongs to somebody, they are whom it belongs to. */
  by: Person;
  path: string;
  body?: object;
  headers?: Headers;
  /** The answer has no end; asked for its head only, it has. */
  endless?: true;
}

let count = 0;
export const fresh = (prefix: string): string => `${prefix}-${String(++count)}`;

export const ofClaim =
  (rest: string, body?: object, headers?: Headers) =>
  async (isnad: TestIsnad): Promise<Prepared> => ({
    by: 'checker',
    path: `/v1/claims/${await enterClaim(isnad)}${rest}`,
    ...(body && { body }),
    ...(headers && { headers }),
  });
/** Reads what was just made of a claim. */
export const made =
  (rest: string, body: object) =>
  async (isnad: TestIsnad): Promise<Prepared> => {
    const response = await isnad.as('checker').post(`/v1/claims/${await enterClaim(isnad)}${rest}`, body);
    expect(response.status, JSON.stringify(response.body)).toBe(201);
    return { by: 'reader', path: String(response.headers['location']) };
  };
/** A contact that was just recorded, and may be withdrawn. */
export const ofContact =
  (rest: string, body?: object) =>
  async (isnad: TestIsnad): Promise<Prepared> => {
    const asked = { label: 'The press office', outcome: 'asked', date: '2024-06-18' };
    const { path } = await made('/contacts', asked)(isnad);
    return { by: 'checker', path: `${path}${rest}`, ...(body && { body }) };
  };
export const reading =
  (path: string, by: Person = 'reader') =>
  (): Promise<Prepared> =>
    Promise.resolve({ by, path });
export const writing =
  (by: Person, path: string, body: () => object, headers?: Headers) => (): Promise<Prepared> =>
    Promise.resolve({ by, path, body: body(), ...(headers && { headers }) });

/** On a task that `checker` holds and has begun. */
export const ofTask =
  (rest: string, body?: object, headers?: Headers) =>
  async (isnad: TestIsnad): Promise<Prepared> => ({
    by: 'checker',
    path: `/v1/tasks/${(await startReview(isnad, await enterClaim(isnad))).id}${rest}`,
    ...(body && { body }),
    ...(headers && { headers }),
  });
/** Its ref. */
export async function publishedClaim(isnad: TestIsnad): Promise<string> {
  const claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  return claim;
}

/** The path of a notice that `editor` has written about a retraction. */
export async function waitingNotice(isnad: TestIsnad): Promise<string> {
  const claim = await publishedClaim(isnad);
  const note = 'A caption was taken for a quote.';
  bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error', note }));
  const path = `/v1/claims/${claim}/editions`;
  const { items } = bodyOf(await isnad.as('editor').get(path)) as { items: { digest: string }[] };
  return `${path}/${items.at(-1)?.digest ?? ''}`;
}

/** On a verdict by `checker` that awaits approval. */
export const ofVerdict =
  (by: Person, rest: string, body?: object, headers?: Headers) => async (isnad: TestIsnad) => ({
    by,
    path: `/v1/verdicts/${(await proposeVerdict(isnad, await enterClaim(isnad))).id}${rest}`,
    ...(body && { body }),
    ...(headers && { headers }),
  });

export const instrument = 's-res-1718-2006';
export const provision = 's-res-1718-2006.8b';
export const text = (): string => `The text of ${fresh('article')}.`;
export const ratings = [
  { slug: 'true', labels: { en: 'True' }, polarity: 'supports', value: 5, worst: 1, best: 5 },
  { slug: 'false', labels: { en: 'False' }, polarity: 'refutes', value: 1, worst: 1, best: 5 },
  { slug: 'unproven', labels: { en: 'Unproven' }, polarity: 'neutral' },
];
export const member = () => ({ ref: fresh('member'), kind: 'person', name: 'Somebody', role: 'reader' });
export async function createMember(isnad: TestIsnad): Promise<string> {
  const made = await isnad.as('admin').post('/v1/members', member());
  expect(made.status).toBe(201);
  return (made.body as { ref: string }).ref;
}
export async function createKey(isnad: TestIsnad): Promise<string> {
  const made = await isnad.as('admin').post(`/v1/members/${await createMember(isnad)}/keys`, { name: 'x' });
  expect(made.status).toBe(201);
  return (made.body as { id: string }).id;
}

/** Asked for by `admin`, while there was another to confirm it. */
export const ofPrivilegedChange = (rest: string, body?: object) => async (isnad: TestIsnad) => {
  const { members } = isnad.services;
  const [second, reader] = [fresh('second-admin'), fresh('member')];
  for (const [ref, role] of [
    [second, 'admin'],
    [reader, 'reader'],
  ] as const)
    await members.ensure({ ref, kind: 'person', name: ref, role, languages: [], topics: [] }, operator);
  const asked = await isnad.as('admin').patch(`/v1/members/${reader}`, { role: 'checker' });
  expect(asked.status).toBe(202);
  await members.change(second, { active: false }, operator, () => undefined);
  const path = `${String(asked.headers['location'])}${rest}`;
  return { by: 'admin' as const, path, ...(body && { body }) };
};

/** Asked for by `admin`; an editor can confirm it. */
export const ofErasure = (rest: string, body?: object) => async (isnad: TestIsnad) => {
  const target = { kind: 'claim', id: await enterClaim(isnad) };
  const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
  expect(asked.status).toBe(202);
  const path = `${String(asked.headers['location'])}${rest}`;
  return { by: 'editor' as const, path, headers: anyVersion, ...(body && { body }) };
};

/** Evidence that has been captured. */
export async function captureSomething(isnad: TestIsnad): Promise<Capture> {
  const { id } = await addEvidence(isnad, await enterClaim(isnad), pageThere);
  await isnad.work();
  const [capture] = await listCaptures(isnad, id);
  if (!capture) throw new Error('nothing came of it');
  return capture;
}
export const ofCapture = (by: Person, rest: string) => async (isnad: TestIsnad) => ({
  by,
  path: `/v1/captures/${(await captureSomething(isnad)).id}${rest}`,
});

export const hook = () => ({ url: pageThere, types: ['scale.published'] });
/** A webhook of `checker`; those before it make room, because a member has only so many. */
export async function createWebhook(isnad: TestIsnad): Promise<{ id: string; progress: { cursor: string } }> {
  const { items } = bodyOf(await isnad.as('checker').get('/v1/webhooks?limit=200')) as {
    items: { id: string }[];
  };
  for (const { id } of items)
    expect((await isnad.as('checker').delete(`/v1/webhooks/${id}`)).status).toBe(204);
  const made = await isnad.as('checker').post('/v1/webhooks', hook());
  expect(made.status).toBe(201);
  return made.body as { id: string; progress: { cursor: string } };
}
export const ofWebhook =
  (rest = '', body?: object) =>
  async (isnad: TestIsnad): Promise<Prepared> => ({
    by: 'checker',
    path: `/v1/webhooks/${(await createWebhook(isnad)).id}${rest}`,
    ...(body && { body }),
  });

/** A page that may be called, once there is one. */
let pageThere = '';
export const setPageThere = (url: string): void => {
  pageThere = url;
};
