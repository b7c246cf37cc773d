import type { Payload } from '../../src/jobs.js';

export interface PrivilegedChanges {
  /** Ends a change that nobody has confirmed in time; does nothing where it was decided on. */
  lapsePrivilegedChange(changeId: string): Promise<void>;
}

export const lapsePrivilegedChange =
  (changes: PrivilegedChanges) =>
  ({ changeId }: Payload<'lapse-privileged-change'>): Promise<void> =>
    changes.lapsePrivilegedChange(changeId);
