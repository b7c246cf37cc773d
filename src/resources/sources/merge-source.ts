/** A source that was recorded twice is merged into the other, and split from it: a change of every edition that names it. */
import { may, type Caller } from '../../domain/access/rules.js';
import { notThere, unknownReference, type Refusal } from '../../domain/problem/refusal.js';
import { toSeal } from '../../domain/event/sealed-data.js';
import type { NewEvent } from '../../domain/event/types.js';
import {
  listSourceMoves,
  refuseMergeTarget,
  refuseSourceMove,
  refuseWhileErasureWaits,
  sourceMoveEvents,
  type SourceMoveName,
} from '../../domain/source/lifecycle.js';
import type { Db, Tx } from '../../platform/db/client.js';
import { StartAgain, type Store } from '../../platform/db/transaction.js';
import { failureOf, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { requireDecider } from '../../workflow/keep-decidable.js';
import { judgeIngredientChange, lockClaimsNaming, standingBefore } from '../../workflow/change-ingredient.js';
import {
  findLastNote,
  findSource,
  isErasureWaiting,
  lockSources,
  readGoneAlong,
  setMergedInto,
} from './source.repository.js';
import type { Source, SourceCommand } from './source.schema.js';

/** Claims are locked first, as everywhere; then the sources, in the order of their ids. */
export const moveSource = (
  store: Store,
  idOrRef: string,
  command: SourceCommand,
  { caller, expect }: { caller: Caller; expect: (current: Source) => void },
): Promise<Source> =>
  store.transact(async (tx) => {
    const { event } = command;
    const along = await readAlong(tx, idOrRef, event);
    const named = changeOf(idOrRef, along, event);
    const held = await lockClaimsNaming(tx, named);
    const target = command.event === 'merge' ? [command.into] : [];
    const {
      named: [current, into],
      moved,
    } = await lockSources(tx, [idOrRef, ...target], along);
    if (!current) throw notFound('source', idOrRef);
    expect(current);
    const [name] = target;
    if (name !== undefined && !into) throw failureOf(unknownReference(notThere('/into', 'source', name)));
    const refusal =
      refuseSourceMove(current, event, caller) ??
      (into && refuseMergeTarget(current, into)) ??
      (await refuseForErasure(tx, current, into));
    if (refusal) throw failureOf(refusal);
    if ((await readAlong(tx, current.id, event)).join() !== along.join())
      throw new StartAgain('others went along by now');
    const before = await standingBefore(tx, named, held);
    const was = current.mergedInto?.id ?? null;
    // Those that were merged into it go along, so that nobody has to follow more than one; split, it takes them back.
    const gone = into ? await moveAlong(tx, moved, { into: into.id, was: current.id }) : [];
    const source = await setMergedInto(tx, current.id, into?.id ?? null);
    const back = await moveAlong(tx, along, { into: current.id, was });
    await appendEvents(tx, caller, [...gone, movedEvent(source, was, command), ...back]);
    await requireDecider(tx, before, caller);
    return source;
  });

const changeOf = (name: string, along: readonly string[], move: SourceMoveName) =>
  ({ type: 'source', name, along, event: sourceMoveEvents[move] }) as const;

const readAlong = (db: Db, idOrRef: string, event: SourceMoveName): Promise<string[]> =>
  event === 'split' ? readGoneAlong(db, idOrRef) : Promise.resolve([]);

async function moveAlong(
  tx: Tx,
  ids: readonly string[],
  { into, was }: { into: string; was: string | null },
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const id of ids) events.push(movedEvent(await setMergedInto(tx, id, into), was, { event: 'merge' }));
  return events;
}

/** Those that were merged into either are named in an erasure of it, so they need not be asked for. */
const refuseForErasure = async (db: Tx, { id }: Source, into?: Source) =>
  refuseWhileErasureWaits(await isErasureWaiting(db, into ? [id, into.id] : [id]));

const movedEvent = (
  { id, ref, name, status, mergedInto }: Source,
  was: string | null,
  { event, note }: Pick<SourceCommand, 'event' | 'note'>,
): NewEvent => ({
  type: sourceMoveEvents[event],
  subject: { type: 'source', id },
  data: {
    ref,
    name,
    from: was === null ? 'active' : 'merged',
    to: status,
    ...(mergedInto && { into: mergedInto.id }),
    was: { into: was },
    ...(note !== undefined && { note: toSeal('note', id, note) }),
  },
});

/** What this caller may do with it, and why not the rest; for the desk, with what was noted when it was moved last. */
export async function listMovesOfSource(db: Tx, idOrRef: string, caller: Caller) {
  const source = await findSource(db, idOrRef);
  if (!source) throw notFound('source', idOrRef);
  const { id, status } = source;
  const refuse = async (move: SourceMoveName): Promise<Refusal | undefined> =>
    refuseSourceMove(source, move, caller) ??
    (await refuseForErasure(db, source)) ??
    (await judgeIngredientChange(db, changeOf(id, await readAlong(db, id, move), move), caller));
  const note = may(caller.role, 'read_desk') ? await findLastNote(db, id) : null;
  return { status, note, items: await listSourceMoves(status, refuse) };
}
