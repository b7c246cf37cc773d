import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepSending } from '../../../web/src/drafts/keep-sending.js';
import { noteLeftChanged } from '../../../web/src/drafts/left-words.js';
import type { Unsent } from '../../../web/src/drafts/send-left.js';

const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settled = () => vi.advanceTimersByTimeAsync(0);

test('what a screen left behind is sent with the network, and shown until it is', async () => {
  let left: Unsent[] = [];
  const send = vi.fn(() => Promise.resolve(left));
  const onUnsent = vi.fn();
  const end = keepSending(send, onUnsent);
  await settled();
  expect(onUnsent).toHaveBeenLastCalledWith([]);
  left = [
    { task: 'left', savedIn: 'device' },
    { task: 'shown', savedIn: 'open' },
  ];
  noteLeftChanged();
  await settled();
  expect(onUnsent).toHaveBeenLastCalledWith([{ task: 'left', savedIn: 'device' }]);
  left = [];
  page.dispatchEvent(new Event('online'));
  await settled();
  expect(onUnsent).toHaveBeenLastCalledWith([]);
  end();
  noteLeftChanged();
  await settled();
  expect(send).toHaveBeenCalledTimes(3);
});

test('a desk that does not answer is asked again later, one that refuses is not', async () => {
  let left: Unsent[] = [{ task: 't', savedIn: 'unread' }];
  const send = vi.fn(() => Promise.resolve(left));
  const end = keepSending(send, () => undefined);
  await vi.advanceTimersToNextTimerAsync();
  expect(send).toHaveBeenCalledTimes(2);
  left = [{ task: 't', savedIn: 'refused' }];
  await vi.advanceTimersToNextTimerAsync();
  expect(send).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
  end();
});

test('what could not even be looked for is looked for again later', async () => {
  const send = vi.fn<() => Promise<Unsent[]>>().mockRejectedValueOnce(new Error('no chunk'));
  send.mockResolvedValue([]);
  const end = keepSending(send, () => undefined);
  await vi.advanceTimersToNextTimerAsync();
  expect(send).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
  end();
});

test('a screen that is left while others are being sent is looked at afterwards', async () => {
  let answer: (left: Unsent[]) => void = () => undefined;
  const send = vi.fn(() => new Promise<Unsent[]>((resolve) => (answer = resolve)));
  const end = keepSending(send, () => undefined);
  noteLeftChanged();
  expect(send).toHaveBeenCalledTimes(1);
  answer([]);
  await settled();
  expect(send).toHaveBeenCalledTimes(2);
  end();
});
