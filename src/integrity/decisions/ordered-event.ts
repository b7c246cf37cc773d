import { chainOf, type EventContent } from '../../domain/event/chain.js';
import type { EventType } from '../../domain/event/types.js';
import type { FaultLocation } from '../checkpoints/verification-error.js';
import { orderOf } from './decision.js';

/** An event in its order among those of all chains. */
export interface OrderedEvent extends EventContent {
  type: EventType;
  data: Readonly<Record<string, unknown>>;
  order: number;
}

/** `position`: its place in the feed, if it has one yet. */
export const inOrder = (event: EventContent, position: number | null | undefined): OrderedEvent => ({
  ...event,
  type: event.type as OrderedEvent['type'],
  data: typeof event.data === 'object' && event.data !== null ? (event.data as OrderedEvent['data']) : {},
  order: orderOf(position ?? null, event.at),
});

export const placeOf = (event: OrderedEvent): FaultLocation => ({
  chain: chainOf(event),
  ordinal: event.ordinal,
  id: event.id,
});
