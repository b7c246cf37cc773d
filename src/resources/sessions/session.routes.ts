import type { Caller } from '../../domain/access/rules.js';
import { cookieOf, idleHours, longestDays, noCookie, sessionTokenIn } from '../../domain/access/session.js';
import { headerOf } from '../../platform/http/header.js';
import { created, ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import type { Me } from '../members/member.schema.js';
import type { ProviderService } from './provider.service.js';
import { newSession, session, signedOut } from './session.schema.js';
import type { SessionService } from './session.service.js';
import { uncached } from '../../platform/http/caching.js';

interface Deps {
  sessions: Pick<SessionService, 'digestOf' | 'start' | 'findEnd' | 'end'>;
  findSelf: (caller: Caller) => Promise<Me>;
  provider: Pick<ProviderService, 'findSignOut'>;
}

const operation = operationsTagged('Sessions');
const setCookie = { 'Set-Cookie': 'The cookie, which scripts cannot read and other sites cannot send along' };

export function sessionOperations({ sessions, findSelf, provider }: Deps): Operation[] {
  return [
    operation('POST /session', {
      id: 'createSession',
      summary: 'Sign in with a browser, by a key',
      description: `From then on the browser sends a cookie along, and needs no key; \`EventSource\` works with it, too. The session ends after ${String(idleHours)} hours without a request, after ${String(longestDays)} days, with the key, or when the member is set inactive. Over plain http it works on the machine itself only.`,
      permission: 'public',
      body: newSession,
      answers: { 201: { description: 'You are signed in', body: session, headers: setCookie } },
      problems: [
        'unauthenticated',
        'rate_limited',
        'sent_from_elsewhere',
        'tls_needed',
        'database_cannot_write',
      ],
      handle: async ({ body, request, authorizeKey }) => {
        const caller = await authorizeKey(body.key);
        const before = sessionTokenIn(headerOf(request, 'cookie'));
        const { token, endsAt } = await sessions.start(caller, before && sessions.digestOf(before));
        const member = await findSelf(caller);
        return created('/session', { member, endsAt }, { ...uncached, 'Set-Cookie': cookieOf(token) });
      },
    }),
    operation('GET /session', {
      id: 'getSession',
      summary: 'Who is signed in here',
      description:
        'What a page asks first. 401: nobody is signed in. There is no token against forged requests to be had: the browser says itself which page a write comes from.',
      permission: 'read',
      answers: { 200: { description: 'Who you are, and until when', body: session } },
      handle: async ({ caller }) =>
        ok({ member: await findSelf(caller), endsAt: await sessions.findEnd(caller) }, uncached),
    }),
    operation('DELETE /session', {
      id: 'deleteSession',
      summary: 'Sign out',
      description:
        'The cookie opens nothing any more, its streams end within a second; the key it was begun with goes on working. Who signed in at the identity provider is signed in there still, until the browser goes to `next`. With a key instead of a session nothing happens.',
      permission: 'read',
      answers: { 200: { description: 'You are signed out', body: signedOut, headers: setCookie } },
      handle: async ({ caller }) => {
        const next = (await sessions.end(caller)) ? await provider.findSignOut() : null;
        return ok({ next }, { ...uncached, 'Set-Cookie': noCookie });
      },
    }),
  ];
}
