import { VerificationError } from '../checkpoints/verification-error.js';
import { readHeads } from '../checkpoints/heads.js';
import { hashLeaf, pathTo, rootOf } from '../../domain/merkle/tree.js';
import { leafBytes, sealed, type Checkpoint } from '../checkpoints/statement.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Db, Pool } from '../../platform/db/client.js';
import { withSnapshot, type Snapshot } from '../../platform/db/snapshot.js';
import { chainOf } from '../../domain/event/chain.js';
import {
  chainLine,
  checkpointLine,
  endLine,
  eventLine,
  headerLine,
  proofLine,
  type ProofLine,
} from './export-lines.js';
import { readSigned, streamEvents, type SignedRow } from './export.repository.js';
import { createFoundRows } from './found-rows.js';

/**
 * The whole history, or that of one claim, with what is needed to verify it elsewhere: nothing secret is in it, and no
 * words that can be erased or are withheld.
 */
export function createExportService({ pool, db }: { pool: Pool; db: Db }) {
  return {
    /** Gives the lines of an export to `use`, all of one moment. */
    async read<Result>(
      { claim, rows = true }: { claim?: string | undefined; rows?: boolean },
      use: (lines: AsyncIterable<string>) => Promise<Result>,
    ): Promise<Result> {
      const claimId = claim === undefined ? undefined : (await findClaim(db, claim)).id;
      return withSnapshot(pool, (snapshot) => use(writeExport(snapshot, { claimId, withRows: rows })));
    },
  };
}

interface OpenChain {
  name: string;
  events: number;
  /** Number of a checkpoint → how many of the events it covers. */
  covered: Map<number, number>;
}

interface Wanted {
  claimId: string | undefined;
  withRows: boolean;
  /** With texts that are withheld: for what does not leave this process. */
  whole?: boolean;
}

/** Throws where what was kept is no statement any more. */
function readCheckpoint({ statement, signature }: SignedRow, index: number): Checkpoint {
  try {
    return sealed(statement, signature);
  } catch {
    throw new VerificationError(`checkpoint ${String(index + 1)} is not what was signed: it cannot be read`);
  }
}

export async function* writeExport(
  snapshot: Snapshot,
  { claimId, withRows, whole = false }: Wanted,
): AsyncGenerator<string> {
  const checkpoints = (await readSigned(snapshot)).map(readCheckpoint);
  const numberAt = coverage(checkpoints);
  yield headerLine({ claim: claimId ?? null, rows: withRows });
  const found = withRows ? createFoundRows(snapshot, claimId) : undefined;
  for (const checkpoint of checkpoints) yield checkpointLine(checkpoint);
  let open: OpenChain | undefined;
  const counts = { checkpoints: checkpoints.length, chains: 0, events: 0, proofs: 0 };
  for await (const event of streamEvents(snapshot, claimId)) {
    const name = chainOf(event);
    if (open && open.name !== name) {
      yield closing(open, claimId);
      if (found) yield await found.close();
    }
    if (open?.name !== name) {
      open = { name, events: 0, covered: new Map() };
      counts.chains++;
    }
    open.events++;
    counts.events++;
    const number = numberAt(event.position);
    if (number !== undefined) open.covered.set(number, open.events);
    yield eventLine(event, { whole, withPosition: claimId === undefined });
    found?.event(event);
  }
  if (open) yield closing(open, claimId);
  if (open && found) yield await found.close();
  if (found && claimId === undefined) yield* found.rest();
  const last = checkpoints.at(-1);
  const proof = claimId !== undefined && last && (await prove(snapshot, last, `claim/${claimId}`));
  if (proof) {
    counts.proofs++;
    yield proofLine(proof);
  }
  yield endLine(counts);
}

/** How a single claim stood at checkpoints is proven by its path, and not told without a proof. */
const closing = ({ name, events, covered }: OpenChain, claimId: string | undefined): string =>
  chainLine({ name, events, checkpoints: claimId === undefined ? [...covered] : [] });

/** The number of the first checkpoint that covers a place of the feed. */
function coverage(checkpoints: readonly Checkpoint[]): (position: number | null) => number | undefined {
  const ends = checkpoints.map(({ statement }) => statement.feed.position);
  return (position) => {
    if (position === null) return undefined;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return checkpoints[low]?.statement.number;
  };
}

/** That the chain is one of those a checkpoint was signed over; nothing where it is not, or they are others by now. */
async function prove(
  snapshot: Snapshot,
  { statement }: Checkpoint,
  chain: string,
): Promise<ProofLine | undefined> {
  const hashes: Buffer[] = [];
  let found: { index: number; length: number } | undefined;
  for await (const head of readHeads(snapshot, statement.feed.position)) {
    if (head.chain === chain) found = { index: hashes.length, length: head.length };
    hashes.push(hashLeaf(leafBytes(head)));
  }
  if (!found || rootOf(hashes).toString('hex') !== statement.root) return undefined;
  const path = pathTo(found.index, hashes).map((hash) => hash.toString('hex'));
  return { checkpoint: statement.number, ...found, path };
}
