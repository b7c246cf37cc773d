/** The feed as it grows: by the stream, or by long polls where there is none. Nothing is missed, nothing comes twice. */
import { goodBodyOf, Unreachable } from './answer.js';
import type { CloudEvent } from './generated/api.js';
import { willPass, persist, type Following } from './persist.js';
import { backoffMs } from './retry.js';
import type { ClientSettings, Send } from './send.js';
import { NoStream, openStream } from './stream.js';
import { pause } from './time-limit.js';

/** Where the reader stands, and what happened on the way there: nothing, at the start of each connection. */
export interface Step {
  cursor: string;
  events: CloudEvent[];
}

export interface FollowOptions extends Following {
  /** What has been read already, or `start` for all there is; without it, only what happens from now on. */
  after?: string | undefined;
  types?: CloudEvent['type'][] | undefined;
  /** Milliseconds of silence after which a stream is taken for dead. Isnad says something every 15 s. */
  silenceMs?: number | undefined;
  /** Milliseconds in which a stream must begin; after that the feed is polled instead. */
  openingMs?: number | undefined;
}

export async function* follow(
  { settings, send }: { settings: ClientSettings; send: Send },
  { after, types, signal, onTrouble, silenceMs = 45_000, openingMs = 10_000 }: FollowOptions,
): AsyncGenerator<Step, never> {
  const opening = { types, signal, silenceMs, openingMs };
  let cursor = after;
  let retryMs = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      const onRetryTime = (ms = 0): void => void (retryMs = ms);
      for await (const frames of openStream(settings, { ...opening, after: cursor, onRetryTime })) {
        if (attempt > 1) onTrouble?.(undefined);
        attempt = 1;
        cursor = frames.at(-1)?.id ?? cursor;
        const events = frames.flatMap(({ data }) => (data === undefined ? [] : [parse(data)]));
        if (cursor !== undefined) yield { cursor, events };
      }
      onTrouble?.(new Unreachable(settings.url, 'the stream has ended'));
    } catch (error) {
      if (error instanceof NoStream) break;
      if (!willPass(error)) throw error;
      onTrouble?.(error);
    }
    await pause(Math.max(retryMs, backoffMs(attempt, Math.random())), signal);
  }
  return yield* poll(send, { after: cursor, types, signal, onTrouble });
}

const parse = (data: string): CloudEvent => JSON.parse(data) as CloudEvent;

interface Page {
  items: CloudEvent[];
  next: string;
  more: boolean;
}

const longestWait = 25;
const pauseMs = 5_000;

async function* poll(
  send: Send,
  { after, types, ...following }: Pick<FollowOptions, 'after' | 'types'> & Following,
): AsyncGenerator<Step, never> {
  const { signal } = following;
  const readPage = (input: object, wait?: number) =>
    persist(following, async () => {
      const answer = await send('GET /v1/feed', { limit: 200, ...input }, { wait, signal });
      return { page: goodBodyOf(answer) as Page, held: answer.headers.has('preference-applied') };
    });

  let cursor = after ?? (await readPage({ limit: 1 })).page.next;
  yield { cursor, events: [] };
  for (;;) {
    const { page, held } = await readPage({ after: cursor, types }, longestWait);
    const isNew = page.next !== cursor;
    cursor = page.next;
    if (isNew) yield { cursor, events: page.items };
    else if (!held) await pause(pauseMs, signal);
  }
}
