import { goodBodyOf } from './answer.js';
import { persist, type Following } from './persist.js';
import type { Send } from './send.js';
import { pause } from './time-limit.js';

export interface Polling extends Following {
  /** Seconds for which the server may hold the answer until there is something new. */
  wait?: number;
  /** Milliseconds between two questions where the server does not hold the answer. */
  everyMs?: number;
}

/** A resource as it is now, and again each time it has changed; asks with the tag, so that "nothing new" is cheap. */
export async function* changes(
  send: Send,
  route: string,
  input: object,
  { wait = 25, everyMs = 5_000, ...following }: Polling = {},
): AsyncGenerator<unknown, never> {
  const { signal } = following;
  for (let tag: string | undefined; ;) {
    const condition = tag === undefined ? {} : { ifNoneMatch: tag, wait };
    const { answer, body } = await persist(following, async () => {
      const given = await send(route, input, { signal, ...condition });
      return { answer: given, body: goodBodyOf(given) };
    });
    if (answer.status !== 304) yield body;
    if (tag !== undefined && !answer.headers.has('preference-applied')) await pause(everyMs, signal);
    tag = answer.tag ?? tag;
  }
}
