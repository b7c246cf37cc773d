/** PURE: what is left of events whose texts are withheld, so that their chain can be verified without them. */
import { contentOf, hashOf, type EventContent } from '../event/chain.js';
import { withhold, type RedactedKind } from './redaction.js';

export interface HeldEvent extends EventContent {
  prevHash: string | null;
  /** What is withheld of it. */
  withheld: readonly RedactedKind[];
}

/** The content without these texts: what an export has in place of the bytes that were hashed. */
export const leftOf = ({ prevHash, withheld, data, ...event }: HeldEvent): string =>
  contentOf(prevHash, { ...event, data: withhold(data, withheld) });

/** id → SHA-256 of what is left, for each event that loses anything. */
export const digestsOfLeft = (events: readonly HeldEvent[]): Record<string, string> =>
  Object.fromEntries(
    events.flatMap((event) => {
      const left = leftOf(event);
      return left === contentOf(event.prevHash, event) ? [] : [[event.id, hashOf(left)] as const];
    }),
  );
