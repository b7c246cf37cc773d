/** Nothing of a claim is public but by one event that approves it, and by whom stays as it was told. */
import type { EventContent } from '../../domain/event/chain.js';
import type { State } from '../../domain/replay/apply.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';

interface Approval {
  type: string;
  data: Readonly<Record<string, unknown>>;
}

export function createApprovals() {
  /** Verdict, or digest of a notice → how many events approve it. */
  const approvals = new Map<string, number>();
  /** Verdict → the digest of the edition that was approved with it. */
  const named = new Map<string, unknown>();
  /** Verdict → who approved it. */
  const approvers = new Map<string, unknown>();

  const requireOne = (what: string, place: FaultLocation): void => {
    const count = approvals.get(what) ?? 0;
    if (count === 0) throw new VerificationError('is public, and no event approves it', place);
    if (count > 1) throw new VerificationError('is approved more than once', place);
  };

  return {
    event({ type, data }: Approval & Pick<EventContent, 'id'>, after: State): void {
      const what =
        type === 'claim.approved'
          ? data['verdict']
          : type === 'claim.notice_approved'
            ? data['edition']
            : undefined;
      if (typeof what === 'string') approvals.set(what, (approvals.get(what) ?? 0) + 1);
      if (type === 'claim.approved') named.set(String(what), data['edition']);
      for (const [id, { approver_id }] of after.get('verdicts') ?? []) {
        const before = approvers.get(id);
        if (before !== undefined && approver_id !== before)
          throw new VerificationError('is said to be approved by somebody else than before', {
            table: 'verdicts',
            row: id,
            column: 'approver_id',
          });
        if (typeof approver_id === 'string') approvers.set(id, approver_id);
      }
    },

    /** With all events told: what they have made public. */
    check(last: State): void {
      for (const [id, { revision }] of last.get('verdicts') ?? [])
        if (typeof revision === 'number') requireOne(id, { table: 'verdicts', row: id, column: 'revision' });
      for (const [digest, { verdict_id, document }] of last.get('editions') ?? []) {
        const place = { table: 'editions', row: digest };
        requireOne(String(verdict_id), place);
        if (named.get(String(verdict_id)) !== digest)
          throw new VerificationError('is not the edition that was approved', place);
        requireOwnDigest(digest, document, place);
      }
      for (const [digest, { status, document }] of last.get('notices') ?? []) {
        const place = { table: 'notices', row: digest };
        if (status === 'approved') requireOne(digest, place);
        requireOwnDigest(digest, document, place);
      }
    },
  };
}

/** An edition and a notice are called by the hash of what they say. */
function requireOwnDigest(digest: string, document: unknown, place: FaultLocation): void {
  const { hash } = (typeof document === 'object' && document !== null ? document : {}) as { hash?: unknown };
  if (hash !== digest) throw new VerificationError('is not called by the hash of what it says', place);
}
