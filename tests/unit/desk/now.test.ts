import { afterEach, expect, it, vi } from 'vitest';
import { readNow, subscribeToNow } from '../../../web/src/parts/now.js';

afterEach(() => vi.useRealTimers());

it('the time is never older than a second for what has just come to the screen', () => {
  vi.useFakeTimers();
  const [first, second] = [vi.fn(), vi.fn()];
  const leave = subscribeToNow(first);
  vi.advanceTimersByTime(25_000);
  const leaveToo = subscribeToNow(second);
  expect(readNow()).toBe(Date.now());
  expect(first).toHaveBeenCalled();
  leave();
  leaveToo();
  // With nobody on the screen it stands still, and goes on for whatever comes next.
  vi.advanceTimersByTime(600_000);
  subscribeToNow(first)();
  expect(readNow()).toBe(Date.now());
});
