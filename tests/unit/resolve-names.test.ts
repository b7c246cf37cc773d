import { expect, it } from 'vitest';
import { createResolve } from '../../src/platform/outbound/resolve.js';

it('says at once that no host ends in .invalid, without a name server', async () => {
  const started = performance.now();
  await expect(createResolve({ timeoutMs: 60_000 })('isnad.invalid')).rejects.toMatchObject({
    code: 'unknown_host',
  });
  expect(performance.now() - started).toBeLessThan(10_000);
});
