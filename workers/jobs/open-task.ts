import type { Payload } from '../../src/jobs.js';

export interface Desk {
  /** Opens the task a claim's status owes; does nothing where there is none to open. */
  openOwedTask(claimId: string): Promise<void>;
}

export const openTask =
  (desk: Desk) =>
  ({ claimId }: Payload<'open-task'>): Promise<void> =>
    desk.openOwedTask(claimId);
