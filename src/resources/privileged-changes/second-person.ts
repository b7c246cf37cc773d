import { lapseHours, type PrivilegedKind } from '../../domain/access/privileged-change.js';
import { isSystem, type Actor } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Outcome } from './outcome.js';
import { insertChange, type Holder } from './privileged-change.repository.js';

/** On whose authority a change was made, as its event says: what stands here is added to the data of the event. */
export type Authority = Readonly<Record<string, unknown>>;

interface Asked {
  kind: PrivilegedKind;
  member?: { id: string; ref: string };
  keyId?: string;
  wanted: object;
  before?: object;
  secretDigest?: Uint8Array<ArrayBuffer>;
  /** Names and roles that the event may tell: no identity, nobody's name. */
  shown?: Readonly<Record<string, unknown>>;
}

/**
 * Does it at once where there is no second admin to ask, which its event says, or where the system or the command does
 * it. Otherwise it waits for the person of another admin. `admins` are locked by the same transaction.
 */
export async function withSecondPerson<Result>(
  tx: Tx,
  { actor, admins }: { actor: Actor; admins: readonly Holder[] },
  { kind, member, keyId, wanted, before = {}, secretDigest, shown }: Asked,
  work: (authority: Authority) => Promise<Result>,
): Promise<Outcome<Result>> {
  if (isSystem(actor)) return { done: await work({}) };
  // As they are now: what the caller was let in with may be a second old.
  const own = admins.find(({ id }) => id === actor.memberId)?.personId ?? actor.personId;
  const others = admins.filter(({ personId }) => personId !== own);
  if (others.length === 0) return { done: await work({ alone: true }) };
  const waiting = await insertChange(tx, {
    kind,
    memberId: member?.id ?? null,
    keyId: keyId ?? null,
    wanted: asJson(wanted),
    before: asJson(before),
    secretDigest: secretDigest ?? null,
    askedById: actor.memberId,
    hours: lapseHours,
  });
  await appendEvents(tx, actor, [
    {
      type: 'privileged_change.asked',
      subject: { type: 'privileged_change', id: waiting.id },
      data: {
        kind,
        askedBy: actor.memberId,
        ...(member && { member: member.id }),
        ...(keyId !== undefined && { key: keyId }),
        fields: Object.keys(wanted),
        ...shown,
        checkAt: waiting.lapsesAt,
      },
    },
  ]);
  return { waiting };
}

/** As it will be read again: without what is undefined. */
const asJson = (value: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
