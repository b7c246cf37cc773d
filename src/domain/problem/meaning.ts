/** The kinds of failure. What each is over HTTP is one table in platform/http/problem.ts. */
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

/** What a code stands for, wherever it is answered with. */
export interface Meaning {
  /** More than one where it depends on whom the rule speaks of: the caller, or somebody they name. */
  kinds: readonly FailureKind[];
  title: string;
  /** What happened, and what to do next. */
  means: string;
}

export const meaning =
  (...kinds: readonly FailureKind[]) =>
  (title: string, means: string): Meaning => ({ kinds, title, means });
