import type { Failure } from '../errors.js';

/** What a caller calls a write of theirs. */
export interface WriteName {
  keyId: string;
  operation: string;
  /** The `Idempotency-Key`. */
  key: string;
}

/** An answer as it can be kept and given again: a reply, or a refusal. */
export interface Answer {
  /** The role it was given to: what another may see of it is not known. */
  role?: string;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** It is given, and not kept. */
  incomplete?: boolean;
  /** The body was shown once and is not kept. */
  withheld?: true;
  failure?: Pick<Failure, 'kind' | 'message' | 'details'>;
}
