import { join } from 'node:path';
import { z } from 'zod';
import { roles, type Role } from '../../domain/access/rules.js';
import { readS3Settings, type S3Settings } from './s3-settings.js';
import { readAllowance, type Allowance } from '../../domain/access/allowance.js';
import type { Publisher } from '../../domain/edition/publisher.js';

/** Empty counts as not set, as in `REDIS_URL= npm start`. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const number = (fallback: number, { min, max }: { min: number; max: number }) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : value),
    z.coerce
      .number()
      .int(`must be a whole number from ${String(min)} to ${String(max)}`)
      .min(min)
      .max(max),
  );

/** Comma separated; what means nothing is named. */
const allowances = z
  .string()
  .default('')
  .transform((text, context) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .flatMap((part): Allowance[] => {
        const allowance = readAllowance(part);
        if (allowance) return [allowance];
        context.addIssue(`${part} is neither a range of addresses (10.0.0.0/8) nor host:port`);
        return [];
      }),
  );

/** `60000`, or with exceptions `60000,reader=120000`: a number for each role. */
const byRole = (fallback: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const [general, ...exceptions] = (text === undefined || text === '' ? String(fallback) : text).split(
        ',',
      );
      const given = exceptions.map((each) => /^\s*(\w+)\s*=\s*(\d{1,9})\s*$/.exec(each));
      const known = given.every((each) => (roles as readonly string[]).includes(each?.[1] ?? ''));
      if (!/^\s*\d{1,9}\s*$/.test(general ?? '') || !known) {
        context.addIssue('must be a number, with exceptions such as "60000,reader=120000" where wanted');
        return z.NEVER;
      }
      const own = new Map(given.map((each) => [each?.[1], Number(each?.[2])]));
      return Object.fromEntries(roles.map((role) => [role, own.get(role) ?? Number(general)])) as Record<
        Role,
        number
      >;
    });

/** What is sent to it is believed, so nobody must be able to stand in between. */
const issuerUrl = optional.refine(
  (text) =>
    text === undefined ||
    /^https:\/\/[^\s?#]+$|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/[^\s?#]*)?$/.test(text),
  'must be a URL that begins with https://',
);
const isHttpUrl = (value: string): boolean => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);

/** Every setting there is. `.env.example` shows the same names and defaults; a test compares them. */
export const settings = {
  PORT: {
    default: '4545',
    about: 'Where the API listens',
    schema: number(4545, { min: 0, max: 65_535 }),
  },
  HOST: {
    default: '127.0.0.1',
    about: 'The address it listens on; 0.0.0.0 in a container',
    schema: optional.transform((value) => value ?? '127.0.0.1'),
  },
  ISNAD_DIR: {
    default: '.isnad',
    about: 'Where `npm start` keeps its database and the first keys',
    schema: optional.transform((value) => value ?? '.isnad'),
  },
  DATABASE_URL: {
    default: '',
    about: 'PostgreSQL 15 or later; empty: an embedded one in ISNAD_DIR',
    schema: optional,
  },
  DATABASE_CONNECTIONS: {
    default: '10',
    about: 'Connections one process holds at most',
    schema: number(10, { min: 2, max: 500 }),
  },
  REDIS_URL: {
    default: '',
    about: 'Redis for the queue, with maxmemory-policy noeviction; empty: the queue lives in PostgreSQL',
    schema: optional,
  },
  WORKER_CONCURRENCY: {
    default: '10',
    about: 'Jobs one worker process works on at the same time',
    schema: number(10, { min: 1, max: 200 }),
  },
  OUTBOUND_ALLOW: {
    default: '',
    about:
      'Where webhooks and captures may call although it is not public: ranges and host:port, comma separated',
    schema: allowances,
  },
  IDEMPOTENCY_DAYS: {
    default: '7',
    about: 'How long a write that came with an Idempotency-Key is remembered',
    schema: number(7, { min: 1, max: 365 }),
  },
  RATE_LIMIT_READS: {
    default: '60000',
    about: 'Reads per minute and key; with exceptions by role: 60000,reader=120000; 0: no limit',
    schema: byRole(60_000),
  },
  RATE_LIMIT_WRITES: {
    default: '6000',
    about: 'Writes per minute and key, in the same form',
    schema: byRole(6_000),
  },
  RATE_LIMIT_FAILURES: {
    default: '120',
    about: 'Requests without a valid key per minute and address; 0: no limit',
    schema: number(120, { min: 0, max: 1_000_000 }),
  },
  TRUSTED_PROXIES: {
    default: '0',
    about:
      'How many proxies of yours stand before the API; so many addresses of X-Forwarded-For are believed',
    schema: number(0, { min: 0, max: 10 }),
  },
  KEY_USE_DAYS: {
    default: '90',
    about: 'How long it is kept when, and from which networks, keys were used',
    schema: number(90, { min: 1, max: 3_650 }),
  },
  OIDC_ISSUER: {
    default: '',
    about: 'Identity provider whose signed tokens are taken beside keys (OpenID Connect); empty: none',
    schema: issuerUrl,
  },
  OIDC_AUDIENCE: {
    default: '',
    about: 'What its tokens for us are made out to; needed with OIDC_ISSUER',
    schema: optional,
  },
  OIDC_JWKS_URL: {
    default: '',
    about: 'Where its public keys are; empty: where it says itself, if that is at its own origin',
    schema: issuerUrl,
  },
  OIDC_STRANGERS: {
    default: 'refuse',
    about:
      'Somebody whom it knows and no member is tied to: refuse, or reader to make them a member of that role',
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? 'refuse' : value),
      z.enum(['refuse', 'reader']),
    ),
  },
  CHECKPOINT_DIR: {
    default: '',
    about:
      'Where signed checkpoints and their key are kept, outside the database; empty: `checkpoints` in ISNAD_DIR',
    schema: optional,
  },
  EVIDENCE_DIR: {
    default: '',
    about: 'Where captured pages are kept; empty: the folder `evidence` in ISNAD_DIR',
    schema: optional,
  },
  EVIDENCE_MAX_BYTES: {
    default: '20971520',
    about: 'How large a captured page may be, in bytes',
    schema: number(20_971_520, { min: 1_024, max: 268_435_456 }),
  },
  EVIDENCE_S3_ENDPOINT: {
    default: '',
    about: 'An S3-compatible store for captured pages instead, such as https://s3.example.org',
    schema: optional.refine(
      (value) => value === undefined || /^https?:\/\/[^/?#@]+\/*$/.test(value),
      'must be http:// or https:// and a host',
    ),
  },
  EVIDENCE_S3_BUCKET: {
    default: '',
    about: 'Its bucket',
    schema: optional.refine(
      (value) => value === undefined || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value),
      'must be the name of a bucket',
    ),
  },
  EVIDENCE_S3_REGION: {
    default: 'us-east-1',
    about: 'Its region',
    schema: optional.transform((value) => value ?? 'us-east-1'),
  },
  EVIDENCE_S3_ACCESS_KEY_ID: {
    default: '',
    about: 'The key that may read and write there',
    schema: optional,
  },
  EVIDENCE_S3_SECRET_ACCESS_KEY: {
    default: '',
    about: 'Its secret',
    schema: optional,
  },
  PUBLISHER_NAME: {
    default: 'Unnamed fact-checking desk',
    about: 'Who publishes the verdicts, as ClaimReviews and feeds name them',
    schema: optional.transform((value) => value ?? 'Unnamed fact-checking desk'),
  },
  PUBLIC_URL: {
    default: '',
    about: 'Where the public reaches this API; empty: http://HOST:PORT',
    schema: optional.refine((value) => value === undefined || isHttpUrl(value), 'must be an http(s) address'),
  },
  REVIEW_URL: {
    default: '',
    about: "The page of a review, with {ref} and {language} in it; empty: the API's own ClaimReview",
    schema: optional.refine(
      (value) => value === undefined || (isHttpUrl(value) && value.includes('{ref}')),
      'must be an http(s) address with {ref} in it',
    ),
  },
  ISNAD_URL: {
    default: '',
    about: 'Where `isnad watch` finds the API; empty: at HOST and PORT',
    schema: optional,
  },
  ISNAD_KEY: {
    default: '',
    about: 'The key it reads with; empty: that of the reader in ISNAD_DIR/keys.json',
    schema: optional,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    default: '',
    about: 'Where spans are delivered to over OTLP/HTTP, such as http://127.0.0.1:4318; empty: none are made',
    schema: optional.refine((value) => value === undefined || isHttpUrl(value), 'must be an http(s) address'),
  },
  LOG_LEVEL: {
    default: 'info',
    about: 'fatal, error, warn, info, debug, trace or silent',
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? 'info' : value),
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    ),
  },
} as const;

const environment = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as {
    [Name in keyof typeof settings]: (typeof settings)[Name]['schema'];
  },
);

export interface Env {
  port: number;
  host: string;
  dir: string;
  /** Undefined: embedded. */
  databaseUrl: string | undefined;
  databaseConnections: number;
  redisUrl: string | undefined;
  /** What may be called although it is not public. */
  outboundAllow: Allowance[];
  checkpointDir: string;
  evidence: EvidenceSettings;
  publisher: Publisher;
  /** For commands that ask the API like anybody else. */
  client: { url: string; key: string | undefined };
  /** Where spans go; undefined: nothing is traced. */
  otlpEndpoint: string | undefined;
  logLevel: string;
  workers: { concurrency: number };
  access: AccessSettings;
}

export interface EvidenceSettings {
  /** Where captured pages are kept, unless an S3-compatible store is named. */
  dir: string;
  s3: S3Settings | undefined;
  /** Of a page; a larger one is not captured. */
  maxBytes: number;
}

/** Requests per minute and key, by role, for reads and writes; and failed sign-ins per minute and address. */
export interface RateLimits {
  reads: Readonly<Record<Role, number>>;
  writes: Readonly<Record<Role, number>>;
  failures: number;
}

export interface IssuerSettings {
  issuer: string;
  /** What tokens for us are made out to. */
  audience: string;
  /** Where its keys are, if not at its own origin. */
  jwksUrl?: string | undefined;
}

export interface AccessSettings {
  safeWriteDays: number;
  keyUseDays: number;
  limits: RateLimits;
  proxies: number;
  /** Undefined: keys only. */
  oidc: (IssuerSettings & { strangers: 'refuse' | 'reader' }) | undefined;
}

/** Reads the environment; throws one line that names every setting that is wrong. */
export function readEnv(given: NodeJS.ProcessEnv = process.env): Env {
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`The environment is not right. ${wrong.join('; ')}.`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dir: env.ISNAD_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    redisUrl: env.REDIS_URL,
    outboundAllow: env.OUTBOUND_ALLOW,
    checkpointDir: env.CHECKPOINT_DIR ?? join(env.ISNAD_DIR, 'checkpoints'),
    evidence: {
      dir: env.EVIDENCE_DIR ?? join(env.ISNAD_DIR, 'evidence'),
      maxBytes: env.EVIDENCE_MAX_BYTES,
      s3: readS3Settings(env),
    },
    publisher: publisherOf(env),
    client: { url: env.ISNAD_URL ?? ownUrl(env), key: env.ISNAD_KEY },
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    logLevel: env.LOG_LEVEL,
    workers: { concurrency: env.WORKER_CONCURRENCY },
    access: {
      safeWriteDays: env.IDEMPOTENCY_DAYS,
      keyUseDays: env.KEY_USE_DAYS,
      limits: {
        reads: env.RATE_LIMIT_READS,
        writes: env.RATE_LIMIT_WRITES,
        failures: env.RATE_LIMIT_FAILURES,
      },
      proxies: env.TRUSTED_PROXIES,
      oidc: oidcOf(env),
    },
  };
}

function oidcOf({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, ...env }: z.output<typeof environment>) {
  if (issuer === undefined) return undefined;
  // Without one, a token made out to any other service of Isnad would open this one.
  if (audience === undefined)
    throw new Error('The environment is not right. OIDC_AUDIENCE: is needed with OIDC_ISSUER.');
  return { issuer, audience, jwksUrl: env.OIDC_JWKS_URL, strangers: env.OIDC_STRANGERS };
}

function publisherOf({ PUBLISHER_NAME, PUBLIC_URL, REVIEW_URL, HOST, PORT }: z.output<typeof environment>) {
  const url = (PUBLIC_URL ?? `http://${HOST}:${String(PORT)}`).replace(/\/+$/, '');
  return {
    name: PUBLISHER_NAME,
    url,
    reviewUrl: REVIEW_URL ?? `${url}/v1/claims/{ref}/claimreview?language={language}`,
  };
}

/** Where this machine reaches an API of these settings. */
function ownUrl({ HOST, PORT }: z.output<typeof environment>): string {
  const everywhere = ['0.0.0.0', '::'].includes(HOST);
  const host = HOST.includes(':') ? `[${HOST}]` : HOST;
  return `http://${everywhere ? '127.0.0.1' : host}:${String(PORT)}`;
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
  return { ...env, databaseUrl: env.databaseUrl };
}
