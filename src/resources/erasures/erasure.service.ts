import { permissionToAsk } from '../../domain/access/privileged-change.js';
import { may, operator, type Actor, type Caller } from '../../domain/access/rules.js';
import { notThere, unknownReference } from '../../domain/problem/refusal.js';
import {
  aloneReasons,
  foreignTexts,
  isAsAskedFor,
  redactedAmong,
  textsOf,
  textsWithoutNames,
  withTheirParts,
  type AloneReason,
  type Erasure,
} from '../../domain/erasure/erasure.js';
import { isRedactedKind } from '../../domain/erasure/redaction.js';
import { digestsOfLeft } from '../../domain/erasure/what-is-left.js';
import type { NewEvent } from '../../domain/event/types.js';
import type { Db, Pool, Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { explainConstraint } from '../../platform/db/constraint-errors.js';
import { changedMeanwhile, Failure, failureOf } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { isKept } from '../../capture/capture.repository.js';
import { withFileLock } from '../../capture/file-lock.js';
import type { PageStore } from '../../capture/page-store.js';
import { lockHolders, type Holder } from '../privileged-changes/privileged-change.repository.js';
import { askChange } from '../privileged-changes/second-person.js';
import type { PrivilegedChange } from '../privileged-changes/privileged-change.schema.js';
import type { Apply } from '../privileged-changes/privileged-change.service.js';
import {
  eraseByOperator,
  eraseByTwo,
  filesOf,
  findOwedFiles,
  findTarget,
  lockTarget,
  lookForAnswers,
  partsOfMember,
  settleFiles,
  sourcesWithheldWith,
  wantedOf,
  type Found,
} from './erasure.repository.js';
import type { NewErasure } from './erasure.schema.js';
import { readChain } from './redaction.repository.js';

export type ErasureService = ReturnType<typeof createErasureService>;

interface Deps {
  store: Store;
  pool: Pool;
  pages: Pick<PageStore, 'remove'>;
  /** Whether this database is the one that its store of pages belongs to: a copy removes nothing there. */
  mayCall: () => Promise<boolean>;
}

export function createErasureService({ store, pool, pages, mayCall }: Deps) {
  return {
    /** Asks for it; another person confirms. Throws where there is none, or nothing to erase. */
    ask: (given: NewErasure, caller: Caller): Promise<PrivilegedChange> =>
      store.transact(async (tx) => {
        const { wanted } = await prepare(tx, given);
        const holders = await lockHolders(tx, 'erase');
        const own = holders.find(({ id }) => id === caller.memberId)?.personId ?? caller.personId;
        if (holders.every(({ personId }) => personId === own)) throw nobodyToConfirm();
        return insert(tx, wanted, caller);
      }),

    /** What the command does. Where two persons could do it, it takes a reason to do it without them. */
    async eraseAlone(given: NewErasure, aloneBecause?: AloneReason): Promise<PrivilegedChange> {
      const { id: named } = await requireTarget(store.db, given.target);
      const looked = await lookForAnswers(pool, { ...given.target, id: named });
      return store.transact(async (tx) => {
        const { wanted, found } = await prepare(tx, given);
        if (aloneBecause === undefined && areTwo(await lockHolders(tx, 'erase'))) throw twoPersons();
        const authority = aloneBecause === undefined ? {} : { aloneBecause };
        const change = await insert(tx, wanted, operator);
        const seals = await eraseByOperator(tx, change.id, looked);
        await append(tx, operator, { id: change.id, wanted, found, seals, authority });
        await appendEvents(tx, operator, [
          {
            type: 'privileged_change.confirmed',
            subject: { type: 'privileged_change', id: change.id },
            data: { kind: 'erase' },
          },
        ]);
        return change;
      });
    },

    /** Answers that are kept for those who send a request again are looked through before anything is locked. */
    async findKeptAnswers({ kind, ...change }: PrivilegedChange): Promise<object> {
      if (kind !== 'erase') return {};
      const { target } = wantedOf(change);
      requireErasable(await requireTarget(store.db, target));
      return lookForAnswers(pool, target);
    },

    /** The claim is locked before members are. */
    async lockSubject(tx: Tx, { kind, ...change }: PrivilegedChange): Promise<void> {
      if (kind !== 'erase') return;
      const { target } = wantedOf(change);
      const found = await findTarget(tx, target);
      if (found) await lockTarget(tx, { ...target, ...found });
    },

    /** Carries out what was confirmed. */
    applyConfirmed: (async (tx, change, caller, authority) => {
      const wanted = wantedOf(change);
      const found = await requireTarget(tx, wanted.target);
      requireErasable(found);
      if (!isAsAskedFor(wanted, await sourcesWithheldWith(tx, wanted.target))) throw otherSources();
      const seals = await explainConstraint(
        {
          members_erased_when_inactive: stillActive,
          erasures_two_persons: changedMeanwhile,
          erasures_as_asked_for: otherSources,
        },
        () => eraseByTwo(tx, change.id, { secondId: caller.memberId, looked: change.keptAnswers }),
      );
      await append(tx, caller, { id: change.id, wanted, found, seals, authority });
    }) satisfies Apply,

    /** What a worker does with the job; nothing where the files are gone already. In a copy they stay owed. */
    async removeFiles(erasureId: string): Promise<void> {
      if (!(await mayCall())) return;
      for (const sha256 of await filesOf(store.db, erasureId))
        await withFileLock(store, sha256, async (tx) => {
          if (!(await isKept(tx, sha256))) await pages.remove(sha256);
        });
      await settleFiles(store.db, erasureId);
    },

    findOwed: async (): Promise<Job[]> =>
      (await mayCall())
        ? (await findOwedFiles(store.db, sweepLimit)).map((erasureId) => ({
            name: 'remove-erased-files',
            payload: { erasureId },
          }))
        : [],
  };
}

async function requireTarget(db: Db, target: Erasure['target']): Promise<Found> {
  const found = await findTarget(db, target);
  if (!found) throw failureOf(unknownReference(notThere('/target/id', target.kind, target.id)));
  return found;
}

/** What is asked for, with the claim locked. Throws where there is no such thing, or it has no such texts. */
async function prepare(
  tx: Tx,
  { target, texts = textsWithoutNames(target.kind), reason }: NewErasure,
): Promise<{ wanted: Erasure; found: Found }> {
  const foreign = foreignTexts(target.kind, texts);
  if (foreign.length > 0)
    throw new Failure('invalid', `A ${target.kind} has no ${foreign.join(', ')}.`, {
      faults: foreign.map((text) => ({
        in: 'body',
        pointer: `/texts/${String(texts.indexOf(text))}`,
        message: `is not a text of a ${target.kind}: ${textsOf[target.kind].join(', ')}`,
      })),
    });
  const { id, claimId } = await requireTarget(tx, target);
  const named = { kind: target.kind, id };
  await lockTarget(tx, { ...named, claimId });
  const found = await requireTarget(tx, named);
  requireErasable(found);
  const sources = await sourcesWithheldWith(tx, named);
  return { wanted: { target: named, texts: withTheirParts(texts), reason, sources }, found };
}

const insert = (
  tx: Tx,
  { target, texts, reason, sources }: Erasure,
  actor: Actor,
): Promise<PrivilegedChange> =>
  askChange(
    tx,
    actor,
    {
      kind: 'erase',
      memberId: target.kind === 'member' ? target.id : null,
      keyId: null,
      wanted: {
        target: { ...target },
        texts: [...texts],
        reason,
        sources: sources.map((one) => ({ ...one })),
      },
    },
    { target, texts, reason, ...(sources.length > 0 && { sources: sources.map(({ id }) => id) }) },
  );

interface Done {
  id: string;
  wanted: Erasure;
  found: Found;
  seals: readonly string[];
  authority: object;
}

async function append(
  tx: Tx,
  actor: Actor,
  { id, wanted: { sources, ...wanted }, found, seals, authority }: Done,
): Promise<void> {
  const parts = found.member ? await partsOfMember(tx, found.id) : [];
  const sealed = wanted.texts.filter((text) => !isRedactedKind(text));
  await appendEvents(tx, actor, [
    ...(sealed.length === 0
      ? []
      : [
          {
            type: 'content.erased' as const,
            subject: { type: 'erasure' as const, id },
            ...(found.claimId !== null && { claimId: found.claimId }),
            data: { ...wanted, texts: sealed, seals, ...authority },
            ...(wanted.target.kind === 'evidence' && {
              rows: [{ table: 'evidence', where: { id: found.id } }],
            }),
          },
        ]),
    ...(await withheldBy(tx, { id, wanted: { ...wanted, sources }, authority })),
    ...(found.member ? [changedMember(found.id, found.member)] : []),
    // What names them beside has a chain of its own, which tells what is left of it.
    ...parts.map((subject) => ({
      type: 'content.erased' as const,
      subject,
      data: { ...wanted, seals: [], ...authority },
    })),
  ]);
}

/** That texts of others are withheld from now on; with what is left of the events that hold them. */
async function withheldBy(
  tx: Tx,
  { wanted: { target, sources, ...wanted }, ...done }: Pick<Done, 'id' | 'wanted' | 'authority'>,
): Promise<NewEvent[]> {
  const ids = target.kind === 'source' ? sources.map(({ id }) => id) : [target.id];
  const events: NewEvent[] = [];
  for (const id of ids)
    events.push(...(await withheldFrom(tx, { ...done, wanted: { ...wanted, target: { ...target, id } } })));
  return events;
}

async function withheldFrom(
  tx: Tx,
  {
    id: erasure,
    wanted: { target, texts, reason },
    authority,
  }: Pick<Done, 'id' | 'authority'> & { wanted: Omit<Erasure, 'sources'> },
): Promise<NewEvent[]> {
  const kinds = redactedAmong(texts);
  const { kind: type, id } = target;
  if (kinds.length === 0 || (type !== 'claim' && type !== 'article' && type !== 'source')) return [];
  const chain = await readChain(tx, { type, id });
  const left = digestsOfLeft(
    chain.map((event) => ({ ...event, withheld: [...new Set([...event.withheld, ...kinds])] })),
  );
  return [
    {
      type: 'content.redacted',
      subject: { type, id },
      ...(type === 'claim' && { claimId: id, rows: [{ table: 'claims', where: { id } }] }),
      data: { target, texts: kinds, reason, erasure, left, ...authority },
    },
  ];
}

/** As whom they go on. */
const changedMember = (id: string, { role }: NonNullable<Found['member']>): NewEvent => ({
  type: 'member.changed',
  subject: { type: 'member', id },
  data: { role, active: false, changed: ['ref', 'name'] },
});

const nobodyToConfirm = (): Failure =>
  new Failure(
    'conflict',
    'There is no other admin or editor who could confirm it: use "isnad erase" on a machine that reaches the database.',
    { code: 'nobody_to_confirm' },
  );

/** One who may ask for it, and another person who may confirm. */
const areTwo = (holders: readonly Holder[]): boolean =>
  holders.some(({ role }) => may(role, permissionToAsk)) &&
  new Set(holders.map(({ personId }) => personId)).size > 1;

const twoPersons = (): Failure =>
  new Failure(
    'conflict',
    `Two persons can do it: an admin asks by POST /v1/erasures, an editor or another admin confirms. --alone says why not: ${aloneReasons.join(', ')}.`,
  );

/** Not somebody who still works here, or whom a change is about that waits; nor a source that another stands for. */
function requireErasable({ member, mergedInto }: Found): void {
  if (mergedInto !== null)
    throw new Failure(
      'conflict',
      'The source was merged into another: withhold that one, and it goes along.',
      {
        code: 'source_merged',
        extra: { mergedInto },
      },
    );
  if (member?.active) throw stillActive();
  if (member?.waits)
    throw new Failure('conflict', 'A change of them waits for another admin: decide on it first.', {
      code: 'change_waiting',
    });
}

const otherSources = (): Failure =>
  new Failure(
    'conflict',
    'Other sources are merged into it than when this was asked for: reject it, and ask for it again.',
    { code: 'sources_changed' },
  );

const stillActive = (): Failure =>
  new Failure('conflict', 'They are an active member: set them inactive first.', {
    code: 'member_still_active',
  });
