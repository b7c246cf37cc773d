import type { StatusChange } from '../../../client/client.js';

/** Shows what it is told. */
export interface Watcher {
  change(change: StatusChange): void;
  /** The text of a claim, which may come later than the claim. */
  describe(ref: string, text: string): void;
  /** Undefined: there is none any more. */
  trouble(message: string | undefined): void;
  close(): void;
}
