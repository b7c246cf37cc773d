import type { Payload } from '../../src/jobs.js';

export interface ErasedFiles {
  /** Removes captured bytes that were erased; does nothing where they are gone. */
  removeErasedFiles(erasureId: string): Promise<void>;
}

export const removeErasedFiles =
  (files: ErasedFiles) =>
  ({ erasureId }: Payload<'remove-erased-files'>): Promise<void> =>
    files.removeErasedFiles(erasureId);
