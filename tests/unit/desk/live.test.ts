import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FollowOptions, Step } from '../../../client/follow.js';
import type * as LiveUpdates from '../../../web/src/live/live.js';

/** A stream that says what it is told to, until it is ended. */
function stream() {
  const connections: FollowOptions[] = [];
  const waiting: ((step: Step) => void)[] = [];
  const steps = (options: FollowOptions): AsyncIterable<Step> => {
    connections.push(options);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise((resolve, reject) => {
            waiting.push((value) => {
              resolve({ done: false, value });
            });
            options.signal?.addEventListener('abort', () => {
              reject(new Error('ended'));
            });
          }),
      }),
    };
  };
  const say = async (cursor: string, ...claims: string[]): Promise<void> => {
    await expect.poll(() => waiting.length).toBe(1);
    const events = claims.map((claim) => ({ id: cursor, type: 'claim.changed', claim, subject: undefined }));
    waiting.shift()?.({ cursor, events } as unknown as Step);
  };
  return { connections, steps, say };
}

/** The first to ask has it; the next gets it when that one lets go. */
function locks() {
  const queue: (() => Promise<unknown>)[] = [];
  let isHeld = false;
  const next = (): void => {
    const grant = isHeld ? undefined : queue.shift();
    if (!grant) return;
    isHeld = true;
    void grant().then(() => {
      isHeld = false;
      next();
    });
  };
  return {
    request: (
      _name: string,
      { ifAvailable }: LockOptions,
      answer: (lock: object | null) => Promise<void>,
    ) => {
      if (ifAvailable && isHeld) void answer(null);
      else queue.push(() => Promise.resolve(answer({})));
      next();
      return Promise.resolve();
    },
  };
}

let live: typeof LiveUpdates;
const ends: (() => void)[] = [];
function tab(steps: ReturnType<typeof stream>['steps']) {
  const heard: unknown[] = [];
  const end = live.follow(
    {
      onEvent: ({ claim }) => heard.push(claim),
      onLive: (now) => heard.push(now.downSince === undefined ? (now.unheard ?? 'live') : 'down'),
      onSignedOut: () => heard.push('signed out'),
    },
    steps,
  );
  ends.push(end);
  return { heard, end };
}
const hears = (heard: unknown[], what: unknown[]) => expect.poll(() => heard).toEqual(what);

beforeEach(async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  vi.stubGlobal('navigator', { locks: locks() });
  live = await import('../../../web/src/live/live.js');
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
});

test('nothing is called live before the stream has said something', async () => {
  const { steps, say, connections } = stream();
  const { heard } = tab(steps);
  await expect.poll(() => connections.length).toBe(1);
  expect(heard).toEqual([]);
  await say('p1');
  await hears(heard, ['before']);
});

test('a stream that comes back says that something may have happened meanwhile, once', async () => {
  const { steps, say, connections } = stream();
  const { heard } = tab(steps);
  await say('p1');
  await hears(heard, ['before']);
  connections[0]?.onTrouble?.(new Error('the stream has ended'));
  connections[0]?.onTrouble?.(new Error('nobody answers'));
  connections[0]?.onTrouble?.(undefined);
  await say('p2', 'C1');
  await hears(heard, ['before', 'down', 'meanwhile', 'C1']);
});

test('a tab that opens later knows whether the stream is there, and hears what comes', async () => {
  const { steps, say, connections } = stream();
  const first = tab(steps);
  await say('p1');
  await hears(first.heard, ['before']);
  const second = tab(steps);
  await hears(second.heard, ['live']);
  connections[0]?.onTrouble?.(new Error('the stream has ended'));
  await hears(second.heard, ['live', 'down']);
  const third = tab(steps);
  await hears(third.heard, ['down']);
  expect([first.heard, second.heard]).toEqual([
    ['before', 'down'],
    ['live', 'down'],
  ]);
  expect(connections.length).toBe(1);
});

test('the tab that listens next goes on from where this browser had heard', async () => {
  const { steps, say, connections } = stream();
  const first = tab(steps);
  await say('p1');
  await hears(first.heard, ['before']);
  const second = tab(steps);
  await hears(second.heard, ['live']);
  await say('p2', 'C1');
  await hears(second.heard, ['live', 'C1']);
  first.end();
  await expect.poll(() => connections.map(({ after }) => after)).toEqual([undefined, 'p2']);
});
