/** PURE: what became of the evidence of a verdict since the one before it. */
interface Resting {
  id: string;
  url: string;
  capture: { id: string; number: number; sha256: string | null } | null;
}

interface ChangedCapture {
  evidence: string;
  url: string;
  before: { id: string; number: number };
  after: { id: string; number: number };
}

/** Pages that both rest on, and that are others by now: what was read in the one is not what is read in the other. */
export const changedCaptures = (before: readonly Resting[], now: readonly Resting[]): ChangedCapture[] =>
  now.flatMap(({ id, url, capture }) => {
    const old = before.find((one) => one.id === id)?.capture;
    return old && capture && old.sha256 !== capture.sha256
      ? [{ evidence: id, url, before: old, after: capture }]
      : [];
  });
