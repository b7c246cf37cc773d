import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/platform/config/env.js';
import type { settings } from '../../src/platform/config/settings.js';
import { projectRoot } from '../../src/platform/project-root.js';

const aFile = `${projectRoot}/package.json`;

/** What makes no sense of each. */
const nonsense: Record<keyof typeof settings, string[]> = {
  PORT: ['eighty', '-1', '65536', '80.5'],
  HOST: ['http://here', 'a b', '10.0.0.0/8'],
  DRAIN_SECONDS: ['soon', '-1', '1e9'],
  ISNAD_DIR: [aFile, ' '],
  DATABASE_URL: ['localhost:5432', 'mysql://localhost/isnad', 'postgresql://host:port/x'],
  DATABASE_OWNER_URL: ['localhost:5432'],
  DATABASE_CONNECTIONS: ['0', 'many'],
  REDIS_URL: ['localhost:6379', 'http://localhost', 'redis://'],
  WORKER_CONCURRENCY: ['0', '1000'],
  SECRETS_KEY_FILE: [' '],
  WEBHOOK_ALLOW: ['everywhere', '10.0.0.0/99'],
  CAPTURE_ALLOW: ['everywhere'],
  IDEMPOTENCY_DAYS: ['0', 'a week'],
  RATE_LIMIT_READS: ['lots', '10,nobody=3'],
  RATE_LIMIT_WRITES: ['-1', '10,reader'],
  STREAMS_PER_KEY: ['0', 'x'],
  RATE_LIMIT_FAILURES: ['-1', 'NaN'],
  RATE_LIMIT_PUBLIC: ['-1', 'none'],
  PUBLIC_READING: ['on', 'all'],
  TRUSTED_PROXIES: ['true', '11'],
  CORS_ORIGINS: ['tools.example.org', 'https://tools.example.org/', '*'],
  KEY_USE_DAYS: ['0', 'forever'],
  OIDC_ISSUER: ['http://id.example.org', 'id.example.org'],
  OIDC_AUDIENCE: [' '],
  OIDC_CLIENTS: ['a b', 'a\tb'],
  OIDC_JWKS_URL: ['http://id.example.org/keys'],
  OIDC_CLIENT_ID: [' '],
  OIDC_CLIENT_SECRET: [' '],
  OIDC_STRANGERS: ['admin', 'yes'],
  INSTANCE_ID: [' '],
  CHECKPOINT_DIR: [aFile, ' '],
  CHECKPOINT_KEYS_DIR: [aFile],
  SIGN_COMMAND: [' '],
  TSA_URL: ['tsa.example.org'],
  CHECKPOINT_SEND_URL: ['mailto:log@example.org'],
  EVIDENCE_DIR: [aFile],
  EVIDENCE_MAX_BYTES: ['20MB', '1'],
  EVIDENCE_S3_ENDPOINT: ['s3.example.org', 'https://s3.example.org/path'],
  EVIDENCE_S3_BUCKET: ['Not A Bucket'],
  EVIDENCE_S3_REGION: ['eu west'],
  EVIDENCE_S3_ACCESS_KEY_ID: [' '],
  EVIDENCE_S3_SECRET_ACCESS_KEY: [' '],
  PUBLISHER_NAME: ['  ', 'Desk\u0007'],
  PUBLIC_URL: [
    ...['news.example.org', 'ftp://news.example.org', 'https://news.example.org/?a=1'],
    ...['https://u:p@news.example.org', 'https://u@news.example.org', 'https://news.example.org/checks'],
  ],
  REVIEW_URL: ['https://news.example.org/checks', '{ref}', 'https://u:p@news.example.org/{ref}'],
  PUBLISHER_CONTACT: ['the desk', 'a@b', 'mailto:desk@news.example', 'desk@ news.example'],
  ISNAD_URL: ['localhost', 'ftp://localhost'],
  ISNAD_KEY: ['isk two words'],
  OTEL_EXPORTER_OTLP_ENDPOINT: ['collector:4318'],
  LOG_LEVEL: ['loud', 'INFO'],
};

describe('a setting that makes no sense', () => {
  it.each(Object.entries(nonsense).flatMap(([name, values]) => values.map((value) => ({ name, value }))))(
    'is named at the start: $name=$value',
    ({ name, value }) => {
      expect(() => readEnv({ [name]: value })).toThrow(
        new RegExp(`^Invalid environment: (?:.*; )?${name}(?::|\\b.*needs)`),
      );
    },
  );

  it('is named together with every other one, in one line', () => {
    const given = Object.fromEntries(
      Object.entries(nonsense).map(([name, [value]]) => [name, value]),
    ) as Record<string, string>;
    try {
      readEnv(given);
      expect.unreachable();
    } catch (error) {
      const { message } = error as Error;
      expect(message).not.toContain('\n');
      for (const name of Object.keys(nonsense)) expect(message).toContain(`${name}: `);
    }
  });

  it('is one of OIDC without its issuer', () => {
    for (const name of ['OIDC_AUDIENCE', 'OIDC_CLIENTS', 'OIDC_JWKS_URL'])
      expect(() => readEnv({ [name]: 'https://id.example.org' })).toThrow('OIDC_ISSUER: is needed');
  });
});

describe('addresses that stand in what is published', () => {
  const publisherOf = (given: NodeJS.ProcessEnv) => readEnv(given).publisher;

  it('are written as requests have them', () => {
    for (const [PUBLIC_URL, url] of [
      ['https://تحقق.مصر', 'https://xn--pgbg7da.xn--wgbh1c'],
      ['HTTPS://Desk.Example:443//', 'https://desk.example'],
      ['http://[::1]:80/', 'http://[::1]'],
    ] as const)
      expect(publisherOf({ PUBLIC_URL })).toMatchObject({ url, reviewUrl: `${url}/{language}/claims/{ref}` });
    expect(publisherOf({ REVIEW_URL: 'https://مثال.مصر/تحقق/{ref}?l={language}' }).reviewUrl).toBe(
      'https://xn--mgbh0fb.xn--wgbh1c/%D8%AA%D8%AD%D9%82%D9%82/{ref}?l={language}',
    );
  });

  it('have no path where pages cannot have one, as is said', () => {
    expect(() => readEnv({ PUBLIC_URL: 'https://desk.example/checks' })).toThrow(
      'PUBLIC_URL: must be scheme and host alone, such as https://desk.example',
    );
  });
});

describe('without PUBLIC_URL', () => {
  it.each([
    ['0.0.0.0', 'http://127.0.0.1:4545'],
    ['::', 'http://127.0.0.1:4545'],
    ['::1', 'http://[::1]:4545'],
    ['10.0.0.7', 'http://10.0.0.7:4545'],
  ])('what listens at %s is published under an address that leads there: %s', (HOST, url) => {
    const { publisher, unsetForPublic } = readEnv({ HOST });
    expect(publisher).toMatchObject({ url, reviewUrl: `${url}/{language}/claims/{ref}` });
    expect(unsetForPublic).toContain('PUBLIC_URL');
  });
});
