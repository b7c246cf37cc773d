export interface Signer {
  /** Signs today's checkpoint; does nothing where there is one, or another process is at it. `until` breaks it off. */
  signDailyCheckpoint(until?: AbortSignal): Promise<void>;
}

/** Of very many claims it takes longer than a process that is told to end may wait. */
export const signCheckpoint = (signer: Signer, closing?: AbortSignal) => (): Promise<void> =>
  signer.signDailyCheckpoint(closing);
