import { expect, test } from 'vitest';
import { Failure } from '../../src/platform/errors.js';
import { requiredCheck, degradingCheck } from '../../src/platform/health/readiness.js';
import { apiOf } from '../support/api.js';
import { createToyApp } from '../support/toy-app.js';

test('the process lives', async () => {
  const answer = await apiOf(createToyApp().app).stranger.get('/healthz');
  expect([answer.status, answer.body]).toEqual([200, { alive: true }]);
});

test('ready when every part answers', async () => {
  const { app } = createToyApp({
    checks: [requiredCheck('database', 'database_unusable', () => Promise.resolve(true))],
  });
  const answer = await apiOf(app).stranger.get('/readyz');
  expect([answer.status, answer.body]).toEqual([
    200,
    { ready: true, degraded: [], parts: { database: { ok: true } } },
  ]);
});

test('not ready, with the reason of every part: said, thrown or never given; and no secret of theirs', async () => {
  const refused = Object.assign(new Error('connect to user:secret@host'), { code: 'ECONNREFUSED' });
  const { app } = createToyApp({
    checks: [
      requiredCheck('database', 'database_unusable', () => Promise.reject(refused)),
      degradingCheck('queue', 'queue_unavailable', () => Promise.resolve('Redis may evict jobs.')),
      requiredCheck('schema', 'schema_outdated', () => new Promise(() => undefined)),
      requiredCheck('locale', 'locale_unusable', () =>
        Promise.reject(new Failure('upstream', 'Arabic has no letters.')),
      ),
      requiredCheck('other', 'other_lost', () => Promise.reject(new Error('secret'))),
      requiredCheck('fine', 'never', () => Promise.resolve(true)),
    ],
  });
  const answer = await apiOf(app).stranger.get('/readyz');
  expect([answer.status, answer.body]).toEqual([
    503,
    {
      ready: false,
      degraded: ['queue_unavailable'],
      parts: {
        database: { ok: false, reason: 'database_unusable', why: 'failed with ECONNREFUSED' },
        queue: { ok: false, reason: 'queue_unavailable', why: 'Redis may evict jobs.' },
        schema: { ok: false, reason: 'schema_outdated', why: 'gave no answer within 1000 ms' },
        locale: { ok: false, reason: 'locale_unusable', why: 'Arabic has no letters.' },
        other: { ok: false, reason: 'other_lost', why: 'failed unexpectedly' },
        fine: { ok: true },
      },
    },
  ]);
});

test('ready and degraded, naming each reason, where nothing is missing that every request needs', async () => {
  const { app } = createToyApp({
    checks: [
      requiredCheck('database', 'database_unusable', () => Promise.resolve(true)),
      degradingCheck('queue', 'queue_unavailable', () => Promise.reject(new Error('secret'))),
      degradingCheck('writing', 'cannot_write', () => Promise.resolve('Its disk is full.')),
    ],
  });
  const answer = await apiOf(app).stranger.get('/readyz');
  expect([answer.status, answer.body]).toEqual([
    200,
    {
      ready: true,
      degraded: ['queue_unavailable', 'cannot_write'],
      parts: {
        database: { ok: true },
        queue: { ok: false, reason: 'queue_unavailable', why: 'failed unexpectedly' },
        writing: { ok: false, reason: 'cannot_write', why: 'Its disk is full.' },
      },
    },
  ]);
});
