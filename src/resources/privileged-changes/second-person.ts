import { lapseHours, type PrivilegedKind } from '../../domain/access/privileged-change.js';
import { isSystem, type Actor, type Role } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Outcome } from './outcome.js';
import { insertChange, type Holder, type NewChange } from './privileged-change.repository.js';
import type { PrivilegedChange } from './privileged-change.schema.js';

/** On whose authority a change was made, as its event says: what stands here is added to the data of the event. */
export type Authority = Readonly<Record<string, unknown>>;

interface Asked {
  kind: PrivilegedKind;
  member?: { id: string; ref: string };
  keyId?: string;
  wanted: object;
  before?: object;
  secretDigest?: Uint8Array<ArrayBuffer>;
  identities?: AskedIdentities | undefined;
  /** What the event tells of the rights that were asked for. */
  shown?: Readonly<{ role: Role; active?: boolean }>;
}

export interface AskedIdentities {
  /** The id that the change is given: subjects and hash are made for it alone. */
  change: string;
  /** Null where all are named by their digests. */
  subjects: Uint8Array<ArrayBuffer> | null;
  /** `hashOfIdentities` */
  hash: string;
}

/**
 * Does it at once where there is no second admin to ask, which its event says, or where the system or the command does
 * it. Otherwise it waits for the person of another admin. `admins` are locked by the same transaction.
 */
export async function withSecondPerson<Result>(
  tx: Tx,
  { actor, admins }: { actor: Actor; admins: readonly Holder[] },
  { kind, member, keyId, wanted, before = {}, secretDigest, identities, shown }: Asked,
  work: (authority: Authority) => Promise<Result>,
): Promise<Outcome<Result>> {
  if (isSystem(actor)) return { done: await work({}) };
  // As they are now: what the caller was let in with may be a second old.
  const own = admins.find(({ id }) => id === actor.memberId)?.personId ?? actor.personId;
  const others = admins.filter(({ personId }) => personId !== own);
  if (others.length === 0) return { done: await work({ alone: true }) };
  const change = {
    kind,
    memberId: member?.id ?? null,
    keyId: keyId ?? null,
    wanted: asJson(wanted),
    before: asJson(before),
    secretDigest: secretDigest ?? null,
    ...(identities && { id: identities.change }),
    subjects: identities?.subjects ?? null,
  };
  const eventData = {
    ...(member && { member: member.id }),
    ...(keyId !== undefined && { key: keyId }),
    fields: Object.keys(wanted),
    ...shown,
    ...(identities && { identities: identities.hash }),
  };
  return { waiting: await askChange(tx, actor, change, eventData) };
}

/** Keeps a change until somebody confirms it; `told`: what its event says of it. */
export async function askChange(
  tx: Tx,
  actor: Actor,
  change: Omit<NewChange, 'askedById' | 'hours'>,
  eventData: object,
): Promise<PrivilegedChange> {
  const askedBy = isSystem(actor) ? null : actor.memberId;
  const asked = await insertChange(tx, { ...change, askedById: askedBy, hours: lapseHours });
  await appendEvents(tx, actor, [
    {
      type: 'privileged_change.asked',
      subject: { type: 'privileged_change', id: asked.id },
      data: {
        kind: change.kind,
        ...(askedBy !== null && { askedBy }),
        ...eventData,
        checkAt: asked.lapsesAt,
      },
    },
  ]);
  return asked;
}

/** As it will be read again: without what is undefined. */
const asJson = (value: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
