import type { EventType } from '../../../domain/event/types.js';
import { claimEvents } from './claim-events.js';
import type { EventDescription } from './event-description.js';
import { deskEvents } from './desk-events.js';
import { recordEvents } from './record-events.js';

/** Every type of event with what it means and what its data holds: a new type does not compile without. */
export const eventData: Readonly<Record<EventType, EventDescription>> = {
  ...recordEvents,
  ...claimEvents,
  ...deskEvents,
};
