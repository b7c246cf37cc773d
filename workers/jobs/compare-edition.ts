import type { Payload } from '../../src/jobs.js';

export interface EditionComparer {
  /** Tells the desk of each edition that was read and that would be another one now; does nothing for the rest. */
  compareEditions(changed: Payload<'compare-edition'>): Promise<void>;
}

export const compareEdition =
  (editions: EditionComparer) =>
  (changed: Payload<'compare-edition'>): Promise<void> =>
    editions.compareEditions(changed);
