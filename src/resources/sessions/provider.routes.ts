import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Caller } from '../../domain/access/rules.js';
import { refusalIn } from '../../domain/access/refusal-words.js';
import { cookieOf, sessionTokenIn } from '../../domain/access/session.js';
import {
  deskPath,
  forgetCookie,
  signInRefusals,
  refusedCookie,
  refusedIn,
  underWayCookie,
  underWayIn,
  type RefusedSignIn,
} from '../../domain/access/sign-in-under-way.js';
import { Failure } from '../../platform/errors.js';
import { headerOf } from '../../platform/http/header.js';
import { codeOf } from '../../platform/http/problem.js';
import { isFromAnotherSite } from '../../platform/http/own-page.js';
import { ok, operationsTagged, type Operation, type Reply } from '../../platform/http/route.js';
import { searchOf } from '../../platform/http/target.js';
import type { ProviderService } from './provider.service.js';
import type { SessionService } from './session.service.js';
import { uncached } from '../../platform/http/caching.js';

const operation = operationsTagged('Sessions');
const setCookie = {
  'Set-Cookie': 'What the browser keeps for the way there and back; scripts cannot read it',
};
const location = { Location: 'Where the browser goes on', ...setCookie };

const limited = {
  RateLimit: 'What is left of the limit that was counted against: of the address, or of the key',
  'RateLimit-Policy': 'That limit',
};

const redirect = (to: string, cookies: readonly string[]): Reply => ({
  status: 302,
  headers: { ...uncached, Location: to },
  cookies,
});

const signInWays = z
  .strictObject({
    provider: z
      .strictObject({
        issuer: z.url().describe('The identity provider'),
        name: z.string().describe('Its host, to call it by'),
        start: z
          .url()
          .describe('Where a browser goes to sign in there, with `to` as where at the desk to be afterwards'),
      })
      .nullable()
      .describe('null: one signs in with a key alone'),
    refused: z
      .strictObject({
        code: z.enum(signInRefusals),
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
  sessions: Pick<SessionService, 'digestOf' | 'start'>;
}

export function providerOperations({ provider, sessions }: Deps): Operation[] {
  return [
    operation('GET /session/ways', {
      id: 'getSignInWays',
      summary: 'How one can sign in with a browser here',
      description: 'What a page for signing in shows; and why the last attempt came to nothing.',
      permission: 'public',
      headers: { 'Accept-Language': 'ar or en: the language of `detail`' },
      answers: { 200: { description: 'The ways', body: signInWays } },
      handle: ({ request, language }) => {
        const refused = refusedIn(headerOf(request, 'cookie'));
        const shown = refused ? { ...refused, detail: refusalIn(language, refused.code) } : null;
        const headers = { ...uncached, Vary: 'Cookie, Accept-Language' };
        return Promise.resolve(ok({ provider: provider.way, refused: shown }, headers));
      },
    }),
    operation('GET /session/start', {
      id: 'startSignIn',
      summary: 'Sign in at the identity provider',
      description:
        'For a browser to go to, not for programs. OpenID Connect with PKCE; the browser comes back to `/session/callback`, and is at the desk again, signed in or told why not. Tokens of the provider never reach it. A link on a page of another site leads to the desk only, where one begins.',
      permission: 'public',
      query: z.strictObject({
        to: z.string().max(2_000).default('/desk/').describe('Where at the desk to be afterwards'),
      }),
      answers: { 302: { description: 'To the provider, or back to the desk', headers: location } },
      problems: ['path_not_found', 'rate_limited'],
      handle: async ({ query: { to }, request, limitPublic }) => {
        limitPublic();
        const place = fittingCookie(to);
        // From there no browser says which session it has: that one would live on beside the new one.
        if (isFromAnotherSite(request)) return redirect(place, []);
        const session = sessionTokenIn(headerOf(request, 'cookie'));
        try {
          const { url, underWay } = await provider.begin(place, session ? sessions.digestOf(session) : null);
          return redirect(url, [underWayCookie(underWay), forgetCookie('refused')]);
        } catch (error) {
          if (!(error instanceof Failure) || error.code !== 'identity_provider_unavailable') throw error;
          return redirect('/desk/', [refusedCookie({ code: 'identity_provider_unavailable' })]);
        }
      },
    }),
    operation('GET /session/callback', {
      id: 'finishSignIn',
      summary: 'Where the identity provider sends the browser back to',
      description: 'For the provider to name; the desk shows what became of it.',
      permission: 'public',
      query: z.looseObject({}),
      answers: { 302: { description: 'To the desk', headers: { ...location, ...limited } } },
      problems: ['path_not_found'],
      handle: ({ request, authorizeUnlessBlocked }) =>
        finishSignIn(request, authorizeUnlessBlocked, { provider, sessions }),
    }),
  ];
}

async function finishSignIn(
  request: IncomingMessage,
  authorizeUnlessBlocked: (identify: (address: string) => Promise<Caller | undefined>) => Promise<Caller>,
  { provider, sessions }: Deps,
): Promise<Reply> {
  const underWay = underWayIn(headerOf(request, 'cookie'));
  const to = underWay?.to ?? '/desk/';
  const known: { refused?: RefusedSignIn } = {};
  try {
    const caller = await authorizeUnlessBlocked(async (address) => {
      const found = await provider.finish(searchOf(request), underWay, address);
      if (!('code' in found)) return found;
      known.refused = found;
      return undefined;
    });
    const { token } = await sessions.start(caller, underWay?.before ?? undefined);
    return redirect(to, [cookieOf(token), forgetCookie('underWay'), forgetCookie('refused')]);
  } catch (error) {
    const refused = known.refused ?? refusalOf(error);
    if (!refused) throw error;
    return redirect(to, [refusedCookie(refused), forgetCookie('underWay')]);
  }
}

/** Somebody is looking at a browser: what can be said at the desk is said there. */
function refusalOf(error: unknown): RefusedSignIn | undefined {
  switch (codeOf(error)) {
    case 'identity_provider_unavailable':
      return { code: 'identity_provider_unavailable' };
    case 'rate_limited':
      return { code: 'too_many_attempts' };
    case 'database_unavailable':
    case 'database_cannot_write':
    case 'changed_meanwhile':
      return { code: 'desk_unavailable' };
    default:
      return undefined;
  }
}

/** What a cookie has room for, as it stands in there: of letters outside ASCII fewer than of others. */
const longestPlace = 2_010;
function fittingCookie(to: string): string {
  const path = deskPath(to);
  return JSON.stringify(path).length > longestPlace ? '/desk/' : path;
}
