import { unknownRefusal, type Refusal } from '../domain/problem/refusal.js';
import type { Findable, ProblemCode } from '../domain/problem/codes.js';
import type { FailureKind } from '../domain/problem/meaning.js';

/** Codes that commands and workers tell of, and no answer of the API. */
type InnerCode =
  | FailureKind
  | 'malformed_row'
  | 'migration_failed'
  | 'database_unusable'
  | 'earlier_development_version'
  | 'later_version'
  | 'checkpoint_key_missing'
  | 'checkpoint_contradicted'
  | 'database_behind_log';

/** One thing that is wrong with the input. `pointer` is an RFC 6901 JSON pointer into the body, or a parameter's name. */
export interface Fault {
  in: 'body' | 'query' | 'path' | 'header';
  pointer: string;
  message: string;
}

interface FailureDetails {
  /** Part of the problem document's `type`. Defaults to the kind. */
  code?: ProblemCode | InnerCode;
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
  readonly code: ProblemCode | InnerCode;

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly details: FailureDetails = {},
  ) {
    super(message);
    this.code = details.code ?? kind;
  }
}

/** A refusal as it is told; `place`: where what it points at stands. */
export const failureOf = (
  { kind, code, why, faults = [], extra }: Refusal,
  place: Fault['in'] = 'body',
): Failure =>
  new Failure(kind, why, {
    code,
    ...(faults.length > 0 && { faults: faults.map((fault) => ({ in: place, ...fault })) }),
    ...(extra && { extra }),
  });

export const notFound = (what: Findable, name: string): Failure => failureOf(unknownRefusal(what, name));

/** Somebody else was at it at the same moment: what was asked for may be asked for again. */
export const changedMeanwhile = (): Failure =>
  new Failure('conflict', 'Somebody else changed it in the meantime: read it again.', {
    code: 'changed_meanwhile',
  });
