/** People who keep on writing while something is done to Isnad. */
import { enterClaim, move } from './desk.js';
import type { RunningProduct } from './running-product.js';

interface Load {
  /** Refs of claims that were entered and accepted: both were acknowledged. */
  accepted: string[];
  /** What did not go through, in words. */
  refused: string[];
  /** The longest that any write took. */
  slowestMs: number;
  end(): Promise<Load>;
}

/** So many at once, each one write after the other: an article, a claim, and its acceptance. */
export function startLoad(isnad: RunningProduct, people = 3): Load {
  let ended = false;
  const write = async (): Promise<void> => {
    while (!ended) {
      const begun = performance.now();
      try {
        const claim = await enterClaim(isnad);
        const answer = await move(isnad, 'editor', claim, { event: 'accept' });
        if (answer.status === 200) load.accepted.push(claim);
        else load.refused.push(answer.text);
      } catch (error) {
        load.refused.push(String(error));
      }
      load.slowestMs = Math.max(load.slowestMs, performance.now() - begun);
    }
  };
  const writing = Promise.all(Array.from({ length: people }, write));
  const load: Load = {
    accepted: [],
    refused: [],
    slowestMs: 0,
    end: async () => {
      ended = true;
      await writing;
      return load;
    },
  };
  return load;
}
