/** What has happened since a list was asked for: each list says itself which events could change it. */
import { useSyncExternalStore } from 'react';
import type { Heard } from './live.js';
import { createListeners } from '../parts/listeners.js';

type What = Omit<Heard, 'id' | 'subject'> & Partial<Pick<Heard, 'subject'>>;

/** More than this are not counted. */
const mostHeard = 1_000;
let heard: readonly { event: What; at: number }[] = [];
const { subscribe, notify } = createListeners();

export function noteNewer(events: readonly What[], at = Date.now()): void {
  heard = [...heard, ...events.map((event) => ({ event, at }))].slice(-mostHeard);
  notify();
}

/** How many claims they are about: what happens to one several times is one change of a list. */
export const countNewer = (since: number, concerns: (event: What) => boolean): number =>
  new Set(
    heard
      .filter(({ event, at }) => at >= since && concerns(event))
      .map(({ event }) => event.claim ?? event.subject ?? event),
  ).size;

export const useNewer = (since: number, concerns: (event: What) => boolean): number =>
  useSyncExternalStore(subscribe, () => countNewer(since, concerns));

/** What has happened to a claim, by its ref, since it had this version; the last at the end. */
export const eventsOf = (ref: string, version: number): What[] =>
  heard.flatMap(({ event }) => (event.claim === ref && (event.ordinal ?? 0) > version ? [event] : []));

export const isOfClaim = ({ claim }: What): boolean => claim !== undefined;
