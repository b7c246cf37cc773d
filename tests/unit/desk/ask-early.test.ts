import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const asked: string[] = [];
let status = 200;
beforeEach(() => {
  vi.resetModules();
  asked.length = 0;
  vi.stubGlobal('location', { origin: 'http://desk.test', pathname: '/desk/work' });
  vi.stubGlobal('navigator', { languages: ['ar'] });
  vi.stubGlobal('localStorage', { getItem: (name: string) => (name === 'isnad-member' ? 'checker' : null) });
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(Response.json({ items: [] }, { status }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const openDesk = async () => {
  await import('../../../web/src/early/ask-early.js');
  const [{ api, noteSignIn }, { myWork }] = await Promise.all([
    import('../../../web/src/api/api.js'),
    import('../../../web/src/early/my-work.js'),
  ]);
  return { noteSignIn, read: () => api.ask('GET /v1/tasks', myWork('checker')) };
};

test('who is here and their work are asked for before the desk runs, and once', async () => {
  status = 200;
  const { read } = await openDesk();
  expect(asked.map((url) => new URL(url).pathname)).toEqual(['/v1/me', '/v1/tasks']);
  expect((await read()).status).toBe(200);
  expect(asked.length).toBe(2);
  await read();
  expect(asked.length).toBe(3);
});

test('an answer to nobody is asked for again by who has signed in since', async () => {
  status = 401;
  const { read, noteSignIn } = await openDesk();
  status = 200;
  noteSignIn();
  expect((await read()).status).toBe(200);
  expect(asked.length).toBe(3);
});

test('nobody’s work is asked for where another screen is opened', async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test', pathname: '/desk/claims/C1' });
  await openDesk();
  expect(asked.map((url) => new URL(url).pathname)).toEqual(['/v1/me']);
});

test('a device on which nothing more can be written does not stop the screen that keeps whose work it was', async () => {
  const full = (): never => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: full });
  const { keepMember } = await import('../../../web/src/early/my-work.js');
  expect(() => {
    keepMember('checker');
  }).not.toThrow();
});
