import {
  judgePrivilegedMove,
  listPrivilegedMoves,
  permissionToDecide,
  type Judged,
  type PrivilegedMoveName,
  type PrivilegedKind,
} from '../../domain/access/privileged-change.js';
import { system, type Caller } from '../../domain/access/rules.js';
import type { NewEvent } from '../../domain/event/types.js';
import type { Db, Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { changedMeanwhile, Failure, failureOf, notFound } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import {
  decideChange,
  findChange,
  findLate,
  lapseChange,
  lockHolders,
  lockChange,
  readHidden,
  type Hidden,
} from './privileged-change.repository.js';
import type { PrivilegedChange } from './privileged-change.schema.js';
import type { Authority } from './second-person.js';
import { withOwners } from './waiting-subjects.js';

export type PrivilegedChanges = ReturnType<typeof createPrivilegedChanges>;

/** What was asked for, with what is shown to nobody, and what was found out beforehand. */
export type Confirmed = PrivilegedChange & Pick<Hidden, 'before' | 'secretDigest'> & { keptAnswers: object };

/** Makes the change that was confirmed, in the transaction of the confirmation. */
export type Apply = (tx: Tx, change: Confirmed, caller: Caller, authority: Authority) => Promise<void>;

/** Throws where it is not as the caller read it. */
type Expect = (current: PrivilegedChange) => void;

interface Deps {
  store: Store;
  secrets: Pick<SecretBox, 'digest' | 'open'>;
  apply: Readonly<Record<PrivilegedKind, Apply>>;
  /** Finds out what takes long, before anything is locked. */
  findKeptAnswers: (change: PrivilegedChange) => Promise<object>;
  /** Locks what the change is about, where that has to be done before members are locked. */
  lockSubject: (tx: Tx, change: PrivilegedChange) => Promise<void>;
}

export function createPrivilegedChanges({ store, secrets, apply, findKeptAnswers, lockSubject }: Deps) {
  const find = async (id: string, db: Db = store.db): Promise<PrivilegedChange> => {
    const change = await findChange(db, id);
    if (!change) throw notFound('privileged_change', id);
    return change;
  };

  const read = async (id: string, db: Db): Promise<{ change: PrivilegedChange; hidden: Hidden }> => {
    const [change, hidden] = [await find(id, db), await readHidden(db, id)];
    if (!hidden) throw notFound('privileged_change', id);
    return { change, hidden };
  };

  /** Throws where it is not as the caller read it, or the move is not theirs to make. */
  const judge = async (id: string, event: PrivilegedMoveName, caller: Caller, expect: Expect, db: Db) => {
    const { change, hidden } = await read(id, db);
    expect(change);
    const judgment = judgePrivilegedMove(judged(change.kind, hidden), event, caller);
    if ('why' in judgment) throw failureOf(judgment);
    return { change, hidden, to: judgment.to };
  };

  /**
   * What takes long is begun for nobody who would be refused: undefined. They are told why under the lock, where whoever sends a
   * confirmation again that was committed is given its answer.
   */
  const findKeptAnswersFor = async (...asked: Parameters<typeof judge>): Promise<object | undefined> => {
    const allowed = await judge(...asked).catch((error: unknown) => {
      if (error instanceof Failure) return undefined;
      throw error;
    });
    return allowed && findKeptAnswers(allowed.change);
  };

  return {
    find: (id: string) => find(id),

    /** While it waits, with whose the identities are, for whoever is asked to confirm it: a digest does not say that. */
    showOwners: async (change: PrivilegedChange): Promise<PrivilegedChange> =>
      change.status === 'waiting'
        ? { ...change, wanted: await withOwners(store.db, secrets, change) }
        : change,

    /** What this caller may do with it, and why not the rest. */
    async listMoves(id: string, caller: Caller) {
      const { change, hidden } = await read(id, store.db);
      return { status: hidden.status, items: listPrivilegedMoves(judged(change.kind, hidden), caller) };
    },

    /** Two who decide at once wait for each other: the second finds it decided. */
    async move(
      id: string,
      event: PrivilegedMoveName,
      caller: Caller,
      expect: Expect,
    ): Promise<PrivilegedChange> {
      const keptAnswers =
        event === 'confirm' ? await findKeptAnswersFor(id, event, caller, expect, store.db) : {};
      return store.transact(async (tx) => {
        const asked = await find(id, tx);
        await lockSubject(tx, asked);
        const deciders = await lockHolders(tx, permissionToDecide(asked.kind));
        await lockChange(tx, id);
        // What the caller was let in with may be a second old; what they decide by is not.
        const decider = deciders.find((one) => one.id === caller.memberId);
        const { personId } = decider ?? caller;
        const role = decider?.role ?? 'reader';
        const { change, hidden, to } = await judge(id, event, { ...caller, personId, role }, expect, tx);
        if (to === 'confirmed') {
          // By now it is theirs to make, and a moment ago it was not.
          if (keptAnswers === undefined) throw changedMeanwhile();
          const authority = {
            privilegedChange: id,
            askedBy: change.askedBy?.id,
            confirmedBy: caller.memberId,
          };
          await apply[change.kind](
            tx,
            { ...change, ...hidden, status: change.status, keptAnswers },
            caller,
            authority,
          );
        }
        await decideChange(tx, id, { status: to, by: caller.memberId });
        await appendEvents(tx, caller, [
          eventOfChange(
            change,
            `privileged_change.${to as 'confirmed' | 'rejected' | 'withdrawn'}`,
            caller.memberId,
          ),
        ]);
        return find(id, tx);
      });
    },

    /** What a worker does with the job; does nothing where it was decided on, or is not over yet. */
    lapse: (id: string): Promise<void> =>
      store.transact(async (tx) => {
        if (!(await lapseChange(tx, id))) return;
        await appendEvents(tx, system, [eventOfChange(await find(id, tx), 'privileged_change.lapsed')]);
      }),

    findOwed: async (): Promise<Job[]> =>
      (await findLate(store.db, sweepLimit)).map((changeId) => ({
        name: 'lapse-privileged-change',
        payload: { changeId },
      })),
  };
}

const judged = (kind: PrivilegedKind, { status, late, ...hidden }: Hidden): Judged => ({
  kind,
  status,
  late,
  askedBy: {
    id: hidden.askedById,
    personId: hidden.askedByPersonId,
    stands: hidden.askedByStands,
  },
});

const eventOfChange = (
  { id, kind, askedBy, member, key }: PrivilegedChange,
  type: NewEvent['type'],
  decidedBy?: string,
): NewEvent => ({
  type,
  subject: { type: 'privileged_change', id },
  data: {
    kind,
    askedBy: askedBy?.id,
    ...(member && { member: member.id }),
    ...(key && { key: key.id }),
    ...(decidedBy !== undefined && { decidedBy }),
  },
});
