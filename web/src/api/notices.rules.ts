/** PURE: whether readers are told in words of the desk why something was taken back. */
interface Listed {
  /** Null for what was published with a revision. */
  mark: string | null;
  status: string;
  publishedAt: string | null;
}

/** What was let out before the last revision was about an earlier one. */
export function lacksNotice(editions: readonly Listed[]): boolean {
  const last = editions.findLast(({ mark }) => mark === null)?.publishedAt;
  if (typeof last !== 'string') return false;
  return !editions.some(
    ({ mark, status, publishedAt }) =>
      mark !== null &&
      (status === 'proposed' || (status === 'approved' && publishedAt !== null && publishedAt > last)),
  );
}
