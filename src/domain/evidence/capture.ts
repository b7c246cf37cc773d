/** PURE: why a capture can fail, when it is tried again, and what a new capture says about the last one. */

interface FailureKind {
  /** Whether the page may be there a little later. */
  again: boolean;
}

/** Why there is no capture. What leads to it is said in words beside it. */
const captureFailures = {
  refused: { again: false },
  unknown_host: { again: false },
  unreachable: { again: true },
  insecure: { again: false },
  too_slow: { again: true },
  broken: { again: true },
  too_large: { again: false },
  too_many_redirects: { again: false },
  not_found: { again: false },
  empty: { again: true },
  login_needed: { again: false },
  denied: { again: false },
  too_many_requests: { again: true },
  server_error: { again: true },
  unexpected_status: { again: false },
  not_stored: { again: true },
  never_ended: { again: false },
} as const satisfies Record<string, FailureKind>;

export type CaptureFailureCode = keyof typeof captureFailures;
export const captureFailureCodes = Object.keys(captureFailures) as CaptureFailureCode[];

/** How often a page is asked for, each time a capture is asked for. */
export const mostTries = 3;

/** Seconds until the next try after so many that failed; undefined where there is none. */
export const secondsUntilNext = (code: CaptureFailureCode, tries: number): number | undefined =>
  captureFailures[code].again && tries < mostTries ? [30, 300][tries - 1] : undefined;

/** What is wrong with an answer of this status; undefined for a page. */
export function faultOfStatus(status: number): CaptureFailureCode | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return 'not_found';
  if ([401, 402, 403, 407, 451].includes(status)) return 'denied';
  if (status === 429) return 'too_many_requests';
  return status >= 500 ? 'server_error' : 'unexpected_status';
}

interface Likeness {
  sha256: string | null;
  textSha256: string | null;
}

export const captureChanges = ['first', 'same', 'same_text', 'changed', 'gone'] as const;
export type CaptureChange = (typeof captureChanges)[number];

/**
 * What became of a page since it was last captured. Most pages differ in their bytes each time they are asked
 * for; what they have to say is compared too.
 */
export function changeSince(before: Likeness | undefined, now: Likeness): Exclude<CaptureChange, 'gone'> {
  if (!before) return 'first';
  if (before.sha256 === now.sha256) return 'same';
  return before.textSha256 !== null && before.textSha256 === now.textSha256 ? 'same_text' : 'changed';
}

/** How long a verdict waits, once submitted, for evidence that nobody has looked at yet. */
export const longestWaitMs = 15_000;
