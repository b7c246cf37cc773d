/** Whoever leaves, or becomes one person with another, leaves somebody to decide on each verdict that waits, and to correct what is public. */
import type { Participant } from '../../domain/task/side.js';
import { leftUncorrectable, leftUndecided, type Deciders } from '../../domain/task/left-undecided.js';
import type { Tx } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import { Failure } from '../../platform/errors.js';
import type { Authority } from '../privileged-changes/second-person.js';
import type { Identity, Member } from './member.schema.js';

interface Change {
  /** Undefined: somebody who is new. */
  current?: Pick<Member, 'id' | 'role' | 'active'>;
  role?: Member['role'];
  active?: boolean;
  identities?: readonly Identity[];
  override?: boolean;
}

/** Whether a change of a member could take somebody from those who decide. */
export const takesDeciders = ({
  role,
  active,
  identities = [],
}: Pick<Change, 'role' | 'active' | 'identities'>) =>
  role !== undefined || active !== undefined || identities.length > 0;

/** What an editor holds to write a verdict: they could not decide on it. */
const heldByEditors = Prisma.sql`
  SELECT t.claim_id, person_of(t.assignee_id) AS person FROM review_tasks t
  WHERE t.stage IN ('review', 'correction') AND t.status IN ('assigned', 'in_progress')
    AND person_of(t.assignee_id) IN (SELECT person_of(m.id) FROM members m WHERE m.role = 'editor' AND m.active)`;

/** What is decided on next: submitted, held by an editor, or a correction, whose note an editor wrote. */
const waiting = Prisma.sql`
  SELECT v.claim_id FROM verdicts v WHERE v.status IN ('submitted', 'proposed')
  UNION SELECT held.claim_id FROM (${heldByEditors}) held UNION SELECT c.id FROM claims c WHERE c.status = 'correcting'`;

/** What is public, and of which somebody has written or decided since: a correction was called off, or a note waits for the next one. */
const involving = Prisma.sql`
  SELECT s.claim_id FROM verdict_sides s JOIN claims c ON c.id = s.claim_id WHERE c.status = 'published'`;

/**
 * Locks the claims whose verdict waits, or is written by an editor, before any member: whoever writes on one at this moment, and
 * could not decide then, is waited for, or waits and finds who is left.
 */
export async function lockWaiting(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM claims WHERE id IN (${waiting} UNION ${involving}) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Throws where the change would leave verdicts that nobody could decide on, or an editor leaves claims whose correction nobody could
 * begin; where it is made all the same, its event says so. The claims of these are locked.
 */
export async function keepDeciders(
  tx: Tx,
  { current, role = current?.role, active = current?.active ?? true, identities = [], override }: Change,
): Promise<Authority> {
  const isEditor = role === 'editor' && active;
  const leaves = current?.role === 'editor' && current.active && !isEditor;
  if (!leaves && identities.length === 0) return {};
  const { editors, persons, claims, published } = await readStanding(tx, current?.id ?? null, identities);
  const stay = isEditor ? editors : editors.filter(({ id }) => id !== current?.id);
  const before = { editors, tied: [] };
  const after = { editors: stay, tied: persons };
  const undecided = leftUndecided(claims, before, after);
  const isUndecided = undecided.length > 0 || !leaves;
  const left = isUndecided ? listed(undecided) : await findUncorrectable(tx, published, { before, after });
  const { count, few } = left;
  if (count === 0) return {};
  if (override === true) return { override: true };
  const named = few.map(({ ref }) => ref).join(', ');
  throw new Failure('conflict', sayLeft(named, isUndecided, current !== undefined), {
    code: 'nobody_left_to_decide',
    extra: { claims: few, count },
  });
}

function sayLeft(named: string, isUndecided: boolean, isKnown: boolean): string {
  if (isUndecided)
    return isKnown
      ? `Nobody could decide on the verdict of ${named} then: have it decided first, make another editor, or send "override": true.`
      : `Nobody could decide on the verdict of ${named} then: have it decided first, or make the member without that identity.`;
  return `Nobody could begin a correction of ${named} then: make another editor first, or send "override": true.`;
}

/** Of what is public and involves nobody, all is left, or nothing. */
async function findUncorrectable(
  tx: Tx,
  involved: readonly Claim[],
  { before, after }: { before: Deciders; after: Deciders },
): Promise<Left> {
  if (leftUncorrectable([{ participants: [] }], before, after).length === 0)
    return listed(leftUncorrectable(involved, before, after));
  const where = { status: 'published' } as const;
  const count = await tx.claim.count({ where });
  const select = { id: true, ref: true };
  return { count, few: await tx.claim.findMany({ where, orderBy: { id: 'asc' }, take: mostNamed, select }) };
}

const mostNamed = 10;

interface Left {
  count: number;
  few: { id: string; ref: string }[];
}

const listed = (claims: readonly Claim[]): Left => ({
  count: claims.length,
  few: claims.slice(0, mostNamed).map(({ id, ref }) => ({ id, ref })),
});

interface Claim {
  id: string;
  ref: string;
  participants: Participant[];
}

interface Standing extends Pick<Deciders, 'editors'> {
  /** Those whose verdict was submitted and is not decided on, or is written. */
  claims: Claim[];
  /** Those that are public, and involve somebody all the same. */
  published: Claim[];
  /** The member's, and those who signed in with one of these identities before. */
  persons: string[];
}

interface Read extends Omit<Standing, 'claims'> {
  claims: (Claim & { holders: string[] })[];
}

async function readStanding(
  tx: Tx,
  member: string | null,
  identities: readonly Identity[],
): Promise<Standing> {
  const digests = identities.map(({ digest }) => digest);
  const [{ claims, ...standing }] = await tx.$queryRaw<[Read]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'personId', person_of(m.id))), '[]')
        FROM members m WHERE m.role = 'editor' AND m.active) AS editors,
      (SELECT coalesce(jsonb_agg(DISTINCT one.person), '[]') FROM (
        SELECT person_of(i.member_id) AS person FROM member_identities i
        WHERE i.ended_at IS NOT NULL AND encode(i.digest, 'hex') = ANY (${digests})
        UNION SELECT person_of(${member}::uuid) WHERE ${member}::uuid IS NOT NULL) one) AS persons,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'ref', c.ref, 'participants', docket_participants(c.id),
          'holders', ARRAY(SELECT held.person FROM (${heldByEditors}) held WHERE held.claim_id = c.id)) ORDER BY c.id), '[]')
        FROM claims c WHERE c.id IN (${waiting})) AS claims,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'ref', c.ref, 'participants', docket_participants(c.id)) ORDER BY c.id), '[]')
        FROM claims c WHERE c.id IN (${involving})) AS published`;
  const withHolders = claims.map(({ holders, participants, ...claim }) => ({
    ...claim,
    participants: [
      ...participants,
      ...holders.map((personId) => ({ personId, side: 'writing' as const, kept: false })),
    ],
  }));
  return { ...standing, claims: withHolders };
}
