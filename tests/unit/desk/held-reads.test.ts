import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdReads, letReadsGo, untilReadsGo } from '../../../web/src/api/held-reads.js';

const frames: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const read: Parameters<typeof fetch> = ['http://desk.test/v1/claims/C1', { method: 'GET' }];

test('what is asked for while the next task comes goes behind its first picture', async () => {
  expect(untilReadsGo(read)).toBeUndefined();
  holdReads();
  let goes = false;
  void untilReadsGo(read)?.then(() => {
    goes = true;
  });
  letReadsGo();
  await vi.advanceTimersByTimeAsync(0);
  expect(goes).toBe(false);
  frames.shift()?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(goes).toBe(true);
  expect(untilReadsGo(read)).toBeUndefined();
});

test('it is asked for all the same where that screen does not come', async () => {
  holdReads();
  const turn = untilReadsGo(read);
  await vi.advanceTimersByTimeAsync(300);
  await expect(turn).resolves.toBeUndefined();
});

test('what changes something never waits', async () => {
  holdReads();
  expect(untilReadsGo(['http://desk.test/v1/tasks/t/draft', { method: 'PUT' }])).toBeUndefined();
  expect(untilReadsGo(['http://desk.test/v1/tasks/t/verdict', { method: 'POST' }])).toBeUndefined();
  expect(untilReadsGo(['http://desk.test/v1/tasks/t/verdict/preview', { method: 'POST' }])).toBeDefined();
  await vi.advanceTimersByTimeAsync(300);
});
