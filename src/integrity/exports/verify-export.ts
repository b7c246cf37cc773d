/** Verifies an export with nothing but the export, and what somebody kept: checkpoints, or the key that signs them. */
import type { Kept } from '../checkpoints/folder.js';
import type { LeavesFile } from '../checkpoints/leaves.js';
import type { Checkpoint } from '../checkpoints/statement.js';
import { apply, nothing } from '../../domain/replay/apply.js';
import { beginningOf } from '../../domain/replay/beginning.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { createDecisionCheck, type JudgedDecisions } from '../decisions/check-decisions.js';
import { inOrder } from '../decisions/ordered-event.js';
import { createEditionCheck, type CheckedEditions, type EditionTexts } from '../editions/check-editions.js';
import { parseLine, type Counts, type Line, type LineKind, type ProofLine } from './export-lines.js';
import { requireReadable, VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import { checkLeaves, createComparison, type Comparison } from './compare-checkpoints.js';
import { createFeedComparison, type KeptLog } from './compare-feed.js';
import { checkKept, checkNext, checkSigners, countVouched } from './verify-checkpoints.js';
import { requireAsBefore } from './rows-before.js';
import { createTableComparison, type TableComparison } from './verify-rows.js';
import { createChainVerifier, type VerifiedChain } from './verify-chain.js';

export interface Witnesses {
  /** Checkpoints that were kept elsewhere, and their leaves. */
  kept?: readonly Kept[];
  leaves?: readonly LeavesFile[];
  /** The log of the feed as it was signed in a folder. */
  log?: KeptLog | undefined;
  /** Public keys that the checkpoints must be signed with. */
  keys?: readonly string[];
  /** Of an export that is older than what was kept: the last checkpoint it must reach. */
  until?: number | undefined;
}

export interface Valid {
  valid: true;
  counts: Counts;
  /** The last checkpoint that is vouched for. */
  last: Checkpoint | undefined;
  /** Checkpoints behind it, signed by a key that none of those named: they cover nothing. */
  unvouched: number;
  /** Events that a checkpoint was signed over. */
  covered: number;
  /** Events that no checkpoint covers yet: they may have been written anew since. */
  uncovered: number;
  /** Of those, how many are dated well before the last checkpoint. */
  late: number;
  /** Those of them that decide what is public, or who may decide; the first few. */
  unprovenDecisions: readonly FaultLocation[];
  /** How many rows of the tables are what the events say; null where the export holds none. */
  rows: number | null;
  /** Null for the export of one claim: who was an editor, and who is one person with whom, stands in other chains. */
  decisions: JudgedDecisions | null;
  /** Null for the export of one claim: what editions name stands in other chains, too. */
  editions: CheckedEditions | null;
}

export interface Invalid {
  valid: false;
  place: FaultLocation;
  /** What is wrong, as the end of a sentence about the place. */
  why: string;
  /** Where nothing is wrong but that: of so many events nothing proves yet what is left of them, the place being the first. */
  unproven?: number;
}

/** Stops at the first thing that is wrong. `texts`: where there is a database beside the export. */
export async function verifyExport(
  lines: AsyncIterable<string>,
  witnesses: Witnesses = {},
  texts?: EditionTexts,
): Promise<Valid | Invalid> {
  let line = 0;
  try {
    const verifying = createVerification(witnesses, texts);
    for await (const text of lines) {
      line++;
      await verifying.readLine(parseLine(text));
    }
    line++;
    return verifying.result();
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return { valid: false, place: { line, ...error.place }, why: error.message };
  }
}

/** In the order of an export; none of them is ever followed by one that stands before it here. */
const phases = { export: 0, checkpoint: 1, event: 2, chain: 2, rows: 2, proof: 3, end: 4 } as const;

function createVerification(
  { kept = [], leaves: files = [], log, keys = [], until }: Witnesses,
  texts: EditionTexts | undefined,
) {
  const checkpoints: Checkpoint[] = [];
  const chains = createChainVerifier();
  const feed = createFeedComparison();
  const decisions = createDecisionCheck();
  const editions = createEditionCheck(texts);
  let state = nothing;
  /** Null for the export of everything. */
  let claim: string | null = null;
  let phase: number | undefined;
  let tables: TableComparison | undefined;
  let comparison: Comparison | undefined;
  let single: VerifiedChain | undefined;
  let proof: ProofLine | undefined;
  let done: Valid | undefined;
  const unproven: FaultLocation[] = [];
  const loose = { covered: 0, uncovered: 0, late: 0 };
  const unprovenDecisions: FaultLocation[] = [];
  let vouched = 0;

  /** Once, when all checkpoints of the export have come. */
  const prepare = async (): Promise<Comparison> => {
    checkKept(checkpoints, kept, until);
    vouched = countVouched(checkpoints, { kept, keys });
    if (keys.length > 0) checkSigners(checkpoints, vouched);
    const usable = files.filter(({ number }) =>
      kept.some(({ checkpoint }) => checkpoint.statement.number === number),
    );
    const within = usable.filter(({ number }) => number <= checkpoints.length);
    await checkLeaves(within, checkpoints);
    return createComparison(checkpoints, within);
  };

  const enter = (kind: LineKind): void => {
    if (done) throw new VerificationError('comes after the end of the export');
    if (phase === undefined && kind !== 'export')
      throw new VerificationError('is not the beginning of an export');
    if (phase !== undefined && (kind === 'export' || phases[kind] < phase))
      throw new VerificationError('is not in its place');
    phase = phases[kind];
  };

  const count = (verified: VerifiedChain, covered: number): void => {
    unproven.push(...findUnproven(verified, covered));
    loose.covered += covered;
    loose.uncovered += verified.hashes.length - covered;
    const last = checkpoints[vouched - 1]?.statement.at;
    if (last === undefined) return;
    const decided = verified.decisions.filter(({ ordinal = 0 }) => ordinal > covered);
    unprovenDecisions.push(...decided.slice(0, mostTold - unprovenDecisions.length));
    loose.late += verified.moments.slice(covered).filter((at) => isWellBefore(at, last)).length;
  };

  return {
    async readLine(line: Line): Promise<void> {
      enter(line.kind);
      if (line.kind === 'export') {
        claim = line.export.claim;
        if (line.export.rows) tables = createTableComparison(claim);
        return;
      }
      if (line.kind === 'checkpoint') {
        checkNext(checkpoints.at(-1), line.checkpoint);
        checkpoints.push(line.checkpoint);
        return;
      }
      comparison ??= await prepare();
      switch (line.kind) {
        case 'event':
          if ((line.position === undefined) !== (claim !== null)) {
            throw new VerificationError('has not the form of an event in this export', { id: line.event.id });
          }
          chains.event(line);
          requireReadable(line.event, () => {
            const before = line.event.ordinal === 1 ? beginningOf(line.event.subject.type) : state;
            requireAsBefore(before, line.event);
            state = apply(before, line.event);
            tables?.event(line.event, state);
            const event = inOrder(line.event, line.position);
            decisions.event(event, state);
            if (claim === null) editions.event(event, state, line.withheld === true);
          });
          if (claim === null) feed.add(line);
          return;
        case 'chain': {
          tables?.close(line.chain.name);
          const verified = chains.close(line.chain);
          if (claim === null) {
            await comparison.chain(verified, line.chain);
            count(verified, line.chain.checkpoints.findLast(([number]) => number <= vouched)?.[1] ?? 0);
            return;
          }
          if (verified.name !== `claim/${claim}` || line.chain.checkpoints.length > 0) {
            throw new VerificationError('does not belong into the export of one claim', {
              chain: verified.name,
            });
          }
          single = verified;
          return;
        }
        case 'rows':
          if (!tables) throw new VerificationError('is in an export without rows');
          tables.rows(line.rows);
          return;
        case 'proof':
          if (!single || proof) throw new VerificationError('is not in its place');
          proof = line.proof;
          return;
        case 'end':
          chains.end();
          tables?.end();
          await finish(comparison, line.end);
      }
    },

    result(): Valid | Invalid {
      if (!done) throw new VerificationError('is missing: the export was cut');
      const [place] = unproven;
      return place ? { valid: false, place, why: notProvenYet, unproven: unproven.length } : done;
    },
  };

  async function finish(comparing: Comparison, end: Counts): Promise<void> {
    if (claim === null) {
      await comparing.missing();
      await feed.end(checkpoints, until === undefined ? log : undefined, checkpoints.slice(0, vouched));
      comparing.roots();
    } else {
      if (!single) throw new VerificationError('ends an export without its claim');
      const { kept: asKept, proven } = await comparing.claim(single, proof);
      count(single, vouched === checkpoints.length ? proven : asKept);
    }
    const held = { ...chains.counts, checkpoints: checkpoints.length, proofs: proof ? 1 : 0 };
    if (canonicalJson(held) !== canonicalJson(end)) {
      throw new VerificationError('counts other things than the export holds');
    }
    const rows = tables?.count() ?? null;
    decisions.close();
    const judged = claim === null ? decisions.judge() : null;
    done = {
      ...{ valid: true, counts: end, ...loose, unprovenDecisions, rows, decisions: judged },
      editions: claim === null ? await editions.judge() : null,
      last: checkpoints[vouched - 1],
      unvouched: checkpoints.length - vouched,
    };
  }
}

/** What is left of an event is known from a later one alone, and is as certain as that is. */
const findUnproven = ({ name, withheld }: VerifiedChain, covered: number): FaultLocation[] =>
  withheld
    .filter(({ ordinal, statedAt }) => ordinal <= covered && statedAt > covered)
    .map(({ ordinal, id }) => ({ chain: name, ordinal, id }));

const notProvenYet =
  'is withheld in part by an event that no checkpoint covers yet: nothing proves what is left of it. Verify an export that was made after the next checkpoint';

const mostTold = 20;
const hourMs = 3_600_000;

const isWellBefore = (at: string, checkpoint: string): boolean =>
  Date.parse(at) < Date.parse(checkpoint) - hourMs;
