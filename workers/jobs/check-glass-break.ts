import type { Payload } from '../../src/jobs.js';

export interface GlassBreaks {
  /** Tells the editors that a decision out of turn still waits, or ends it; does nothing where neither is due. */
  checkGlassBreak(verdictId: string): Promise<void>;
}

export const checkGlassBreak =
  (glassBreaks: GlassBreaks) =>
  ({ verdictId }: Payload<'check-glass-break'>): Promise<void> =>
    glassBreaks.checkGlassBreak(verdictId);
