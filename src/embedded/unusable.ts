import { Failure } from '../errors.js';

/** The embedded database cannot be had; the message is one line that says what to do. */
export const unusable = (message: string): Failure =>
  new Failure('upstream', message, { code: 'embedded-database-unusable' });

/** What the system answered to reading or writing a file, in words. */
export function fileTrouble(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  const meaning = typeof code === 'string' ? meanings[code] : undefined;
  return meaning ?? (error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : String(error));
}

const meanings: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
  ELOOP: 'its links lead nowhere',
};
