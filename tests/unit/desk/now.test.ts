import { afterEach, expect, it, vi } from 'vitest';
import { deskNow, noteDeskTime } from '../../../web/src/api/desk-clock.js';
import { readNow, subscribeToNow } from '../../../web/src/parts/now.js';

afterEach(() => vi.useRealTimers());

const said = (ms: number, cacheControl = 'private, no-cache'): Headers =>
  new Headers({ date: new Date(ms).toUTCString(), 'cache-control': cacheControl });

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

it('the time is the desk’s, however wrong the clock of this device is', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12) });
  const hour = 3_600_000;
  const listener = vi.fn();
  noteDeskTime(said(Date.now() + hour), Date.now() - 200);
  const leave = subscribeToNow(listener);
  expect(Math.abs(readNow() - Date.now() - hour)).toBeLessThan(1_000);
  // Somebody puts it right.
  vi.setSystemTime(Date.now() + hour);
  noteDeskTime(said(Date.now()), Date.now() - 200);
  vi.advanceTimersByTime(30_000);
  expect(Math.abs(readNow() - Date.now())).toBeLessThan(1_000);
  leave();
});

it('a clock that may be right is kept to, and what the browser had kept says nothing of the time', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12, 0, 0, 900) });
  // Whole seconds are said, while the answer was on its way for two.
  noteDeskTime(said(Date.now() - 900), Date.now());
  noteDeskTime(said(Date.now() - 2_000), Date.now() - 2_000);
  const before = deskNow();
  noteDeskTime(said(Date.now() - 86_400_000, 'public, max-age=31536000, immutable'), Date.now());
  noteDeskTime(new Headers({ date: 'yesterday', 'cache-control': 'no-store' }), Date.now());
  expect(deskNow()).toBe(before);
  expect(Math.abs(before - Date.now())).toBeLessThan(1_000);
});
