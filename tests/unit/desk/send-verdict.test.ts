import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type * as Sending from '../../../web/src/submissions/send-verdict.js';
import type { SentVerdict } from '../../../web/src/submissions/sent-verdicts.js';
import type { UserMessageError as MessageError } from '../../../web/src/parts/user-message-error.js';

const noted: (SentVerdict | 'forgotten')[] = [];
let here = 'me';
/** What signing out waits for. */
const unsent = new Set<() => Promise<boolean>>();

vi.mock('../../../web/src/session/session.js', () => ({
  hasEnded: () => false,
  isHere: (member: string) => member === here,
  noteSignedOut: () => undefined,
  sendBeforeSignOut: (send: () => Promise<boolean>) => {
    unsent.add(send);
    return () => unsent.delete(send);
  },
}));
vi.mock('../../../web/src/submissions/sent-verdicts.js', () => ({
  noteSent: (one: SentVerdict) => noted.push(one),
  forgetSent: () => noted.push('forgotten'),
}));

let sendVerdict: typeof Sending.sendVerdict;
let UserMessageError: typeof MessageError;
let refusal: (status: number) => Error;
beforeAll(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  ({ sendVerdict } = await import('../../../web/src/submissions/send-verdict.js'));
  ({ UserMessageError } = await import('../../../web/src/parts/user-message-error.js'));
  const { Refusal } = await import('../../../client/client.js');
  refusal = (status) =>
    new Refusal({ type: 'about:blank', title: 'No', status, detail: 'No.' } as never, {
      status,
      headers: new Headers(),
    });
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  noted.length = 0;
  here = 'me';
});

const verdict = { task: 't', claim: 'C1', member: 'me' };
const say = (error: unknown): string => (error as Error).message;
const outcomes = () => noted.map((one) => (one === 'forgotten' ? one : one.outcome));

test('a verdict is sent again until the desk has answered', async () => {
  const send = vi
    .fn<() => Promise<{ id: string }>>()
    .mockRejectedValueOnce(new TypeError('fetch failed'))
    .mockRejectedValueOnce(refusal(503))
    .mockResolvedValueOnce({ id: 'v' });
  const sent = sendVerdict(verdict, { send, say });
  await vi.runAllTimersAsync();
  await sent;
  expect(outcomes()).toEqual(['sending', 'waits']);
  expect(noted.at(-1)).toMatchObject({ verdict: 'v' });
});

test('a verdict that is refused, or not to be sent as it is, is not sent again, and says why', async () => {
  const reasons = { refused: refusal(422), unsent: new UserMessageError('Read it first.') };
  for (const [outcome, reason] of Object.entries(reasons)) {
    const send = vi.fn(() => Promise.reject(reason));
    await sendVerdict(verdict, { send, say });
    expect(send).toHaveBeenCalledTimes(1);
    expect(noted.at(-1)).toMatchObject({ outcome, why: say(reason) });
  }
});

test('a verdict is not sent by the cookie of somebody else', async () => {
  const send = vi.fn(() => Promise.reject(new TypeError('fetch failed')));
  const sent = sendVerdict(verdict, { send, say });
  here = 'another';
  await vi.runAllTimersAsync();
  await sent;
  expect(send).toHaveBeenCalledTimes(1);
  expect(outcomes()).toEqual(['sending', 'forgotten']);
});

test('signing out hears whether the desk has the verdict that was on its way', async () => {
  const answers = { taken: Promise.resolve({ id: 'v' }), refused: Promise.reject(refusal(422)) };
  const heard: boolean[] = [];
  for (const answer of Object.values(answers)) {
    const sent = sendVerdict(verdict, { send: () => answer, say });
    for (const send of unsent) heard.push(await send());
    await sent;
  }
  expect(heard).toEqual([true, false]);
  expect(unsent.size).toBe(0);
});
