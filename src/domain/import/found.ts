/** PURE: what is met in a document. */
import type { Node } from './node.js';

export type Found =
  | {
      kind: 'review';
      node: Node;
      at: string;
      /** Made of another form, in which what is inside has other places. */
      isMade?: true;
    }
  /** An item that was removed from a feed. */
  | { kind: 'removal'; node: Node; at: string }
  /** It stands where reviews stand, and is none. */
  | { kind: 'other'; at: string; what: string }
  | { kind: 'too_deep'; at: string };
