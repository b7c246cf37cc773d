/** Signing in with a browser at the identity provider: there and back, who comes in, and who is told why not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { createApp } from '../../src/app.js';
import { createIdentityProvider } from '../../src/platform/auth/identity-provider.js';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
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
      PUBLIC_URL: home,
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
    // From the provider's page a browser sends along what is not strict.
    const fromElsewhere = path.startsWith('/session/callback');
    const Cookie = [...cookies]
      .filter(([name]) => !fromElsewhere || name === '__Host-isnad-sign-in')
      .map((pair) => pair.join('='))
      .join('; ');
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
      provider: { issuer: issuer.url, name: new URL(issuer.url).host, start: `${home}/session/start` },
      refused: null,
    });
  });

  it('ends where it began after a long search in Arabic', async () => {
    const search = encodeURIComponent('ادعاءات عن الحرب ').repeat(25);
    const to = `/desk/claims?q=${search}`.slice(0, 1_999);
    const answer = await openBrowser().signIn(to);
    expect([answer.status, answer.headers['location']]).toEqual([302, to]);
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

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/desk/../v1/me',
    '/desk/%2e%2e/v1/me',
    '/deskother',
  ])('leads to no other place than the desk: %s', async (to) => {
    expect((await openBrowser().signIn(to)).headers['location']).toBe('/desk/');
  });

  it.each(['\\', 'و'])(
    'ends where it began, or at the desk where the way there is too long to keep: %s',
    async (letter) => {
      const to = `/desk/claims?q=${letter.repeat(1_900)}`;
      const answer = await openBrowser().signIn(to);
      expect([answer.status, answer.headers['location']]).toEqual([302, '/desk/']);
      expect(answer.headers['set-cookie']).toContainEqual(expect.stringContaining('__Host-isnad='));
    },
  );

  it('begins at the desk, and not by a link on a page of another site, which no browser sends its session from', async () => {
    const elsewhere = { 'Sec-Fetch-Site': 'cross-site' };
    const answer = await openBrowser().get('/session/start?to=/desk/work', elsewhere);
    expect([answer.status, answer.headers['location']]).toEqual([302, '/desk/work']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('ends the session that the browser had before', async () => {
    const browser = openBrowser();
    await browser.signIn();
    const before = browser.cookies.get('__Host-isnad') ?? '';
    await browser.signIn();
    expect(browser.cookies.get('__Host-isnad')).not.toBe(before);
    const old = await isnad.stranger.get('/session', { Cookie: `__Host-isnad=${before}` });
    expect(old.status).toBe(401);
  });
});

describe('signing out', () => {
  const signOut = async (cookie: string) => {
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await isnad.stranger.delete('/session', headers);
    return { status: answer.status, next: (answer.body as { next: string | null }).next };
  };

  it('leads on to the provider, where the browser would be let in again without a question', async () => {
    const browser = openBrowser();
    await browser.signIn();
    const { status, next } = await signOut(`__Host-isnad=${browser.cookies.get('__Host-isnad') ?? ''}`);
    expect(status).toBe(200);
    const page = new URL(next ?? '');
    expect(`${page.origin}${page.pathname}`).toBe(`${issuer.url}/logout`);
    expect(Object.fromEntries(page.searchParams)).toEqual({
      realm: 'desk',
      client_id: issuer.client.id,
      post_logout_redirect_uri: `${home}/desk/`,
    });
    expect((await browser.get('/session')).status).toBe(401);
  });

  it('leads nowhere for who signed in with a key', async () => {
    const key = isnad.keys.editor;
    const started = await isnad.stranger.post(
      '/session',
      { key },
      { 'Sec-Fetch-Site': 'same-origin', Host: '127.0.0.1' },
    );
    const [cookie = ''] = (started.headers as unknown as Record<string, string[]>)['set-cookie'] ?? [];
    expect(await signOut(cookie.split(';')[0] ?? '')).toEqual({ status: 200, next: null });
  });

  it('leads nowhere where the provider has no place for it, or is away', async () => {
    for (const isAway of [false, true]) {
      const other = await startIssuer();
      other.signsOut = false;
      if (isAway) other.stop();
      const settings = { issuer: other.url, clientId: 'isnad', clientSecret: undefined };
      expect(await createIdentityProvider(settings, () => undefined).findSignOut(home)).toBeNull();
      await other.close();
    }
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
    const kept = mine.cookies.get('__Host-isnad-sign-in') ?? '';
    expect((await mine.get(back)).headers['location']).toBe('/desk/work');
    const again = openBrowser();
    again.cookies.set('__Host-isnad-sign-in', kept);
    expect(await end(again, await again.get(back))).toMatchObject({ code: 'sign_in_not_valid' });
  });

  it('finds the provider out of reach on the way back', async () => {
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

describe('a provider that cannot be asked', () => {
  const knowing = async (url: string) =>
    createIsnad({
      oidc: readEnv({ OIDC_ISSUER: url, OIDC_CLIENT_ID: 'isnad', PUBLIC_URL: home }).access.oidc,
    });
  const startAt = async ({ stranger }: TestIsnad) => {
    const answer = await stranger.get('/session/start');
    const [cookie = ''] = (answer.headers as unknown as Record<string, string[]>)['set-cookie'] ?? [];
    const ways = await stranger.get('/session/ways', { Cookie: cookie.split(';')[0] ?? '' });
    const { refused: told } = ways.body as { refused: { code: string } | null };
    return [answer.status, answer.headers['location'], told?.code];
  };

  it('is said to be so at the desk', async () => {
    const lonely = await knowing('http://127.0.0.1:9');
    expect(await startAt(lonely)).toEqual([302, '/desk/', 'identity_provider_unavailable']);
    await lonely.close();
  });

  it('is one that calls itself something else: its tenants are not ours', async () => {
    const other = await startIssuer();
    other.instead = (_request, response) => {
      const issuedBy = 'https://login.example.org/{tenantid}/v2.0';
      const said = {
        issuer: issuedBy,
        authorization_endpoint: `${other.url}/a`,
        token_endpoint: `${other.url}/t`,
      };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ ...said, jwks_uri: `${other.url}/keys` }));
    };
    const tricked = await knowing(other.url);
    expect(await startAt(tricked)).toEqual([302, '/desk/', 'identity_provider_unavailable']);
    await tricked.close();
    await other.close();
  });
});

it('is not tried for an address from which too many attempts came to nothing', async () => {
  const app = createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    rates: createRates({
      limits: { ...readEnv({}).access.limits, failures: 2 },
      store: { exchange: () => Promise.resolve([]) },
      warn: () => undefined,
    }),
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
  });
  const forged = { state: 's', nonce: 'n', verifier: 'v'.repeat(43), to: '/desk/' };
  const Cookie = `__Host-isnad-sign-in=${Buffer.from(JSON.stringify(forged)).toString('base64url')}`;
  for (let times = 0; times < 6; times++)
    expect((await apiOf(app).stranger.get('/session/callback?code=x&state=s', { Cookie })).status).toBe(302);
  // The provider was asked for the first two alone.
  expect(refused).toHaveLength(2);
});

it('is not there where no provider is named', async () => {
  const plain = await createIsnad({ seeded: true });
  expect((await plain.stranger.get('/session/ways')).body).toEqual({ provider: null, refused: null });
  for (const path of ['/session/start', '/session/callback?code=x&state=y'])
    expect((await plain.stranger.get(path)).status).toBe(404);
  await plain.close();
});
