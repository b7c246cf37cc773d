import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Session from '../../../web/src/session/session.js';

/** Whose cookie the browser has; undefined: nobody's. */
let cookie: string | undefined;
let asked: string[] = [];
let visible: () => void;
let reachable = true;
/** What the API says instead of doing it. */
let refused: number | undefined;
/** Answers that are held back; each goes out as it was when it was asked for. */
let held: (() => void)[] | undefined;

/** A tab of the browser: the module with what it holds. */
async function openTab(): Promise<{ session: typeof Session; told: string[]; end: () => void }> {
  vi.resetModules();
  const session = await import('../../../web/src/session/session.js');
  const told: string[] = [];
  const end = await session.beginSession({
    onAnother: () => told.push('another'),
    onBack: () => told.push('back'),
  });
  tabs.push(end);
  return { session, told, end };
}
const tabs: (() => void)[] = [];
const settled = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

beforeEach(() => {
  [cookie, asked, reachable, refused, held] = ['one', [], true, undefined, undefined];
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  vi.stubGlobal('document', {
    visibilityState: 'visible',
    addEventListener: (_name: string, listener: () => void) => (visible = listener),
    removeEventListener: () => undefined,
  });
  vi.stubGlobal('fetch', (url: URL | string, { method = 'GET', body }: RequestInit = {}) => {
    const name = `${method} ${new URL(url).pathname}`;
    asked.push(name);
    if (!reachable) return Promise.reject(new TypeError('no network'));
    if (refused !== undefined && method !== 'GET')
      return Promise.resolve(Response.json({ status: refused, detail: 'No.' }, { status: refused }));
    if (name === 'DELETE /session') cookie = undefined;
    if (name === 'POST /session') cookie = (JSON.parse(body as string) as { key: string }).key;
    const member = { id: cookie, name: cookie };
    if (name === 'POST /session')
      return Promise.resolve(Response.json({ member, endsAt: null }, { status: 201 }));
    if (name === 'DELETE /session') return Promise.resolve(Response.json({ next: null }));
    const answer =
      cookie === undefined ? Response.json({ status: 401 }, { status: 401 }) : Response.json(member);
    if (!held) return Promise.resolve(answer);
    return new Promise<Response>((resolve) => {
      held?.push(() => {
        resolve(answer);
      });
    });
  });
});
afterEach(() => {
  for (const end of tabs.splice(0)) end();
  vi.unstubAllGlobals();
});

test('a tab knows at once that somebody else signed in, and shows and sends nothing of the first', async () => {
  const [first, other] = [await openTab(), await openTab()];
  expect(first.session.isHere('one')).toBe(true);
  await other.session.signIn('two', () => undefined);
  await settled(() => {
    expect(first.session.isHere('two')).toBe(true);
  });
  expect(first.session.isHere('one')).toBe(false);
  expect(first.told).toEqual(['another']);
  // Their own sign-in in the same tab is not somebody else.
  expect(other.told).toEqual([]);
});

test('who signed out in one tab is gone from the others', async () => {
  const [first, other] = [await openTab(), await openTab()];
  await other.session.signOut();
  await settled(() => {
    expect(first.told).toEqual(['another']);
  });
  expect(first.session.isHere('one')).toBe(false);
});

test('whose session had ended goes on where they were once they signed in elsewhere', async () => {
  const [first, other] = [await openTab(), await openTab()];
  first.session.noteSignedOut();
  await other.session.signIn('one', () => undefined);
  await settled(() => {
    expect(first.told).toEqual(['back']);
  });
  expect(first.session.isHere('one')).toBe(true);
});

test('a tab that is looked at again asks whose cookie it is', async () => {
  const { session, told } = await openTab();
  cookie = 'two';
  visible();
  await settled(() => {
    expect(session.isHere('two')).toBe(true);
  });
  expect(told).toEqual(['another']);
});

test('what is unsent is sent before signing out; what the desk does not take keeps them here until they say so again', async () => {
  const { session } = await openTab();
  const order: string[] = [];
  let isTaken = true;
  const end = session.sendBeforeSignOut(() => {
    order.push(asked.includes('DELETE /session') ? 'too late' : 'in time');
    return Promise.resolve(isTaken);
  });
  isTaken = false;
  await expect(session.signOut()).rejects.toBeInstanceOf(session.WordsUnsent);
  expect(cookie).toBe('one');
  expect(session.isHere('one')).toBe(true);
  isTaken = true;
  await session.signOut();
  expect(order).toEqual(['in time', 'in time']);
  expect(cookie).toBeUndefined();
  end();
});

test('who could not be signed out is still here', async () => {
  const { session } = await openTab();
  reachable = false;
  await expect(session.signOut({ anyway: true })).rejects.toThrow();
  expect(session.isHere('one')).toBe(true);
});

test.each([403, 429, 500, 503])(
  'whose cookie may still work is not said to be signed out: %s',
  async (status) => {
    const { session } = await openTab();
    refused = status;
    await expect(session.signOut({ anyway: true })).rejects.toMatchObject({ status });
    expect(session.isHere('one')).toBe(true);
    refused = 401;
    await session.signOut({ anyway: true });
    expect(session.isHere('one')).toBe(false);
  },
);

test('the tabs that were open know who came back from the provider', async () => {
  const first = await openTab();
  cookie = 'two';
  await openTab();
  await settled(() => {
    expect(first.session.isHere('two')).toBe(true);
  });
  expect(first.told).toEqual(['another']);
});

test('an answer by the cookie before does not end the session of whoever has just signed in', async () => {
  const { session } = await openTab();
  const { api } = await import('../../../web/src/api/api.js');
  session.noteSignedOut();
  cookie = undefined;
  held = [];
  const early = api.ask('GET /v1/me');
  await session.signIn('one', () => undefined);
  const [answer] = held;
  held = undefined;
  answer?.();
  expect((await early).status).toBe(200);
});

test('nothing is asked about a draft while nobody is signed in, and it goes on once they are', async () => {
  const { session } = await openTab();
  const { draftApi } = await import('../../../web/src/drafts/draft-api.js');
  const draft = draftApi('t');
  session.noteSignedOut();
  const before = asked.length;
  expect(await draft.read()).toEqual({ outcome: 'later' });
  expect(await draft.save({}, '"1"')).toEqual({ outcome: 'later' });
  expect(asked.length).toBe(before);
  await session.signIn('one', () => undefined);
  expect(await draft.read()).toMatchObject({ outcome: 'found' });
});

test('what another tab has not sent yet is sent before signing out in this one', async () => {
  const [first, other] = [await openTab(), await openTab()];
  let isTaken = false;
  const end = other.session.sendBeforeSignOut(() => Promise.resolve(isTaken));
  await expect(first.session.signOut()).rejects.toBeInstanceOf(first.session.WordsUnsent);
  expect(cookie).toBe('one');
  isTaken = true;
  await first.session.signOut();
  expect(cookie).toBeUndefined();
  end();
});

test('what is left on the device of screens that are closed is sent last, and keeps them here where it cannot be', async () => {
  const { session } = await openTab();
  const order: string[] = [];
  const end = session.sendBeforeSignOut(() => Promise.resolve(order.push('open') > 0));
  const sendLeft = (isSent: boolean) => () => {
    order.push('left');
    return isSent ? Promise.resolve(true) : Promise.reject(new Error('no chunk'));
  };
  await expect(session.signOut({ sendLeft: sendLeft(false) })).rejects.toBeInstanceOf(session.WordsUnsent);
  await session.signOut({ sendLeft: sendLeft(true) });
  expect(order).toEqual(['open', 'left', 'open', 'left']);
  end();
});

test('what was read goes in the same turn as who is here, before the way in asks for anything', async () => {
  const { session } = await openTab();
  await expect.poll(() => session.isHere('one')).toBe(true);
  const gone: boolean[] = [];
  await session.signOut({ onGone: () => gone.push(session.isHere('one')) });
  expect(gone).toEqual([false]);
});
