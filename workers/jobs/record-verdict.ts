import type { Payload } from '../../src/jobs.js';

export interface Recorder {
  /** Records or refuses a submitted verdict; does nothing where that has been done. */
  recordVerdict(verdictId: string): Promise<void>;
}

export const recordVerdict =
  (recorder: Recorder) =>
  ({ verdictId }: Payload<'record-verdict'>): Promise<void> =>
    recorder.recordVerdict(verdictId);
