import { z } from 'zod';
import { refusalIn } from '../../domain/access/refusal-words.js';
import { cookieOf, sessionTokenIn } from '../../domain/access/session.js';
import {
  forgetCookie,
  refusals,
  refusedCookie,
  refusedIn,
  underWayCookie,
  underWayIn,
  type RefusedSignIn,
} from '../../domain/access/sign-in-under-way.js';
import { Failure } from '../../platform/errors.js';
import { headerOf } from '../../platform/http/header.js';
import { ok, operation, type Operation, type Reply } from '../../platform/http/route.js';
import type { ProviderService } from './provider.service.js';
import type { SessionService } from './session.service.js';

const tag = 'Sessions';
const uncached = { 'Cache-Control': 'no-store' };
const setCookie = {
  'Set-Cookie': 'What the browser keeps for the way there and back; scripts cannot read it',
};
const location = { Location: 'Where the browser goes on', ...setCookie };

const redirect = (to: string, cookies: readonly string[]): Reply => ({
  status: 302,
  headers: { ...uncached, Location: to },
  cookies,
});

const signInWays = z
  .strictObject({
    provider: z
      .strictObject({
        issuer: z.url().describe('The identity provider; `GET /session/start` goes there'),
        name: z.string().describe('Its host, to call it by'),
      })
      .nullable()
      .describe('null: one signs in with a key alone'),
    refused: z
      .strictObject({
        code: z.enum(refusals),
        detail: z.string().describe('What happened and what to do, in the language asked for'),
        issuer: z.string().optional(),
        subject: z.string().optional().describe('Who you are there: for an admin, to tie to your member'),
      })
      .nullable()
      .describe('Why the last attempt in this browser, at most five minutes ago, came to nothing'),
  })
  .meta({ id: 'SignInWays' });

interface Deps {
  provider: ProviderService;
  sessions: Pick<SessionService, 'start'>;
}

export function providerOperations({ provider, sessions }: Deps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/session/ways',
      id: 'getSignInWays',
      tag,
      summary: 'How one can sign in with a browser here',
      description: 'What a page for signing in shows; and why the last attempt came to nothing.',
      permission: 'public',
      headers: { 'Accept-Language': 'ar or en: the language of `detail`' },
      answers: { 200: { description: 'The ways', body: signInWays } },
      handle: ({ request, language }) => {
        const { issuer } = provider;
        const refused = refusedIn(headerOf(request, 'cookie'));
        return Promise.resolve(
          ok(
            {
              provider: issuer === undefined ? null : { issuer, name: new URL(issuer).host },
              refused: refused ? { ...refused, detail: refusalIn(language, refused.code) } : null,
            },
            { ...uncached, Vary: 'Cookie, Accept-Language' },
          ),
        );
      },
    }),
    operation({
      method: 'get',
      path: '/session/start',
      id: 'startSignIn',
      tag,
      summary: 'Sign in at the identity provider',
      description:
        'For a browser to go to, not for programs. OpenID Connect with PKCE; the browser comes back to `/session/callback`, and is at the desk again, signed in or told why not. Tokens of the provider never reach it.',
      permission: 'public',
      query: z.strictObject({
        to: z.string().max(500).default('/desk/').describe('Where at the desk to be afterwards'),
        here: z.literal('1').optional().describe('This is the address of the installation'),
      }),
      answers: { 302: { description: 'To the provider, or back to the desk', headers: location } },
      problems: ['path_not_found', 'tls_needed'],
      handle: async ({ query: { to, here }, request, refusePlainWay }) => {
        if (provider.issuer === undefined) return redirect((await provider.begin(to)).url, []);
        refusePlainWay();
        // By another name of this machine, the cookie would not come back with the browser.
        if (here === undefined && headerOf(request, 'host') !== provider.host)
          return redirect(`${provider.home}/session/start?here=1&to=${encodeURIComponent(to)}`, []);
        try {
          const { url, underWay } = await provider.begin(to);
          return redirect(url, [underWayCookie(underWay), forgetCookie('refused')]);
        } catch (error) {
          if (!(error instanceof Failure) || error.code !== 'identity_provider_unavailable') throw error;
          return redirect('/desk/', [refusedCookie({ code: 'identity_provider_unavailable' })]);
        }
      },
    }),
    operation({
      method: 'get',
      path: '/session/callback',
      id: 'finishSignIn',
      tag,
      summary: 'Where the identity provider sends the browser back to',
      description: 'For the provider to name; the desk shows what became of it.',
      permission: 'public',
      query: z.looseObject({}),
      answers: { 302: { description: 'To the desk', headers: location } },
      problems: ['path_not_found', 'rate_limited'],
      handle: async ({ request, admitBy }) => {
        const cookies = headerOf(request, 'cookie');
        const underWay = underWayIn(cookies);
        const query = /\?.*/s.exec(request.url ?? '')?.[0] ?? '';
        const known: { refused?: RefusedSignIn } = {};
        try {
          const caller = await admitBy(async (address) => {
            const found = await provider.finish(query, underWay, address);
            if (!('code' in found)) return found;
            known.refused = found;
            return undefined;
          });
          const { token } = await sessions.start(caller, sessionTokenIn(cookies));
          return redirect(underWay?.to ?? '/desk/', [
            cookieOf(token),
            forgetCookie('underWay'),
            forgetCookie('refused'),
          ]);
        } catch (error) {
          if (!known.refused || !(error instanceof Failure) || error.kind !== 'unauthenticated') throw error;
          return redirect(underWay?.to ?? '/desk/', [refusedCookie(known.refused), forgetCookie('underWay')]);
        }
      },
    }),
  ];
}
