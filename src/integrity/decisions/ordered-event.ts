import type { EventContent } from '../../domain/event/chain.js';
import type { EventType } from '../../domain/event/types.js';

/** An event in its order among those of all chains. */
export interface OrderedEvent extends EventContent {
  type: EventType;
  data: Readonly<Record<string, unknown>>;
  order: number;
}
