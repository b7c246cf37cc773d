import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaults } from '../../src/platform/config/defaults.js';
import { settings } from '../../src/platform/config/settings.js';
import { projectRoot } from '../../src/platform/project-root.js';

const file = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8');
/** What the API and the workers are given alike. */
const [, shared = ''] = /environment: &environment\n((?: {4}.*\n)+)/.exec(file) ?? [];

/** Set by the image, or without a meaning where a database is given. */
const elsewhere = ['PORT', 'HOST', 'ISNAD_DIR'];
/** Of `migrate` alone: nobody else may change what is written once. */
const ofMigrate = ['DATABASE_OWNER_URL'];
/** What is part of the installation itself. */
const fixed = ['DATABASE_URL', 'REDIS_URL', 'EVIDENCE_DIR', 'CHECKPOINT_DIR', 'SECRETS_KEY_FILE'];
/** Read by the packages of OpenTelemetry themselves. */
const ofTracing = [
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_RESOURCE_ATTRIBUTES',
  'OTEL_SERVICE_NAME',
  'OTEL_TRACES_SAMPLER',
  'OTEL_TRACES_SAMPLER_ARG',
];
/** What nothing starts without. */
const needed = ['INSTANCE_ID'];

it('docker-compose.yml passes every setting, under its own name', () => {
  const passed = [...shared.matchAll(/^ {4}([A-Z0-9_]+): (.*)$/gm)];
  expect([...passed.map(([, name]) => name), ...elsewhere, ...ofMigrate].sort()).toEqual(
    [...Object.keys(settings), ...ofTracing].sort(),
  );
  for (const [, name = '', value] of passed) {
    const otherwise = needed.includes(name) ? `?set ${name}` : '-';
    if (!fixed.includes(name)) expect(value).toBe(`\${${name}:${otherwise}}`);
  }
});

it('whoever raises DRAIN_SECONDS can give the containers as much longer to end', () => {
  const periods = [...file.matchAll(/stop_grace_period: (.*)$/gm)].map(([, period = '']) => period);
  expect(periods).toHaveLength(2);
  for (const period of periods) {
    const [, seconds] = /^\$\{STOP_GRACE_PERIOD:-(\d+)s\}$/.exec(period) ?? [];
    expect(Number(seconds)).toBeGreaterThan(30 + defaults.drainSeconds);
  }
  expect(settings.DRAIN_SECONDS.about).toContain('STOP_GRACE_PERIOD');
});

it('only the service that migrates works as the owner of the tables', () => {
  const [, migrate = '', others = ''] = /^ {2}migrate:\n([^]*?\n)\n([^]*)/m.exec(file) ?? [];
  const owner = /:\/\/isnad:\$\{POSTGRES_PASSWORD/;
  expect(migrate).toMatch(owner);
  expect(migrate).toContain('DATABASE_OWNER_URL');
  for (const rest of [shared, others]) {
    expect(rest).not.toMatch(owner);
    expect(rest).not.toContain('DATABASE_OWNER_URL');
  }
});

it('every volume of the API and the workers is a folder of the image, which belongs to whom they run as', () => {
  const image = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');
  const [, made = ''] = /^RUN mkdir ([^&]+) && chown node:node \1 /m.exec(image) ?? [];
  const mounted = [...file.matchAll(/'?[a-z-]+:(\/[a-z-]+)(?::ro)?'/g)].map(([, path = '']) => path);
  const ours = mounted.filter((path) => path !== '/data');
  expect([...new Set(ours)].sort()).toEqual(made.split(' ').sort());
});

it('its database writes over no old segment of its log, which would keep what was erased', () => {
  const [, postgres = ''] = /^ {2}postgres:\n((?: {4}.*\n|\n)+)/m.exec(file) ?? [];
  expect(postgres).toMatch(/^ {4}command: \['postgres', '-c', 'wal_recycle=off'\]$/m);
});
