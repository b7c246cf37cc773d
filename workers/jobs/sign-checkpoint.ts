export interface Signer {
  /** Signs today's checkpoint; does nothing where there is one, or another process is at it. */
  signDailyCheckpoint(): Promise<void>;
}

export const signCheckpoint = (signer: Signer) => (): Promise<void> => signer.signDailyCheckpoint();
