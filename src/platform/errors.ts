import { refuseUnknown, type Refusal } from '../domain/access/rules.js';

/**
 * The kinds of failure the core knows. What each means over HTTP is one table in http/problem.ts; here is
 * only what went wrong and what the reader can do about it.
 */
export type FailureKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'unprocessable'
  | 'limited'
  | 'busy'
  | 'upstream';

/** One thing that is wrong with the input. `pointer` is an RFC 6901 JSON pointer into the body, or a parameter's name. */
export interface Fault {
  in: 'body' | 'query' | 'path' | 'header';
  pointer: string;
  message: string;
}

export interface FailureDetails {
  /** Stable, machine-readable, snake_case: part of the problem document's `type`. Defaults to the kind. */
  code?: string;
  /** Every invalid field at once. */
  faults?: Fault[];
  /** More members for the problem document. */
  extra?: Record<string, unknown>;
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
}

/** A failure that may be told to the caller. Anything else that is thrown is a fault of ours. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly details: FailureDetails = {},
  ) {
    super(message);
    this.code = details.code ?? kind;
  }
}

/** A refusal as it is told. */
export const failureOf = ({ kind, code, why, faults = [], extra }: Refusal): Failure =>
  new Failure(kind, why, {
    code,
    ...(faults.length > 0 && { faults: faults.map((fault) => ({ in: 'body', ...fault })) }),
    ...(extra && { extra }),
  });

export const notFound = (what: string, name: string): Failure => failureOf(refuseUnknown(what, name));

/** Somebody else was at it at the same moment: what was asked for may be asked for again. */
export const changedMeanwhile = (): Failure =>
  new Failure('conflict', 'Somebody else changed it in the meantime: read it again.', {
    code: 'changed_meanwhile',
  });
