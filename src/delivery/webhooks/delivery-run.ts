import type { Store } from '../../platform/db/transaction.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import type { FeedCursor } from './feed-cursor.js';
import type { Entry, Retry } from './feed-cursor.repository.js';
import type { Leased } from './lease.repository.js';

export interface DeliveryDeps {
  store: Store;
  outbound: Outbound;
  secrets: SecretBox;
  random: () => number;
}

/** What a run knows. */
export interface DeliveryRun extends DeliveryDeps {
  webhook: Leased;
  cursor: FeedCursor<Entry>;
  /** What is to be tried again now, in the order of the feed. */
  due: Retry[];
  /** What is held up and not due. */
  later: Map<string, Retry>;
  /** In a row, up to now. */
  failures: number;
  /** Nothing new is tried in this run any more. */
  held: boolean;
  /** Something was accepted in this run. */
  accepted: boolean;
  /** The lease is lost, or the settings have changed: the next run sees how things are. */
  over: boolean;
  /** Something was not written: nothing that comes after it may be. */
  lost: boolean;
}
