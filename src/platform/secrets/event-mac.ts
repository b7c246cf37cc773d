/**
 * Says of an event that a process of this installation wrote it: whoever can only write to the database appends none that
 * passes for one of ours. Outside of what is hashed: an export is verified without it.
 */
import type { SecretBox } from './secret-box.js';

type Secrets = Pick<SecretBox, 'digest'>;

/** Of the process: all that it writes is of one installation. */
let secrets: Secrets | undefined;

export const writeEventsUnder = (given: Secrets): void => {
  secrets = given;
};

/** HMAC-SHA256 of an event's hash; both 64 hex digits. */
export const macOfEvent = ({ digest }: Secrets, hash: string): string => digest(`event ${hash}`);

export const withMac = <Event extends { hash: string }>(event: Event): Event & { mac: string } => {
  if (!secrets) throw new Error('no key was given that events are written under');
  return { ...event, mac: macOfEvent(secrets, event.hash) };
};
