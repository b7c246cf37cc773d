import { toSeal } from '../../domain/event/sealed-data.js';
import type { Tx } from '../../platform/db/client.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { macOfIdentity } from '../../platform/auth/credential-digests.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { changedMeanwhile, Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import {
  isPrivilegedBeginning,
  privilegedFields,
  type PrivilegedKind,
} from '../../domain/access/privileged-change.js';
import type { Actor, Caller } from '../../domain/access/rules.js';
import type { Outcome } from '../privileged-changes/outcome.js';
import { lockAdmins, type Holder } from '../privileged-changes/privileged-change.repository.js';
import { withSecondPerson, type Authority } from '../privileged-changes/second-person.js';
import { followOwners } from '../../delivery/webhooks/follow-owners.js';
import { askedIdentities, nameIdentities, nameIdentity, requireKnown } from './asked-identities.js';
import { setIdentities } from './identity.repository.js';
import { keepDeciders, lockWaiting, takesDeciders } from './keep-deciders.js';
import { findMember, insertMember, lockMember, updateMember } from './member.repository.js';
import { identityTaken, memberChanged, appendTied, tieIdentities } from './tie-identities.js';
import type { GivenIdentity, Identity, Member, MemberPatch, NewMember } from './member.schema.js';

type NamedMember = Omit<NewMember, 'identities'> & { identities?: Identity[] };
type NamedPatch = Omit<MemberPatch, 'identities'> & { identities?: Identity[] };

export type MemberService = ReturnType<typeof createMemberService>;

interface Deps {
  store: Store;
  secrets: Pick<SecretBox, 'digest' | 'seal'>;
}

/** Sees the member under lock and throws when they are not as the caller means to change them. */
type Expectation = (current: Member, tx: Tx) => void | Promise<void>;

export function createMemberService({ store, secrets }: Deps) {
  const named = <Given extends { identities?: GivenIdentity[] }>({ identities, ...given }: Given) => ({
    ...given,
    ...(identities && { identities: nameIdentities(secrets, identities) }),
  });

  const insert = async (
    tx: Tx,
    { identities = [], ...fields }: NamedMember,
    actor: Actor,
    authority: Authority = {},
  ): Promise<Member> => {
    const member = await insertMember(tx, fields);
    const { id, ref, kind, role } = member;
    const tied = await setIdentities(tx, id, identities, secrets);
    await appendTied(tx, tied.members, actor);
    await appendEvents(tx, actor, [
      {
        type: 'member.created',
        subject: { type: 'member', id },
        data: { ref: toSeal('member', id, ref), kind, role, ...authority },
      },
    ]);
    return identities.length === 0 ? member : ((await findMember(tx, id)) ?? member);
  };

  const create = async (given: NewMember, actor: Actor): Promise<Member> => {
    requireToolToRead(given);
    return explainNew(given, () => store.transact((tx) => insert(tx, named(given), actor)));
  };

  const lock = async (
    tx: Tx,
    idOrRef: string,
    patch: MemberPatch,
    expect: Expectation,
  ): Promise<{ current: Member; admins: Holder[] }> => {
    const admins = await lockAdmins(tx);
    const current = await lockMember(tx, idOrRef);
    if (!current) throw notFound('member', idOrRef);
    await expect(current, tx);
    requireToolToRead({ ...current, ...patch });
    const isLast = admins.length === 1 && admins[0]?.id === current.id;
    if (isLast && takesPower(patch)) throw lastAdmin();
    return { current, admins };
  };

  const alter = async (
    tx: Tx,
    current: Member,
    { identities, override: _, ...fields }: NamedPatch,
    actor: Actor,
    authority: Authority = {},
  ): Promise<Member> => {
    if (identities) await tieIdentities(tx, current, identities, { actor, digests: secrets });
    const member = await updateMember(tx, current.id, fields);
    const changed = [...Object.keys(fields), ...(identities ? ['identities'] : [])];
    await appendEvents(tx, actor, [memberChanged(member, changed, authority)]);
    if (current.active && !member.active) await followOwners.memberEnded(tx, actor, member.id);
    return member;
  };

  return {
    nameIdentity: (given: GivenIdentity): Identity => nameIdentity(secrets, given),

    /** Whether it was tied to that member by a process that has the key, and not by whoever can write to the database. */
    isTied: ({ digest }: Identity, { memberId, mac }: { memberId: string; mac: string }): boolean =>
      mac === macOfIdentity(secrets, digest, memberId),

    /** For the system and the command: an admin of the API asks by `requestCreation`. */
    create,

    /** The member of this ref as they are, or else created as given: for the first start and the command line. */
    ensure: async (given: NewMember, actor: Actor): Promise<Member> =>
      (await findMember(store.db, given.ref)) ?? (await create(given, actor)),

    async requestCreation(asked: NewMember, caller: Caller): Promise<Outcome<Member>> {
      const given = named(asked);
      requireToolToRead(given);
      const { role, identities = [] } = given;
      return explainNew(given, () =>
        store.transact(async (tx) => {
          await requireKnown(tx, secrets, asked.identities);
          if (!isPrivilegedBeginning({ role, identities: identities.length }))
            return { done: await insert(tx, given, caller) };
          await lockWaiting(tx);
          const admins = await lockAdmins(tx);
          await requireFree(tx, given);
          await keepDeciders(tx, given);
          return withSecondPerson(
            tx,
            { actor: caller, admins },
            {
              kind: 'create_member',
              wanted: given,
              identities: askedIdentities(secrets, asked.identities),
              shown: { role },
            },
            (authority) => insert(tx, given, caller, authority),
          );
        }),
      );
    },

    /** For the system and what everybody settles for themselves: an admin of the API asks by `requestChange`. */
    change: (idOrRef: string, patch: MemberPatch, actor: Actor, expect: Expectation): Promise<Member> =>
      explainTie(() =>
        store.transact(async (tx) =>
          alter(tx, (await lock(tx, idOrRef, patch, expect)).current, named(patch), actor),
        ),
      ),

    requestChange: (
      idOrRef: string,
      asked: MemberPatch,
      caller: Caller,
      expect: Expectation,
    ): Promise<Outcome<Member>> =>
      explainTie(() =>
        store.transact(async (tx) => {
          await requireKnown(tx, secrets, asked.identities);
          const patch = named(asked);
          if (takesDeciders(patch)) await lockWaiting(tx);
          const { current, admins } = await lock(tx, idOrRef, patch, expect);
          const left = await keepDeciders(tx, { current, ...patch });
          const fields = privilegedFieldsOf(current, patch);
          if (fields.length === 0) return { done: await alter(tx, current, patch, caller, left) };
          const { role, active } = { ...current, ...patch };
          return withSecondPerson(
            tx,
            { actor: caller, admins },
            {
              kind: 'change_member',
              member: current,
              wanted: patch,
              before: pick(current, fields),
              identities: askedIdentities(secrets, asked.identities),
              shown: { role, active },
            },
            (authority) => alter(tx, current, patch, caller, { ...left, ...authority }),
          );
        }),
      ),

    /** Before the members are. */
    async lockSubject(tx: Tx, { kind }: { kind: PrivilegedKind }): Promise<void> {
      if (kind === 'change_member' || kind === 'create_member') await lockWaiting(tx);
    },

    /** What was asked for and has been confirmed, by the transaction of the confirmation. */
    confirmed: {
      create: async (tx: Tx, asked: NewMember, caller: Caller, authority: Authority): Promise<void> => {
        const given = named(asked);
        await requireFree(tx, given);
        await keepDeciders(tx, given);
        await explainNew(given, () => insert(tx, given, caller, authority));
      },
      change: async (
        tx: Tx,
        { id, patch, before }: { id: string; patch: MemberPatch; before: object },
        caller: Caller,
        authority: Authority,
      ): Promise<void> => {
        const { current } = await lock(tx, id, patch, () => undefined);
        const fields = Object.keys(before) as (keyof Member)[];
        if (JSON.stringify(sorted(pick(current, fields))) !== JSON.stringify(sorted(before)))
          throw changedMeanwhile();
        const left = await keepDeciders(tx, { current, ...named(patch) });
        await explainTie(() => alter(tx, current, named(patch), caller, { ...left, ...authority }));
      },
    },

    async find(idOrRef: string): Promise<Member> {
      const member = await findMember(store.db, idOrRef);
      if (!member) throw notFound('member', idOrRef);
      return member;
    },
  };
}

const explainTie = <Result>(work: () => Promise<Result>): Promise<Result> =>
  explainConstraint({ member_identities_standing: identityTaken }, work);

const explainNew = <Result>({ ref }: Pick<NewMember, 'ref'>, work: () => Promise<Result>): Promise<Result> =>
  explainConstraint({ members_ref_key: refTaken(ref), member_identities_standing: identityTaken }, work);

/** Told when it is asked for, and not to whoever confirms it. */
async function requireFree(tx: Tx, { ref }: Pick<NewMember, 'ref'>): Promise<void> {
  if (await findMember(tx, ref)) throw refTaken(ref)();
}

const privilegedFieldsOf = (current: Member, { role, active, identities }: NamedPatch) =>
  privilegedFields(
    current,
    { ...(role !== undefined && { role }), ...(active !== undefined && { active }) },
    {
      changesIdentities:
        identities !== undefined &&
        JSON.stringify(namesOf(identities)) !== JSON.stringify(namesOf(current.identities)),
    },
  );

const namesOf = (identities: readonly Identity[]): string[] =>
  identities.map(({ issuer, digest }) => `${issuer} ${digest}`).sort();

const pick = (member: Member, fields: readonly (keyof Member)[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, member[field]]));

/** As the database gives JSON back: in an order of its own. */
const sorted = (value: object): unknown =>
  JSON.parse(canonicalJson(JSON.parse(JSON.stringify(value)))) as unknown;

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

const lastAdmin = (): Failure =>
  new Failure('conflict', 'This is the last active admin. Make another member admin first.', {
    code: 'last_admin',
  });
