/** Signing in at the newsroom's identity provider with a browser: OpenID Connect, code flow with PKCE, on the server. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type CustomFetch,
} from 'openid-client';
import type { ProviderSettings } from '../config/env.js';
import { CallFailure } from '../outbound/failure.js';
import { createOutbound, type Outbound } from '../outbound/outbound.js';
import type { SignInUnderWay } from '../../domain/access/sign-in-under-way.js';
import type { Subject } from './token-verifier.js';
import { Failure } from '../errors.js';
import type { WarnThrottled } from '../throttled-warning.js';

/** What the browser keeps until it comes back, so that nobody else's answer is taken for its own. */
export type Checks = Pick<SignInUnderWay, 'state' | 'nonce' | 'verifier'>;

/** Why nobody has signed in: they were not let in there, or the answer is not one to be believed. */
export interface Refused {
  refused: 'sign_in_denied' | 'sign_in_not_valid';
  /** For the operator. */
  reason: string;
}

export interface IdentityProvider {
  issuer: string;
  /** Where the browser is sent; throws `busy` while the provider cannot be reached. */
  begin: (back: string) => Promise<{ url: string; checks: Checks }>;
  /** Who came back, by the address that they came back to. */
  finish: (answer: URL, checks: Checks) => Promise<Subject | Refused>;
}

const scope = 'openid profile';
const timeoutMs = 5_000;
const cacheMs = 600_000;

export function createIdentityProvider(
  settings: ProviderSettings,
  { warn, now = Date.now }: { warn: WarnThrottled; now?: () => number },
): IdentityProvider {
  const { issuer, clientId, clientSecret } = settings;
  let known: { configuration: Promise<Configuration>; readAt: number } | undefined;

  const discover = async (): Promise<Configuration> => {
    const authentication = clientSecret === undefined ? None() : ClientSecretPost(clientSecret);
    const found = await discovery(new URL(issuer), clientId, undefined, authentication, {
      [customFetch]: fetchFrom(issuer),
      timeout: timeoutMs / 1000,
      // The setting allows http on the machine itself alone.
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    });
    enableNonRepudiationChecks(found);
    return found;
  };
  const configured = async (): Promise<Configuration> => {
    if (!known || now() - known.readAt > cacheMs) known = { configuration: discover(), readAt: now() };
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      throw unreachable(error);
    }
  };
  const unreachable = (error: unknown): Failure => {
    warn(error, 'the identity provider cannot be asked');
    return new Failure(
      'busy',
      'The identity provider cannot be asked at the moment. Try again shortly, or use a key.',
      { code: 'identity_provider_unavailable', retryAfter: 5 },
    );
  };

  return {
    issuer,

    async begin(back) {
      const configuration = await configured();
      const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        response_type: 'code',
        scope,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, checks };
    },

    async finish(answer, { state, nonce, verifier }) {
      const configuration = await configured();
      try {
        const tokens = await authorizationCodeGrant(configuration, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const said = tokens.claims();
        if (!said) return { refused: 'sign_in_not_valid', reason: 'there is no ID token' };
        const name = typeof said['name'] === 'string' ? said['name'].trim().slice(0, 200) : '';
        return { issuer, subject: said.sub, ...(name !== '' && { name }) };
      } catch (error) {
        if (error instanceof AuthorizationResponseError)
          return { refused: 'sign_in_denied', reason: `the provider answered ${error.error}` };
        if (error instanceof ResponseBodyError)
          return { refused: 'sign_in_not_valid', reason: `the code was refused: ${error.error}` };
        if (!isNoAnswer(error) && error instanceof ClientError)
          return { refused: 'sign_in_not_valid', reason: `${String(error.code)}: ${error.message}` };
        throw unreachable(error);
      }
    },
  };
}

/** A network that fails, and a provider that is out of order, say nothing about who signs in. */
const isNoAnswer = (error: unknown): boolean =>
  error instanceof ClientError &&
  (error.cause instanceof CallFailure ||
    ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(
      error.code ?? '',
    ));

const limits = {
  connectMs: timeoutMs,
  answerMs: timeoutMs,
  wholeMs: timeoutMs,
  bytes: 1_000_000,
  bytesPerSecond: 100,
};

/** A provider named in the settings may stand inside the network: its host is called, and public ones that it names. */
function fetchFrom(issuer: string): CustomFetch {
  const { hostname, port, protocol } = new URL(issuer);
  const host = { host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
  const outbound: Outbound = createOutbound({ allow: [host] });
  return async (url, { method, headers, body, signal }) => {
    const answer = await outbound.call({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      ...(body instanceof URLSearchParams && { body: Buffer.from(body.toString()) }),
      limits,
      ...(signal && { signal }),
    });
    const type = answer.headers['content-type'];
    return new Response(new Uint8Array(answer.bytes), {
      status: answer.status,
      headers: typeof type === 'string' ? { 'Content-Type': type } : {},
    });
  };
}
