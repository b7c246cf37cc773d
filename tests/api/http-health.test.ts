import { expect, test } from 'vitest';
import { apiOf } from '../support/api.js';
import { createToyApp } from '../support/toy-app.js';

test('the process lives', async () => {
  const answer = await apiOf(createToyApp().app).stranger.get('/healthz');
  expect([answer.status, answer.body]).toEqual([200, { alive: true }]);
});

test('ready when every part answers', async () => {
  const { app } = createToyApp({ checks: { database: () => Promise.resolve(true) } });
  const answer = await apiOf(app).stranger.get('/readyz');
  expect([answer.status, answer.body]).toEqual([200, { ready: true, parts: { database: { ok: true } } }]);
});

test('not ready, with the reason of every part: said, thrown or never given; and no secret of theirs', async () => {
  const refused = Object.assign(new Error('connect to user:secret@host'), { code: 'ECONNREFUSED' });
  const { app } = createToyApp({
    checks: {
      database: () => Promise.reject(refused),
      queue: () => Promise.resolve('Redis may evict jobs: set maxmemory-policy to noeviction.'),
      schema: () => new Promise(() => undefined),
      other: () => Promise.reject(new Error('secret')),
      fine: () => Promise.resolve(true),
    },
  });
  const answer = await apiOf(app).stranger.get('/readyz');
  expect([answer.status, answer.body]).toEqual([
    503,
    {
      ready: false,
      parts: {
        database: { ok: false, why: 'failed with ECONNREFUSED' },
        queue: { ok: false, why: 'Redis may evict jobs: set maxmemory-policy to noeviction.' },
        schema: { ok: false, why: 'gave no answer within 1000 ms' },
        other: { ok: false, why: 'failed unexpectedly' },
        fine: { ok: true },
      },
    },
  ]);
});
