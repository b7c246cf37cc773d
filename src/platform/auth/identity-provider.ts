/** Signing in at the newsroom's identity provider with a browser: OpenID Connect, code flow with PKCE, on the server. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import type { SignInUnderWay } from '../../domain/access/sign-in-under-way.js';
import type { ProviderSettings } from '../config/env.js';
import { CallFailure } from '../outbound/failure.js';
import type { WarnThrottled } from '../throttled-warning.js';
import {
  callProvider,
  pauseMs,
  providerUnavailable,
  subjectName,
  timeoutMs,
  type Subject,
} from './call-provider.js';

/** What the browser keeps until it comes back, so that nobody else's answer is taken for its own. */
type Checks = Pick<SignInUnderWay, 'state' | 'nonce' | 'verifier'>;

/** Why nobody has signed in: they were not let in there, or the answer is not one to be believed. */
interface Refused {
  refused: 'sign_in_denied' | 'sign_in_not_valid';
  /** For the operator. */
  reason: string;
}

export interface IdentityProvider {
  issuer: string;
  /** Where the browser is sent; throws `identity_provider_unavailable`. */
  begin: (back: string) => Promise<{ url: string; checks: Checks }>;
  /** Who came back, by the address that they came back to. */
  finish: (answer: URL, checks: Checks) => Promise<Subject | Refused>;
  /** Where the browser signs out there (RP-initiated logout), to come back to `back`; null where it cannot. */
  findSignOut: (back: string) => Promise<string | null>;
}

const scope = 'openid profile';
const cacheMs = 600_000;

export function createIdentityProvider(
  { issuer, clientId, clientSecret }: ProviderSettings,
  warn: WarnThrottled,
): IdentityProvider {
  let known: { configuration: Configuration; readAt: number } | undefined;
  let reading: Promise<Configuration> | undefined;
  let failedAt = -Infinity;

  const discover = async (): Promise<Configuration> => {
    const found = await discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
      [customFetch]: fetchFrom(issuer),
      timeout: timeoutMs / 1000,
      // The setting allows http on the machine itself alone.
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    });
    // The library lets providers with many tenants call themselves something else; then each of them would be ours.
    const said = found.serverMetadata().issuer;
    if (said !== issuer) throw new Error(`it calls itself ${said}: OIDC_ISSUER has to be that`);
    enableNonRepudiationChecks(found);
    return found;
  };

  /** What was good goes on while it cannot be read anew. */
  const configured = async (): Promise<Configuration> => {
    const now = performance.now();
    if (known && now - known.readAt < cacheMs) return known.configuration;
    if (!reading && now - failedAt < pauseMs) {
      if (known) return known.configuration;
      throw providerUnavailable();
    }
    reading ??= discover().finally(() => {
      reading = undefined;
    });
    try {
      const configuration = await reading;
      known = { configuration, readAt: performance.now() };
      return configuration;
    } catch (error) {
      failedAt = performance.now();
      warn(error, 'the identity provider cannot be asked');
      if (known) return known.configuration;
      throw providerUnavailable();
    }
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

    async findSignOut(back) {
      try {
        const configuration = await configured();
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        // By our name alone: the ID token, which would name who it was, is kept nowhere.
        return buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href;
      } catch (error) {
        warn(error, 'nobody can sign out at the identity provider');
        return null;
      }
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
        const name = subjectName.parse(said['name']);
        return { issuer, subject: said.sub, ...(name !== undefined && { name }) };
      } catch (error) {
        if (error instanceof AuthorizationResponseError)
          return { refused: 'sign_in_denied', reason: `the provider answered ${error.error}` };
        if (error instanceof ResponseBodyError)
          return { refused: 'sign_in_not_valid', reason: `the provider refused the code: ${error.error}` };
        if (!isNoAnswer(error) && error instanceof ClientError)
          return { refused: 'sign_in_not_valid', reason: `${String(error.code)}: ${error.message}` };
        warn(error, 'the identity provider cannot be asked');
        throw providerUnavailable();
      }
    },
  };
}

/** In the way that the provider takes: in the body, or in a header. */
const authentication =
  (secret: string | undefined): ClientAuth =>
  (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const inBody = ways.includes('client_secret_post');
    const way = secret === undefined ? None() : inBody ? ClientSecretPost(secret) : ClientSecretBasic(secret);
    way(server, client, body, headers);
  };

/** A network that fails, and a provider that is out of order, say nothing about who signs in. */
const isNoAnswer = (error: unknown): boolean =>
  error instanceof ClientError &&
  (error.cause instanceof CallFailure ||
    ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(
      error.code ?? '',
    ));

const fetchFrom =
  (issuer: string): CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    const answer = await callProvider(issuer, url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body instanceof URLSearchParams && { body: Buffer.from(body.toString()) }),
      signal,
    });
    const type = answer.headers['content-type'];
    return new Response(new Uint8Array(answer.bytes), {
      status: answer.status,
      headers: typeof type === 'string' ? { 'Content-Type': type } : {},
    });
  };
