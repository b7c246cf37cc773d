import type { IssuerSettings } from '../config/env.js';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type FetchImplementation } from 'jose';
import { z } from 'zod';
import type { WarnThrottled } from '../throttled-warning.js';
import {
  callProvider,
  pauseMs,
  providerUnavailable,
  subjectName,
  timeoutMs,
  type Subject,
} from './call-provider.js';

/** Whose token this is, or why it is not one to be believed: for the operator, never for whoever sent it. */
export type VerifyToken = (token: string) => Promise<Subject | { refused: string }>;

/** Signatures by a private key only: with a shared secret, or none, everybody could be the issuer. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Those that say who signed in. Others of the same issuer (a logout, a proof) are signed by the same keys. */
const types: readonly unknown[] = [undefined, 'JWT', 'at+jwt', 'application/at+jwt'];
/** Seconds. A token that lives longer is not renewed when somebody leaves. */
const longestLife = 24 * 3_600;
/** Seconds by which clocks may differ. */
const tolerance = 10;

interface Tuning {
  warn: WarnThrottled;
  now?: () => number;
  /** How long its keys are believed, and how soon they may be asked for again for a key that is not among them. */
  cacheMs?: number;
  cooldownMs?: number;
}

export function createTokenVerifier(
  settings: IssuerSettings,
  { warn, now = Date.now, cacheMs = 600_000, cooldownMs = 15_000 }: Tuning,
): VerifyToken {
  const { issuer, audience, clients } = settings;
  let failedAt = -Infinity;
  const fetchKeys: FetchImplementation = async (_url, options) => {
    if (now() - failedAt < pauseMs) throw providerUnavailable();
    try {
      const url = settings.jwksUrl ?? (await findKeysOf(issuer, options.signal));
      return Response.json(jwks.parse(await fetchJson(url, url, options.signal)));
    } catch (error) {
      failedAt = now();
      warn(error, 'the keys of the identity provider cannot be fetched');
      throw providerUnavailable();
    }
  };
  // Where they are is found out by `fetchKeys`, each time anew.
  const keys = createRemoteJWKSet(new URL(issuer), {
    [customFetch]: fetchKeys,
    timeoutDuration: timeoutMs,
    cacheMaxAge: cacheMs,
    cooldownDuration: cooldownMs,
  });

  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        clockTolerance: tolerance,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      const { sub, iat, exp, aud, azp, name } = claims.parse(payload);
      if (!types.some((type) => sameType(type, protectedHeader.typ)))
        return { refused: 'the header says that it is for something else (typ)' };
      if (iat > now() / 1000 + tolerance) return { refused: 'it was issued in the future (iat)' };
      if (exp - iat > longestLife) return { refused: 'it lives longer than a day (iat to exp)' };
      if (azp === undefined && aud.length > 1)
        return { refused: 'it is made out to several and does not say to which client it was given (azp)' };
      if (azp !== undefined && !clients.includes(azp))
        return { refused: 'it was given to a client that OIDC_CLIENTS does not name (azp)' };
      return { issuer, subject: sub, ...(name !== undefined && { name }) };
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw providerUnavailable();
      // Anything else that is wrong with a token makes it no token.
      if (error instanceof errors.JOSEError) return { refused: `${error.code}: ${error.message}` };
      if (error instanceof z.ZodError) return { refused: z.prettifyError(error) };
      throw error;
    }
  };
}

/** Media types are compared without regard to case (RFC 2045). */
const sameType = (known: unknown, given: string | undefined): boolean =>
  typeof known === 'string' ? known.toLowerCase() === given?.toLowerCase() : given === undefined;

const claims = z.object({
  sub: z.string().min(1).max(255),
  iat: z.number(),
  exp: z.number(),
  aud: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  azp: z.string().optional(),
  name: subjectName,
});
const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** What the issuer says of itself is believed of its own origin only: a key from elsewhere could be anybody's. */
async function findKeysOf(issuer: string, signal: AbortSignal): Promise<string> {
  const said = metadata.parse(
    await fetchJson(issuer, `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, signal),
  );
  if (said.issuer !== issuer) throw new Error('it calls itself something else');
  if (new URL(said.jwks_uri).origin !== new URL(issuer).origin)
    throw new Error('its keys are at another origin: set OIDC_JWKS_URL if that is right');
  return said.jwks_uri;
}

async function fetchJson(issuer: string, url: string, signal: AbortSignal): Promise<unknown> {
  const { status, bytes } = await callProvider(issuer, url, {
    headers: { Accept: 'application/json' },
    signal,
  });
  if (status !== 200) throw new Error(`it answered ${String(status)}`);
  return JSON.parse(bytes.toString('utf8'));
}
