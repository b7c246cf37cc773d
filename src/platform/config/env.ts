import { join } from 'node:path';
import { z } from 'zod';
import type { Publisher } from '../../domain/publishing/publisher.js';
import { defaults } from './defaults.js';
import { readS3Settings } from './s3-settings.js';
import { settings } from './settings.js';
import { isSecureOrigin } from '../../domain/access/secure-origin.js';

const environment = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as {
    [Name in keyof typeof settings]: (typeof settings)[Name]['schema'];
  },
);

export type Env = ReturnType<typeof readEnv>;
export type SigningSettings = Env['signing'];
export type EvidenceSettings = Env['evidence'];
export type AccessSettings = Env['access'];
/** Requests per minute: of a key, by role, for reads and writes; of an address, for failed sign-ins and for what needs no key. */
export type RateLimits = AccessSettings['limits'];

export interface IssuerSettings {
  issuer: string;
  /** What tokens for us are made out to. */
  audience: string;
  /** Who may have asked for them on behalf of whoever signs in. */
  clients: readonly string[];
  /** Where its keys are, if not at its own origin. */
  jwksUrl?: string | undefined;
}

/** Where one signs in with a browser. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
}

/** The newsroom's identity provider: whose tokens are taken, where a browser is sent to sign in, or both. */
export interface OidcSettings {
  issuer: string;
  tokens: IssuerSettings | undefined;
  browsers: ProviderSettings | undefined;
  strangers: 'refuse' | 'reader';
}

/** Reads the environment; throws one line that names every setting that is wrong. */
export function readEnv(given: NodeJS.ProcessEnv = process.env) {
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`Invalid environment: ${wrong.join('; ')}.`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    /** Pages of which other origins may call the API from a browser. */
    origins: env.CORS_ORIGINS,
    drainMs: env.DRAIN_SECONDS * 1_000,
    dir: env.ISNAD_DIR,
    /** Undefined: embedded. */
    databaseUrl: env.DATABASE_URL,
    /** As the role that owns the tables; undefined: not given, or embedded. */
    databaseOwnerUrl: ownerUrlOf(env),
    databaseConnections: env.DATABASE_CONNECTIONS,
    redisUrl: env.REDIS_URL,
    secretsKeyFile: env.SECRETS_KEY_FILE,
    /** What may be called although it is not public. */
    allow: { webhooks: env.WEBHOOK_ALLOW, captures: env.CAPTURE_ALLOW },
    checkpointDir: checkpointDirOf(env),
    /** For whom the database works: as named, and `PUBLIC_URL` as set. */
    installation: { instance: env.INSTANCE_ID, publicUrl: env.PUBLIC_URL },
    signing: {
      keysDir: env.CHECKPOINT_KEYS_DIR ?? join(checkpointDirOf(env), 'keys'),
      signCommand: env.SIGN_COMMAND,
      tsaUrl: env.TSA_URL,
      sendUrl: env.CHECKPOINT_SEND_URL,
    },
    publicReading: env.PUBLIC_READING !== 'off',
    evidence: {
      dir: env.EVIDENCE_DIR ?? join(env.ISNAD_DIR, 'evidence'),
      maxBytes: env.EVIDENCE_MAX_BYTES,
      s3: readS3Settings(env),
    },
    publisher: publisherOf(env),
    /** What is published is published without, as long as these are not set. */
    unsetForPublic: unsetForPublic(env),
    /** For commands that ask the API like anybody else. */
    client: { url: env.ISNAD_URL, key: env.ISNAD_KEY },
    /** Where spans go; undefined: nothing is traced. */
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: env.LOG_LEVEL,
    workers: { concurrency: env.WORKER_CONCURRENCY },
    access: {
      safeWriteDays: env.IDEMPOTENCY_DAYS,
      keyUseDays: env.KEY_USE_DAYS,
      streamsPerKey: env.STREAMS_PER_KEY,
      limits: {
        reads: env.RATE_LIMIT_READS,
        writes: env.RATE_LIMIT_WRITES,
        failures: env.RATE_LIMIT_FAILURES,
        publicReads: env.RATE_LIMIT_PUBLIC,
      },
      proxies: env.TRUSTED_PROXIES,
      oidc: oidcOf(env),
    },
  };
}

function ownerUrlOf({ DATABASE_OWNER_URL: owner, DATABASE_URL: url }: z.output<typeof environment>) {
  // Otherwise a command that was meant for a database of one's own would take the embedded one.
  if (owner !== undefined && url === undefined)
    throw new Error('Invalid environment: DATABASE_OWNER_URL: needs DATABASE_URL beside it.');
  return owner;
}

const checkpointDirOf = (env: z.output<typeof environment>): string =>
  env.CHECKPOINT_DIR ?? join(env.ISNAD_DIR, 'checkpoints');

function oidcOf({ OIDC_ISSUER: issuer, ...env }: z.output<typeof environment>): OidcSettings | undefined {
  const { OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined) {
    const others = [audience, clientId, clientSecret, env.OIDC_JWKS_URL, ...env.OIDC_CLIENTS];
    if (others.every((one) => one === undefined)) return undefined;
    throw new Error('Invalid environment: OIDC_ISSUER: is needed with the other settings of OIDC.');
  }
  // Without one, a token made out to any other service of theirs would open this one.
  if (audience === undefined && clientId === undefined)
    throw new Error('Invalid environment: OIDC_AUDIENCE or OIDC_CLIENT_ID: is needed with OIDC_ISSUER.');
  if (audience === undefined && (env.OIDC_JWKS_URL !== undefined || env.OIDC_CLIENTS.length > 0))
    throw new Error('Invalid environment: OIDC_AUDIENCE: is needed with OIDC_JWKS_URL and OIDC_CLIENTS.');
  // Browsers are sent back there, and keep a session of what came by TLS or from their own machine alone.
  if (clientId !== undefined && (env.PUBLIC_URL === undefined || !isSecureOrigin(env.PUBLIC_URL)))
    throw new Error('Invalid environment: PUBLIC_URL: has to begin with https:// with OIDC_CLIENT_ID.');
  if (clientSecret !== undefined && clientId === undefined)
    throw new Error('Invalid environment: OIDC_CLIENT_ID: is needed with OIDC_CLIENT_SECRET.');
  return {
    issuer,
    tokens:
      audience === undefined
        ? undefined
        : {
            issuer,
            audience,
            clients: env.OIDC_CLIENTS.length > 0 ? env.OIDC_CLIENTS : [audience],
            jwksUrl: env.OIDC_JWKS_URL,
          },
    browsers: clientId === undefined ? undefined : { issuer, clientId, clientSecret },
    strangers: env.OIDC_STRANGERS,
  };
}

function publisherOf(env: z.output<typeof environment>): Publisher {
  const url = env.PUBLIC_URL ?? new URL(urlOnThisMachine({ host: env.HOST, port: env.PORT })).origin;
  const own =
    env.PUBLIC_READING === 'off'
      ? '/v1/claims/{ref}/claimreview?language={language}'
      : '/{language}/claims/{ref}';
  return {
    name: env.PUBLISHER_NAME,
    url,
    reviewUrl: env.REVIEW_URL ?? `${url}${own}`,
    contact: env.PUBLISHER_CONTACT,
  };
}

const unsetForPublic = ({
  PUBLISHER_NAME,
  PUBLISHER_CONTACT,
  PUBLIC_URL,
}: z.output<typeof environment>): string[] => [
  ...(PUBLISHER_NAME === defaults.publisherName ? ['PUBLISHER_NAME'] : []),
  ...(PUBLIC_URL === undefined ? ['PUBLIC_URL'] : []),
  ...(PUBLISHER_CONTACT === undefined ? ['PUBLISHER_CONTACT'] : []),
];

/** Where this machine reaches what listens there. */
export function urlOnThisMachine({ host, port }: Pick<Env, 'host' | 'port'>): string {
  const everywhere = ['0.0.0.0', '::'].includes(host);
  const shown = host.includes(':') ? `[${host}]` : host;
  return `http://${everywhere ? '127.0.0.1' : shown}:${String(port)}`;
}

/** Whether a terminal is to be written to line by line: it cannot do more, or somebody wants it so. */
export const isPlainTerminal = ({ NO_COLOR, TERM }: NodeJS.ProcessEnv = process.env): boolean =>
  (NO_COLOR ?? '') !== '' || TERM === 'dumb';

/** The environment of a child process: ours, with changes. */
export const environmentWith = (changes: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...changes,
});

/** For processes that stand on a database of their own kind: only `npm start` brings one along. */
export function requireDatabase(env: Env): Env & { databaseUrl: string } {
  if (env.databaseUrl === undefined) {
    throw new Error('DATABASE_URL is not set. Set it, or use "npm start", which brings a database along.');
  }
  requireInstance(env);
  return { ...env, databaseUrl: env.databaseUrl };
}

/** Without a name of its own an installation may call nobody: no page would be captured, and no verdict that cites one recorded. */
export function requireInstance({ databaseUrl, installation }: Env): void {
  if (databaseUrl === undefined || installation.instance !== undefined) return;
  throw new Error(
    'INSTANCE_ID is not set, which is needed with DATABASE_URL: any name for this installation, the same for each of its processes.',
  );
}
