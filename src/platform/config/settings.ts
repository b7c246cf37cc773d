/** Every setting there is, declared once: its type, `.env.example` and `isnad help settings` are made from this table. */
import { isIP } from 'node:net';
import { defaults } from './defaults.js';
import {
  addressForm,
  allowances,
  byRole,
  checked,
  isFolder,
  isOneLine,
  names,
  oneOf,
  origin,
  origins,
  isHttpUrl,
  text,
  whole,
} from './setting-kinds.js';

/** What is sent to it is believed, so nobody must be able to stand in between. */
const isIssuerUrl = (text: string): boolean =>
  /^https:\/\/[^\s?#]+$|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/[^\s?#]*)?$/.test(text) &&
  URL.canParse(text);
const anIssuer = checked(isIssuerUrl, 'must be a URL that begins with https://');
const isPostgresUrl = (value: string): boolean => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value);
const aDatabase = checked(isPostgresUrl, 'must be postgresql://user:password@host:port/database');
const isRedisUrl = (value: string): boolean =>
  /^\/\S/.test(value) || (/^rediss?:\/\/\S/.test(value) && URL.canParse(value));
const isHostUrl = (value: string): boolean => /^https?:\/\/[^/?#@]+\/*$/.test(value) && URL.canParse(value);
const isHost = (value: string): boolean => isIP(value) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);
const anHttpUrl = checked(isHttpUrl, 'must be an http(s) address');
const line = { check: isOneLine, otherwise: 'must not be blank' };
const aLine = checked(line.check, line.otherwise);
const aFolder = checked(isFolder, 'must be a folder; this is a file, or blank');

export const settings = {
  PORT: {
    about: 'Where the API listens',
    ...whole(defaults.port, { min: 0, max: 65_535 }),
  },
  HOST: {
    about: 'The address it listens on; 0.0.0.0 in a container',
    ...text(defaults.host, isHost, 'must be an address of this machine or its name'),
  },
  DRAIN_SECONDS: {
    about:
      'Seconds an ending API process still answers while /readyz says not ready. Set it above the check interval of your load balancer. With docker-compose.yml, STOP_GRACE_PERIOD has to be 30 seconds more at least',
    ...whole(defaults.drainSeconds, { min: 0, max: 300 }),
  },
  ISNAD_DIR: {
    about: 'Where `npm start` keeps its database and the first keys',
    ...text(defaults.dir, isFolder, 'must be a folder; this is a file, or blank'),
  },
  DATABASE_URL: {
    about: 'PostgreSQL 15 or later; empty: an embedded one in ISNAD_DIR',
    ...aDatabase,
  },
  DATABASE_OWNER_URL: {
    about:
      'The same database as the role that owns its tables, for `isnad migrate`, `isnad erase` and the start of `npm start` alone; DATABASE_URL is then of a role that may only add to the history. Empty: one role for both, which is degraded',
    ...aDatabase,
  },
  DATABASE_CONNECTIONS: {
    about: 'Connections one process holds at most',
    ...whole(defaults.databaseConnections, { min: 2, max: 500 }),
  },
  REDIS_URL: {
    about: 'Redis for the queue, with maxmemory-policy noeviction; empty: the queue lives in PostgreSQL',
    ...checked(isRedisUrl, 'must be redis://host:port, rediss://host:port or the path of a socket'),
  },
  WORKER_CONCURRENCY: {
    about: 'Jobs one worker process works on at the same time',
    ...whole(defaults.workerConcurrency, { min: 1, max: 200 }),
  },
  SECRETS_KEY_FILE: {
    about:
      'File with the key that secrets are kept under, keys are known by and events are written under, 32 bytes in base64 (openssl rand -base64 32), the same for every process; needed with DATABASE_URL, empty: `secrets.key` in ISNAD_DIR, made at the first start',
    ...aLine,
  },
  WEBHOOK_ALLOW: {
    about:
      'Where webhooks may call although it is not public: ranges of addresses and host:port, comma separated',
    ...allowances,
  },
  CAPTURE_ALLOW: {
    about: 'Where pages may be captured although it is not public, in the same form',
    ...allowances,
  },
  IDEMPOTENCY_DAYS: {
    about: 'How long a write that came with an Idempotency-Key is remembered',
    ...whole(defaults.safeWriteDays, { min: 1, max: 365 }),
  },
  RATE_LIMIT_READS: {
    about: 'Reads per minute and key; with exceptions by role: 60000,reader=120000; 0: no limit',
    ...byRole(defaults.readsPerMinute),
  },
  RATE_LIMIT_WRITES: {
    about: 'Writes per minute and key, in the same form',
    ...byRole(defaults.writesPerMinute),
  },
  STREAMS_PER_KEY: {
    about: 'How many event streams one key may have open at one API process',
    ...whole(defaults.streamsPerKey, { min: 1, max: 10_000 }),
  },
  RATE_LIMIT_FAILURES: {
    about: 'Requests without a valid key per minute and address; 0: no limit',
    ...whole(defaults.failuresPerMinute, { min: 0, max: 1_000_000 }),
  },
  RATE_LIMIT_PUBLIC: {
    about: 'Requests for what needs no key, per minute and address; 0: no limit',
    ...whole(defaults.publicReadsPerMinute, { min: 0, max: 1_000_000 }),
  },
  PUBLIC_READING: {
    about:
      'What everybody may read without a key: published, which is what was approved and the log of the feed, or off',
    ...oneOf(defaults.publicReading, ['published', 'off']),
  },
  TRUSTED_PROXIES: {
    about: 'Number of your proxies before the API; that many addresses of X-Forwarded-For are trusted',
    ...whole(defaults.trustedProxies, { min: 0, max: 10 }),
  },
  CORS_ORIGINS: {
    about:
      'Pages of which origins may call the API with a key from a browser, comma separated; empty: none but our own. What is published is for all of them',
    ...origins,
  },
  KEY_USE_DAYS: {
    about: 'How long it is kept when, and from which networks, keys were used',
    ...whole(defaults.keyUseDays, { min: 1, max: 3_650 }),
  },
  OIDC_ISSUER: {
    about: 'Identity provider whose signed tokens are taken beside keys (OpenID Connect); empty: none',
    ...anIssuer,
  },
  OIDC_AUDIENCE: {
    about: 'What its tokens for us are made out to; without it none are taken',
    ...aLine,
  },
  OIDC_CLIENTS: {
    about:
      'Clients of the provider whose tokens are taken (`azp`), comma separated; empty: OIDC_AUDIENCE alone',
    ...names,
  },
  OIDC_JWKS_URL: {
    about:
      'Where the public keys are that sign tokens; empty: where it says itself, if that is at its own origin',
    ...anIssuer,
  },
  OIDC_CLIENT_ID: {
    about:
      'Our name at the provider, to sign in with a browser; its redirect address is PUBLIC_URL/session/callback, which has to be https, and PUBLIC_URL/desk/ the one after signing out',
    ...aLine,
  },
  OIDC_CLIENT_SECRET: {
    about: 'The secret of that client; empty: it has none, and PKCE is enough',
    ...aLine,
  },
  OIDC_STRANGERS: {
    about:
      'What happens to somebody the provider knows and no member is tied to: refuse; reader makes them one',
    ...oneOf(defaults.strangers, ['refuse', 'reader']),
  },
  INSTANCE_ID: {
    about:
      'The name of this installation, the same for each of its processes; a copy of the database under another calls nobody. Needed with DATABASE_URL; empty: made of this machine and ISNAD_DIR with an embedded database',
    ...aLine,
  },
  CHECKPOINT_DIR: {
    about:
      'Where signed checkpoints and their key are kept, outside the database; empty: `checkpoints` in ISNAD_DIR',
    ...aFolder,
  },
  CHECKPOINT_KEYS_DIR: {
    about:
      'Where the keys that sign lie; empty: `keys` in CHECKPOINT_DIR. Elsewhere, who reads the log does not see them',
    ...aFolder,
  },
  SIGN_COMMAND: {
    about:
      'A program that signs instead: `public-key` as last argument prints its Ed25519 key in base64url, `sign` reads bytes and prints their signature in base64; run without a shell',
    ...aLine,
  },
  TSA_URL: {
    about: 'An authority that stamps each checkpoint with the time (RFC 3161); empty: none',
    ...anHttpUrl,
  },
  CHECKPOINT_SEND_URL: {
    about: 'Where each new checkpoint is sent, as JSON by POST; empty: nowhere',
    ...anHttpUrl,
  },
  EVIDENCE_DIR: {
    about: 'Where captured pages are kept; empty: the folder `evidence` in ISNAD_DIR',
    ...aFolder,
  },
  EVIDENCE_MAX_BYTES: {
    about: 'How large a captured page may be, in bytes',
    ...whole(defaults.evidenceBytes, { min: 1_024, max: defaults.mostEvidenceBytes }),
  },
  EVIDENCE_S3_ENDPOINT: {
    about: 'An S3-compatible store for captured pages instead, such as https://s3.example.org',
    ...checked(isHostUrl, 'must be http:// or https:// and a host'),
  },
  EVIDENCE_S3_BUCKET: {
    about: 'Its bucket',
    ...checked((value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value), 'must be the name of a bucket'),
  },
  EVIDENCE_S3_REGION: {
    about: 'Its region',
    ...text(defaults.s3Region, (value) => /^[\w-]+$/.test(value), 'must be the name of a region'),
  },
  EVIDENCE_S3_ACCESS_KEY_ID: {
    about: 'The key that may read and write there',
    ...aLine,
  },
  EVIDENCE_S3_SECRET_ACCESS_KEY: {
    about: 'Its secret',
    ...aLine,
  },
  PUBLISHER_NAME: {
    about: 'Who publishes the verdicts, as ClaimReviews and feeds name them',
    ...text(defaults.publisherName, line.check, line.otherwise),
  },
  PUBLIC_URL: {
    about:
      'Where the public reaches this API: scheme, host and perhaps a port, without a path; empty: where this machine reaches it, http://HOST:PORT',
    ...origin,
  },
  REVIEW_URL: {
    about:
      "The page of a review, with {ref} and {language} in it; empty: Isnad's own page, or with PUBLIC_READING=off the API's ClaimReview",
    ...addressForm('{ref}', ['{language}']),
  },
  PUBLISHER_CONTACT: {
    about: 'Where readers report an error: an address of mail, or of a page; empty: the pages name none',
    ...checked(
      (value) => isHttpUrl(value) || /^[^\s@<>:]+@[^\s@<>]+\.[^\s@<>]+$/.test(value),
      'must be an address of mail or an http(s) address',
    ),
  },
  ISNAD_URL: {
    about:
      'Where `isnad watch` finds the API; empty: where a running `npm start` says in ISNAD_DIR, else at HOST and PORT',
    ...anHttpUrl,
  },
  ISNAD_KEY: {
    about: 'The key it reads with; empty: that of the reader in ISNAD_DIR/keys.json',
    ...checked((value) => /^\S+$/.test(value), 'must be a key, without blanks'),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    about: 'Where spans are delivered to over OTLP/HTTP, such as http://127.0.0.1:4318; empty: none are made',
    ...anHttpUrl,
  },
  LOG_LEVEL: {
    about: 'fatal, error, warn, info, debug, trace or silent',
    ...oneOf(defaults.logLevel, ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
} as const;

/** The settings as a file of environment variables: each with what it is for and its default. */
export function renderSettings(): string {
  const blocks = Object.entries(settings).map(
    ([name, { about, default: fallback }]) => `# ${about}\n${name}=${fallback}`,
  );
  const head =
    '# Every setting, with its default. Copy to `.env`, which is read where a process is started, or set them in your\n' +
    '# process manager, which goes before it. Made from src/platform/config/settings.ts: UPDATE_ENV=1 npx vitest run tests/contract/env-example.test.ts';
  return `${[head, ...blocks].join('\n\n')}\n`;
}
