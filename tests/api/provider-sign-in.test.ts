/** Signing in with a browser at the identity provider: there and back, who comes in, and who is told why not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { readEnv } from '../../src/platform/config/env.js';
import { bodyOf } from '../support/desk.js';
import { createSigningKey, startIssuer, type Issuer, type SigningKey } from '../support/issuer.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let issuer: Issuer;
const home = 'http://127.0.0.1:4545';
let refused: string[];

beforeAll(async () => {
  issuer = await startIssuer();
  isnad = await createIsnad({
    seeded: true,
    oidc: readEnv({
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: issuer.client.id,
      OIDC_CLIENT_SECRET: issuer.client.secret,
    }).access.oidc,
    signInRefused: ({ reason }) => refused.push(reason),
  });
  await tie('checker', 'user-1');
});
afterAll(async () => {
  await isnad.close();
  await issuer.close();
});
beforeEach(() => {
  refused = [];
  issuer.signsIn = { sub: 'user-1', name: 'Somebody' };
});

async function tie(member: string, subject: string): Promise<void> {
  const identities = [{ issuer: issuer.url, subject }];
  bodyOf(await isnad.as('admin').patch(`/v1/members/${member}`, { identities }, { 'If-Match': '*' }));
}

/** A browser: it keeps cookies, and goes where it is sent. */
function openBrowser() {
  const cookies = new Map<string, string>();
  const keep = ({ headers }: Response): void => {
    for (const line of (headers as unknown as Record<string, string[]>)['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (line.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const Cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await isnad.stranger.get(path, { Host: new URL(home).host, Cookie, ...headers });
    keep(answer);
    return answer;
  };
  const start = async (to = '/desk/work'): Promise<string> => {
    const { status, headers } = await get(`/session/start?to=${encodeURIComponent(to)}`);
    expect(status).toBe(302);
    return String(headers['location']);
  };
  /** At the provider's page; where that sends the browser. */
  const signInThere = async (page: string): Promise<string> => {
    const answer = await fetch(page, { redirect: 'manual' });
    const back = new URL(String(answer.headers.get('location')));
    expect(back.origin).toBe(home);
    return `${back.pathname}${back.search}`;
  };
  return {
    cookies,
    get,
    start,
    signInThere,
    signIn: async (to?: string): Promise<Response> => get(await signInThere(await start(to))),
    refusal: async (language = 'en') =>
      (await get('/session/ways', { 'Accept-Language': language })).body as {
        provider: { issuer: string; name: string };
        refused: { code: string; detail: string; subject?: string; issuer?: string } | null;
      },
  };
}

describe('signing in at the provider', () => {
  it('ends where it began, with a session like any other', async () => {
    const browser = openBrowser();
    const answer = await browser.signIn('/desk/tasks/7?tab=facts');
    expect([answer.status, answer.headers['location']]).toEqual([302, '/desk/tasks/7?tab=facts']);
    expect([...browser.cookies.keys()]).toEqual(['__Host-isnad']);
    const session = await browser.get('/session');
    expect(session.body).toMatchObject({ member: { ref: 'checker', role: 'checker' } });
    expect(await browser.refusal()).toEqual({
      provider: { issuer: issuer.url, name: new URL(issuer.url).host },
      refused: null,
    });
  });

  it('sends the browser off with PKCE, a state and a nonce, and keeps what proves them out of reach of scripts', async () => {
    const browser = openBrowser();
    const answer = await browser.get('/session/start');
    const page = new URL(String(answer.headers['location']));
    expect(page.href).toContain(`${issuer.url}/authorize?`);
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: issuer.client.id,
      redirect_uri: `${home}/session/callback`,
      scope: 'openid profile',
    });
    const [kept = ''] = (answer.headers as unknown as Record<string, string[]>)['set-cookie'] ?? [];
    expect(kept).toMatch(
      /^__Host-isnad-sign-in=[\w-]+; Path=\/; HttpOnly; Secure; Max-Age=600; SameSite=Lax$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('goes to the address of the installation first, where the browser came by another name', async () => {
    const answer = await openBrowser().get('/session/start?to=/desk/work', { Host: 'localhost:4545' });
    expect(answer.headers['location']).toBe(`${home}/session/start?here=1&to=%2Fdesk%2Fwork`);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/desk/../v1/me',
    '/desk\\@elsewhere',
    '/deskother',
  ])('leads to no other place than the desk: %s', async (to) => {
    expect((await openBrowser().signIn(to)).headers['location']).toBe('/desk/');
  });

  it('needs TLS from another machine', async () => {
    const answer = await openBrowser().get('/session/start', { Host: 'news.example.org' });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'tls_needed']);
  });
});

describe('who is not let in', () => {
  const end = async (browser: ReturnType<typeof openBrowser>, answer: Response) => {
    expect([answer.status, answer.headers['location']]).toEqual([302, '/desk/work']);
    expect(browser.cookies.has('__Host-isnad')).toBe(false);
    return (await browser.refusal()).refused;
  };

  it('is told as a stranger who they are, for an admin', async () => {
    issuer.signsIn = { sub: 'a-stranger' };
    const browser = openBrowser();
    expect(await end(browser, await browser.signIn('/desk/work'))).toMatchObject({
      code: 'unknown_subject',
      issuer: issuer.url,
      subject: 'a-stranger',
    });
    expect((await browser.refusal('ar-EG,ar')).refused?.detail).toMatch(/المشرف/);
    expect(refused).toEqual(['no member is tied to it']);
  });

  it('is told that the provider did not let them in', async () => {
    issuer.signsIn = { sub: 'user-1', deny: true };
    const browser = openBrowser();
    expect(await end(browser, await browser.signIn('/desk/work'))).toMatchObject({ code: 'sign_in_denied' });
  });

  it('is told so where the member is not active any more', async () => {
    await tie('checker2', 'user-2');
    issuer.signsIn = { sub: 'user-2' };
    expect((await openBrowser().signIn()).headers['location']).toBe('/desk/work');
    bodyOf(await isnad.as('admin').patch('/v1/members/checker2', { active: false }, { 'If-Match': '*' }));
    const browser = openBrowser();
    expect(await end(browser, await browser.signIn('/desk/work'))).toMatchObject({ code: 'member_inactive' });
  });

  it.each([
    ['by another client', { aud: 'another' }],
    ['with the nonce of another sign-in', { nonce: 'another' }],
    ['by another issuer', { iss: 'https://id.example.org' }],
    ['that has run out', { iat: 1_000, exp: 1_300 }],
  ])('has an ID token %s', async (_what, claims) => {
    issuer.signsIn = { sub: 'user-1', ...claims };
    const browser = openBrowser();
    expect(await end(browser, await browser.signIn('/desk/work'))).toMatchObject({
      code: 'sign_in_not_valid',
    });
    expect(refused).toHaveLength(1);
  });

  it('has an ID token that another key has signed', async () => {
    const [own] = issuer.keys as [SigningKey];
    // It signs with a key of its own, and publishes the one that it had before.
    const { privateKey } = await createSigningKey('first');
    issuer.keys.splice(0, 1, { ...own, privateKey });
    const browser = openBrowser();
    expect(await end(browser, await browser.signIn('/desk/work'))).toMatchObject({
      code: 'sign_in_not_valid',
    });
    issuer.keys.splice(0, 1, own);
  });

  it('comes back in another browser, with the answer of somebody else, or a second time', async () => {
    const [mine, theirs] = [openBrowser(), openBrowser()];
    const back = await mine.signInThere(await mine.start());
    expect((await theirs.get(back)).headers['location']).toBe('/desk/');
    expect((await theirs.refusal()).refused?.code).toBe('sign_in_expired');
    // They have begun one of their own, and are sent an answer that somebody else has got.
    await theirs.start();
    expect(await end(theirs, await theirs.get(back))).toMatchObject({ code: 'sign_in_not_valid' });
    expect((await mine.get(back)).headers['location']).toBe('/desk/work');
    const again = openBrowser();
    for (const [name, value] of mine.cookies) again.cookies.set(name, value);
    expect((await again.get(back)).headers['location']).toBe('/desk/');
  });

  it('finds the provider out of reach, at either end', async () => {
    const browser = openBrowser();
    const back = await browser.signInThere(await browser.start('/desk/work'));
    issuer.stop();
    try {
      expect(await end(browser, await browser.get(back))).toMatchObject({
        code: 'identity_provider_unavailable',
      });
    } finally {
      issuer.start();
    }
  });
});

it('is not there where no provider is named', async () => {
  const plain = await createIsnad({ seeded: true });
  expect((await plain.stranger.get('/session/ways')).body).toEqual({ provider: null, refused: null });
  for (const path of ['/session/start', '/session/callback?code=x&state=y'])
    expect((await plain.stranger.get(path)).status).toBe(404);
  await plain.close();
});
