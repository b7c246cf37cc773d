import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Session from '../../../web/src/session/session.js';

/** Whose cookie the browser has; undefined: nobody's. */
let cookie: string | undefined;
let asked: string[] = [];
let visible: () => void;
let reachable = true;

/** A tab of the browser: the module with what it holds. */
async function openTab(): Promise<{ session: typeof Session; told: string[]; end: () => void }> {
  vi.resetModules();
  const session = await import('../../../web/src/session/session.js');
  const told: string[] = [];
  await session.readSession();
  const end = session.followSession({
    onAnother: () => told.push('another'),
    onBack: () => told.push('back'),
  });
  tabs.push(end);
  return { session, told, end };
}
const tabs: (() => void)[] = [];
const settled = (check: () => void) => vi.waitFor(check);

beforeEach(() => {
  [cookie, asked, reachable] = ['one', [], true];
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
    if (name === 'DELETE /session') cookie = undefined;
    if (name === 'POST /session') cookie = (JSON.parse(body as string) as { key: string }).key;
    const member = { id: cookie, name: cookie };
    if (name === 'POST /session')
      return Promise.resolve(Response.json({ member, endsAt: null }, { status: 201 }));
    if (name === 'DELETE /session') return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.resolve(
      cookie === undefined ? Response.json({ status: 401 }, { status: 401 }) : Response.json(member),
    );
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
