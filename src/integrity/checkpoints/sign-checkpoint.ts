/** Signs what all chains have come to, and keeps it outside the database before the database hears of it. */
import { system } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import { withSnapshot, type Pace, type Snapshot } from '../../platform/db/snapshot.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import { instantOf } from '../../domain/event/chain.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { insertCheckpoint, lastCheckpoint, listCheckpointsAfter } from './checkpoint.repository.js';
import { makeFolder, readCheckpoints, readLeavesFiles, writeCheckpoint, writeLeaves } from './folder.js';
import { readCheckpointEnd, readHeads, type FeedEnd, type Head } from './heads.js';
import { noteText, signedNote, type TreeHead } from '../../domain/merkle/signed-note.js';
import { createTree, hashLeaf, type Tree } from '../../domain/merkle/tree.js';
import { findMismatch, readRowOf } from '../log/compare-database.js';
import { deleteReplaced, growLog } from '../log/grow-log.js';
import { readHead, writeHead } from '../log/log-folder.js';
import { chooseKeys, type Keys } from './choose-keys.js';
import { noteSigned, readKeys, type KeySource, type SigningKey } from './signing-keys.js';
import { bytesOfKey, isSealed, leafBytes, signStatement, type Checkpoint, type Leaf } from './statement.js';
import { singleSubjectId } from '../../domain/replay/beginning.js';

export interface SigningDeps extends KeySource {
  store: Store;
  pool: Pool;
  /** The folder of checkpoints. */
  dir: string;
  /** What the log of the feed is called, where it has not begun yet. */
  origin: string;
}

/** Undefined while there is nothing to sign. To be called by one process at a time. */
export async function signCheckpoint(
  { store, pool, dir, origin, ...source }: SigningDeps,
  { newKey = false, ...pace }: { newKey?: boolean } & Pace = {},
): Promise<Checkpoint | undefined> {
  await makeFolder(dir);
  await requireSameFeed(pool, dir);
  const last = await reconcile(store, dir);
  const made = await withSnapshot(pool, async (snapshot) => {
    const end = await readCheckpointEnd(snapshot);
    if (!end) return undefined;
    return make(snapshot, { dir, origin, end, last, pace, source, newKey });
  });
  if (!made) return undefined;
  await writeCheckpoint(dir, made);
  await record(store, made);
  return made;
}

interface Signing {
  dir: string;
  origin: string;
  end: FeedEnd;
  last: Checkpoint | undefined;
  pace: Pace;
  source: KeySource;
  newKey: boolean;
}

async function make(
  snapshot: Snapshot,
  { dir, origin, end, last, pace, source, newKey }: Signing,
): Promise<Checkpoint> {
  const keys = await readKeys(source);
  const signed = last?.statement.log;
  const rootsAt = [...keys.values()].flatMap((known) => known.signed?.size ?? []);
  const grown = await growLog(snapshot, { dir, origin, size: end.position, pace, signed, rootsAt });
  const log = grown.head;
  // What the folder held was signed by itself; behind it the feed has to lead to what a key has signed elsewhere.
  const before = (await readHead(dir))?.size ?? 0;
  const goesOn = ({ signed: known }: SigningKey): boolean =>
    known === undefined || known.size < before || grown.roots.get(known.size) === known.root;
  const chosen = await chooseKeys({ keys, source, last, newKey, goesOn });
  const { key, next } = chosen;
  await signLog(dir, log, chosen, source);
  const number = (last?.statement.number ?? 0) + 1;
  const kept = (await readCheckpoints(dir)).map(({ checkpoint }) => checkpoint.statement);
  const leaves = (await readLeavesFiles(dir)).findLast((file) => file.number < number);
  const since = kept.findLast((statement) => statement.number === leaves?.number);
  const tree = createTree();
  const heads = readHeads(snapshot, end.position, pace);
  const changed = grow(tree, heads, since?.feed.position ?? 0);
  await writeLeaves(dir, { number, since: since?.number ?? 0 }, changed);
  const statement = {
    isnadCheckpoint: 1 as const,
    number,
    at: instantOf(end.micros),
    feed: { position: end.position, event: end.event },
    log: { origin: log.origin, size: log.size, root: log.root.toString('hex') },
    chains: tree.size(),
    root: tree.root().toString('hex'),
    previous: last?.hash ?? null,
    key: key.text,
    nextKey: next?.text ?? null,
  };
  return signStatement(statement, key.sign);
}

/** For a while after a change of keys each log is signed by both, so that those who know either can go on. */
async function signLog(
  dir: string,
  head: TreeHead,
  { key, next, previous }: Keys,
  source: KeySource,
): Promise<void> {
  const before = await readHead(dir);
  const text = Buffer.from(noteText(head));
  const signatures = [];
  for (const one of [key, next, previous]) {
    if (!one) continue;
    await noteSigned(source, one.text, { size: head.size, root: head.root.toString('hex') });
    signatures.push({ publicKey: bytesOfKey(one.text), signature: await one.sign(text) });
  }
  await writeHead(dir, signedNote(head, signatures));
  if (before) await deleteReplaced(dir, before.size, head.size);
}

/** Rows are made from the folder, and anything signed, only where the database knows all that was signed there. */
export async function requireSameFeed(pool: Pool, dir: string): Promise<void> {
  const mismatch = await findMismatch(readRowOf(pool), dir);
  if (mismatch) throw mismatch;
}

/** Puts every chain into the tree, and gives on those that have grown since a place of the feed. */
async function* grow(tree: Tree, heads: AsyncGenerator<Head>, since: number): AsyncGenerator<Leaf> {
  for await (const head of heads) {
    tree.push(hashLeaf(leafBytes(head)));
    if (head.changedAt > since) yield head;
  }
}

/**
 * Folder and database tell each other what one of them has missed: a crash in between, or another folder in
 * use by another machine. Where they contradict each other, somebody has to look. Gives the last checkpoint.
 */
async function reconcile(store: Store, dir: string): Promise<Checkpoint | undefined> {
  const kept = (await readCheckpoints(dir)).map(({ checkpoint }) => checkpoint);
  let last = await lastCheckpoint(store.db);
  const known = last?.statement.number ?? 0;
  const same = kept.find(({ statement }) => statement.number === known);
  if (last && same && same.hash !== last.hash) throw contradicted(dir, known);

  for (const ahead of kept.filter(({ statement }) => statement.number > known)) {
    if (ahead.statement.previous !== (last?.hash ?? null)) throw contradicted(dir, ahead.statement.number);
    await record(store, ahead);
    last = ahead;
  }
  const reached = kept.at(-1)?.statement.number ?? 0;
  let before = kept.at(-1);
  for (const missed of await listCheckpointsAfter(store.db, reached)) {
    if (!isSealed(missed) || !followsOn(before, missed)) throw contradicted(dir, missed.statement.number);
    await writeCheckpoint(dir, missed);
    before = missed;
  }
  return last;
}

/** Whatever is written into the folder counts as kept: a row that somebody made up must not become that. */
const followsOn = (before: Checkpoint | undefined, { statement }: Checkpoint): boolean =>
  statement.previous === (before?.hash ?? null) &&
  (before === undefined || statement.key === (before.statement.nextKey ?? before.statement.key));

const contradicted = (dir: string, number: number): Failure =>
  new Failure(
    'conflict',
    `Checkpoint ${String(number)} in ${dir} is not the one in the database. Nothing is signed until somebody has looked: isnad verify`,
    { code: 'checkpoint_contradicted' },
  );

/** The row and the event that tells of it. */
async function record({ transact }: Store, checkpoint: Checkpoint): Promise<void> {
  const { number, root, chains, feed, key } = checkpoint.statement;
  await transact(async (tx) => {
    await insertCheckpoint(tx, checkpoint);
    await appendEvents(tx, system, [
      {
        type: 'checkpoint.signed',
        subject: { type: 'checkpoint', id: singleSubjectId },
        data: { number, hash: checkpoint.hash, root, chains, position: feed.position, key },
        rows: [{ table: 'checkpoints', where: { number } }],
      },
    ]);
  });
}
