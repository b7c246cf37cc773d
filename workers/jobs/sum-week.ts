import type { Payload } from '../../src/jobs.js';

export interface Figures {
  /** Sums up a week that is over; does nothing where that has been done. */
  sumWeek(monday: string): Promise<void>;
}

export const sumWeek =
  (figures: Figures) =>
  ({ monday }: Payload<'sum-week'>): Promise<void> =>
    figures.sumWeek(monday);
