import type { Tx } from '../../platform/db/client.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Actor } from '../../domain/access/rules.js';
import { followOwners } from '../../delivery/webhooks/follow-owners.js';
import { setIdentities } from './identity.repository.js';
import { findKey, revokeKey } from '../keys/key.repository.js';
import { findMember, insertMember, lockAdmins, lockMember, updateMember } from './member.repository.js';
import type { Identity, Member, MemberPatch, NewMember } from './member.schema.js';

export type MemberService = ReturnType<typeof createMemberService>;

export function createMemberService({ store }: { store: Store }) {
  const create = async (given: NewMember, actor: Actor): Promise<Member> => {
    requireToolToRead(given);
    return explainConstraint(
      { members_ref_key: refTaken(given.ref), member_identities_pkey: identityTaken },
      () =>
        store.transact(async (tx) => {
          const { identities = [], ...fields } = given;
          const member = await insertMember(tx, fields);
          const { id, ref, kind, role } = member;
          await setIdentities(tx, id, identities);
          await appendEvents(tx, actor, [
            { type: 'member.created', subject: { type: 'member', id }, data: { ref, kind, role } },
          ]);
          return identities.length === 0 ? member : ((await findMember(tx, id)) ?? member);
        }),
    );
  };

  return {
    create,

    /** The member of this ref as they are, or else created as given: for the first start and the command line. */
    ensure: async (given: NewMember, actor: Actor): Promise<Member> =>
      (await findMember(store.db, given.ref)) ?? (await create(given, actor)),

    /** `expect` sees the member under lock and throws when they are not as the caller means to change them. */
    async change(
      idOrRef: string,
      patch: MemberPatch,
      actor: Actor,
      expect: (current: Member) => void,
    ): Promise<Member> {
      return explainConstraint({ member_identities_pkey: identityTaken }, () =>
        store.transact(async (tx) => {
          const admins = takesPower(patch) ? await lockAdmins(tx) : [];
          const current = await lockMember(tx, idOrRef);
          if (!current) throw notFound('member', idOrRef);
          expect(current);
          requireToolToRead({ ...current, ...patch });
          if (admins.length === 1 && admins[0] === current.id) throw lastAdmin();
          const { identities, ...fields } = patch;
          if (identities) await tie(tx, current, identities, actor);
          const member = await updateMember(tx, current.id, fields);
          const { id, ref, role, active } = member;
          await appendEvents(tx, actor, [
            {
              type: 'member.changed',
              subject: { type: 'member', id },
              data: { ref, role, active, changed: Object.keys(patch) },
            },
          ]);
          if (current.active && !active) await followOwners.memberEnded(tx, actor, id);
          return member;
        }),
      );
    },

    async find(idOrRef: string): Promise<Member> {
      const member = await findMember(store.db, idOrRef);
      if (!member) throw notFound('member', idOrRef);
      return member;
    },
  };
}

const takesPower = ({ role, active }: MemberPatch): boolean =>
  active === false || (role !== undefined && role !== 'admin');

/** Verdicts have an author one can ask, so only people may work in Isnad; a tool only reads. */
function requireToolToRead({ kind, role }: Pick<Member, 'kind' | 'role'>): void {
  if (kind === 'tool' && role !== 'reader')
    throw new Failure('invalid', 'A tool can only be a reader: work is done, and answered for, by people.', {
      code: 'tool_not_reader',
      faults: [{ in: 'body', pointer: '/role', message: 'must be "reader" for a tool' }],
    });
}

/** Ties identities to a member; a key that stood for one they have no longer works no more. */
async function tie(
  tx: Tx,
  { id, ref }: Member,
  identities: readonly Identity[],
  actor: Actor,
): Promise<void> {
  for (const keyId of await setIdentities(tx, id, identities)) {
    const { name, revokedAt } = (await findKey(tx, keyId)) ?? { name: '', revokedAt: '' };
    if (revokedAt !== null || !(await revokeKey(tx, keyId, new Date()))) continue;
    await appendEvents(tx, actor, [
      { type: 'key.revoked', subject: { type: 'key', id: keyId }, data: { name, member: ref } },
    ]);
    await followOwners.keyRevoked(tx, actor, keyId);
  }
}

const identityTaken = (): Failure =>
  new Failure('conflict', 'One of these identities is tied to another member.', {
    code: 'identity_taken',
    faults: [{ in: 'body', pointer: '/identities', message: 'must not be those of another member' }],
  });

const lastAdmin = (): Failure =>
  new Failure('conflict', 'This is the last active admin. Make another member admin first.', {
    code: 'last_admin',
  });
