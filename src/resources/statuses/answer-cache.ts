/**
 * Whole answers to lists of claims: whoever polls asks for the same list again and again. From the second time on an answer
 * is remembered, and given again for as long as nothing has been heard of any claim in it. Like a status it is never older
 * than the question. Lists that are asked for only once push nothing out.
 */
import type { Listener, StatusMemory } from './status-cache.js';

export interface Answer {
  text: string;
  /** Ids of the claims it tells of; undefined where it may change without any of them. */
  claims: ReadonlySet<string> | undefined;
}

interface AnswerMemoryOptions {
  memory: Pick<StatusMemory, 'catchUp' | 'listen'>;
  /** The answer to a list of names, no part of it older than the call. */
  compose: (names: readonly string[]) => Promise<Answer>;
  /** So many answers are remembered, those that were asked for last. */
  most?: number;
}

interface Remembered {
  text: string;
  claims: ReadonlySet<string>;
  /** Has listened since before the answer was composed. */
  listener: Listener;
}

/** Gives the answer to a list of names (ids or refs). */
export function createAnswerMemory({ memory, compose, most = 100 }: AnswerMemoryOptions) {
  /** The least recently asked for comes first, here and there. */
  const remembered = new Map<string, Remembered>();
  const askedBefore = new Set<string>();

  const forget = (list: string): void => {
    remembered.get(list)?.listener.stop();
    remembered.delete(list);
  };

  const remember = (list: string, answer: Remembered): void => {
    forget(list);
    remembered.set(list, answer);
    askedBefore.delete(list);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) forget(oldest);
  };

  const noteAsked = (list: string): void => {
    askedBefore.add(list);
    const [oldest] = askedBefore;
    if (askedBefore.size > most && oldest !== undefined) askedBefore.delete(oldest);
  };

  const recall = async (list: string): Promise<string | undefined> => {
    if (!remembered.has(list)) return undefined;
    await memory.catchUp();
    const answer = remembered.get(list); // as it is now: others may have asked for the same list
    if (!answer) return undefined;
    if (isOver(answer)) {
      forget(list);
      noteAsked(list);
      return undefined;
    }
    answer.listener.claims.clear();
    remembered.delete(list);
    remembered.set(list, answer);
    return answer.text;
  };

  return async (names: readonly string[]): Promise<string> => {
    const list = names.join();
    const known = await recall(list);
    if (known !== undefined) return known;
    const listener = memory.listen();
    try {
      const { text, claims } = await compose(names);
      if (!claims || !askedBefore.has(list)) noteAsked(list);
      else remember(list, { text, claims, listener });
      return text;
    } finally {
      if (remembered.get(list)?.listener !== listener) listener.stop();
    }
  };
}

const isOver = ({ claims, listener }: Remembered): boolean =>
  listener.all || [...listener.claims].some((id) => claims.has(id));
