/** PURE: what readers are told in words of the desk of why something was taken back, and whether that is lacking. */
interface Listed {
  /** Null for what was published with a revision. */
  mark: string | null;
  status: string;
  /** When the revision was published, or the notice written. */
  createdAt: string;
}

/** What was written before the last revision is about an earlier one, whether it was let out or still waits. */
function noticesOfLast<Edition extends Listed>(editions: readonly Edition[]): Edition[] | undefined {
  const last = editions.findLast(({ mark }) => mark === null)?.createdAt;
  return last === undefined
    ? undefined
    : editions.filter(({ mark, createdAt }) => mark !== null && createdAt > last);
}

export const approvedNotice = <Edition extends Listed>(editions: readonly Edition[]): Edition | undefined =>
  noticesOfLast(editions)?.findLast(({ status }) => status === 'approved');

export const lacksNotice = (editions: readonly Listed[]): boolean =>
  noticesOfLast(editions)?.every(({ status }) => status === 'dropped') ?? false;
