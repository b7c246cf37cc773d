import type { Payload } from '../../src/jobs.js';

export interface Rechecks {
  /** Says once that a verdict is due to be checked again; does nothing where it is not, or was said. */
  askRecheck(verdictId: string): Promise<void>;
}

export const askRecheck =
  (rechecks: Rechecks) =>
  ({ verdictId }: Payload<'ask-recheck'>): Promise<void> =>
    rechecks.askRecheck(verdictId);
