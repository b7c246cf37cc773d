/** Whether something was decided before its time was over, by the moments of the events. */
const hourMs = 3_600_000;

/** Decided on in time, and written a little later: an event has the moment in which it is written. */
const writingMs = 60_000;

export const isWithin = (hours: number, from: string, until: string): boolean =>
  Date.parse(until) - Date.parse(from) <= hours * hourMs + writingMs;
