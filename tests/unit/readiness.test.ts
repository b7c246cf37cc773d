import { expect, it } from 'vitest';
import { createReadiness, requiredCheck, degradingCheck } from '../../src/platform/health/readiness.js';

it('one look is shared by all who ask, held for half a second, and what is known is told at once', async () => {
  let [now, looks, ending] = [1_000, 0, false];
  let answer: (found: true | string) => void = () => undefined;
  const read = createReadiness(
    [
      { ...requiredCheck('process', 'ending', () => Promise.resolve(!ending || 'It ends.')), atOnce: true },
      degradingCheck('queue', 'queue_unavailable', () => {
        looks++;
        return new Promise((resolve) => {
          answer = resolve;
        });
      }),
    ],
    () => now,
  );
  const first = Array.from({ length: 50 }, read);
  // Each has asked once its own part was known.
  await new Promise((resolve) => setImmediate(resolve));
  expect(looks).toBe(1);
  answer('It is away.');
  for (const { degraded } of await Promise.all(first)) expect(degraded).toEqual(['queue_unavailable']);

  now += 499;
  expect(await read()).toMatchObject({ ready: true, degraded: ['queue_unavailable'] });
  ending = true;
  expect(await read()).toMatchObject({ ready: false, parts: { process: { ok: false, reason: 'ending' } } });
  expect(looks).toBe(1);

  now += 2;
  const next = read();
  await new Promise((resolve) => setImmediate(resolve));
  expect(looks).toBe(2);
  answer(true);
  expect(await next).toMatchObject({ degraded: [], parts: { queue: { ok: true } } });
});
