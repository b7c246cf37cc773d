import { expect, it } from 'vitest';
import { createBoundedQueue } from '../../src/platform/bounded-queue.js';

it('A queue does one thing after the other, and refuses what would wait too long', async () => {
  const inTurn = createBoundedQueue(2);
  const begun: number[] = [];
  let end = (): void => undefined;
  const first = inTurn(() => {
    begun.push(1);
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  const second = inTurn(() => {
    begun.push(2);
    return Promise.reject(new Error('it went wrong'));
  });
  expect(() => inTurn(() => Promise.resolve())).toThrow(
    expect.objectContaining({ code: 'too_much_at_once' }),
  );
  await Promise.resolve();
  expect(begun).toEqual([1]);
  end();
  await first;
  await expect(second).rejects.toThrow('it went wrong');
  expect(begun).toEqual([1, 2]);
  await expect(inTurn(() => Promise.resolve(3))).resolves.toBe(3);
});
