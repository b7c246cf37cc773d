/** PURE: whether readers are told in words of the desk why something was taken back. */
interface Listed {
  /** Null for what was published with a revision. */
  mark: string | null;
  status: string;
  /** When the revision was published, or the notice written. */
  createdAt: string;
}

/** What was written before the last revision is about an earlier one, whether it was let out or still waits. */
export function lacksNotice(editions: readonly Listed[]): boolean {
  const last = editions.findLast(({ mark }) => mark === null)?.createdAt;
  if (last === undefined) return false;
  return !editions.some(
    ({ mark, status, createdAt }) => mark !== null && status !== 'dropped' && createdAt > last,
  );
}
