/** Where captured bytes are kept: under their SHA-256, so the same bytes are kept once and can be checked. */
import { createHash } from 'node:crypto';
import type { FolderUsers } from './folder-users.js';

export interface PageStore {
  /** Resolves once the bytes would survive a crash. */
  put(sha256: string, bytes: Buffer): Promise<void>;
  /** The bytes, and no others: rejects with a StoreFault where they cannot be had. */
  get(sha256: string): Promise<Buffer>;
  /** Resolves once nothing is stored under it any more. */
  remove(sha256: string): Promise<void>;
  /** True, or why nothing can be kept there, in words; only where it is a folder. */
  checkDisk?: () => Promise<true | string>;
  /** Only where the store can tell what lies in it: a bucket is asked for nothing but single objects. */
  shelves?: Shelves;
}

/** What is looked through for stray bytes; rejects with a StoreFault as well. */
export interface Shelves {
  /** What lies on one of 256 shelves (the first byte of the hash) and was last put before that moment. */
  listOlder(shelf: number, before: number): Promise<string[]>;
  /** Unless it was put again since; tells whether it was removed. */
  removeOlder(sha256: string, before: number): Promise<boolean>;
  users: FolderUsers;
}

export class StoreFault extends Error {
  override readonly name = 'StoreFault';

  constructor(
    readonly kind: 'missing' | 'damaged' | 'unavailable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Throws unless these are the bytes that are asked for. */
export function requireWhole(sha256: string, bytes: Buffer): Buffer {
  if (sha256Of(bytes) === sha256) return bytes;
  throw new StoreFault('damaged', `What is stored under ${sha256} is no longer what was captured.`);
}
