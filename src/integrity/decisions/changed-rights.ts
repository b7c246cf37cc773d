/** What an event makes of the rights of a member or of a key, by the rows: whatever its type is, and whatever it says of them. */
import { isPrivilegedBeginning, privilegedFields } from '../../domain/access/privileged-change.js';
import type { Cells } from '../../domain/replay/row.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { Rights } from './member-histories.js';

export interface ChangedRights {
  /** It takes an admin. */
  takesAdmin: boolean;
  /** It takes two of them, where there are two. */
  takesTwo: boolean;
  /** A sign-in brings it about, too, which no member does. */
  bySignIn: boolean;
}

/** `before`: undefined for a new one. */
export function changedMember(before: Rights | undefined, now: Rights): ChangedRights {
  const { role, active, identities } = now;
  if (!before) {
    const takesTwo = isPrivilegedBeginning({ role, identities: identities.length });
    return { takesAdmin: true, takesTwo, bySignIn: role === 'reader' };
  }
  const changesIdentities = before.identities.join() !== identities.join();
  const takesTwo = privilegedFields(before, { role, active }, { changesIdentities }).length > 0;
  const bySignIn = !takesTwo && before.active === active;
  return { takesAdmin: !bySignIn || before.person !== now.person, takesTwo, bySignIn };
}

/** Whoever has a key makes others for themselves, and ends their own. Nobody changes whose it is, or lets it live again. */
export function changedKey(
  before: Cells | undefined,
  now: Cells,
  actor: string | null,
): ChangedRights | { why: string } {
  const isTheirs = now['member_id'] === actor;
  if (!before) {
    const bySignIn = (now['secret_digest'] ?? null) === null;
    return { takesAdmin: !isTheirs, takesTwo: !isTheirs, bySignIn };
  }
  const differs = (column: string): boolean =>
    canonicalJson(before[column] ?? null) !== canonicalJson(now[column] ?? null);
  if (differs('member_id') || differs('secret_digest'))
    return { why: 'says that a key is of another member, or has another secret, than when it was made' };
  if ((before['revoked_at'] ?? null) !== null && differs('revoked_at'))
    return { why: 'says that a key was not revoked that was' };
  if (endOf(now) > endOf(before)) return { why: 'says that a key works longer than it was said to' };
  const ends = differs('revoked_at') || differs('expires_at') || differs('successor_id');
  return { takesAdmin: ends && !isTheirs, takesTwo: false, bySignIn: !ends };
}

const endOf = ({ expires_at }: Cells): number =>
  typeof expires_at === 'string' ? Date.parse(expires_at) : Infinity;
