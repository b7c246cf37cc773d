/**
 * Chains compared with checkpoints. Where the leaves of a checkpoint are at hand, a chain that does not fit is
 * named; without them it shows in the root, which says only that something is not as it was.
 */
import { leafAt, mergeLeaves, type ChainLeaves, type LeavesFile } from '../checkpoints/leaves.js';
import { climb, createTree, hashLeaf, type Tree } from '../../domain/merkle/tree.js';
import { leafBytes, type Checkpoint } from '../checkpoints/statement.js';
import type { ChainLine, ProofLine } from './export-lines.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { idOf, type VerifiedChain } from './verify-chain.js';

/** Whether the leaves are those the checkpoints were signed over; nothing is compared with them before. */
export async function checkLeaves(
  files: readonly LeavesFile[],
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  const trees = new Map(files.map(({ number }) => [number, createTree()]));
  for await (const { leaves } of mergeLeaves(files)) {
    const hashes = leaves.map(({ number, ...leaf }) => ({ number, hash: hashLeaf(leafBytes(leaf)) }));
    for (const [number, tree] of trees) {
      const leaf = leafAt(hashes, number);
      if (leaf) tree.push(leaf.hash);
    }
  }
  for (const { statement } of checkpoints) {
    const file = files.find(({ number }) => number === statement.number);
    const tree = trees.get(statement.number);
    if (file && tree && tree.root().toString('hex') !== statement.root) {
      throw new VerificationError(
        `the leaves in ${file.file} are not those that checkpoint ${String(statement.number)} was signed over`,
      );
    }
  }
}

export type Comparison = ReturnType<typeof createComparison>;

export function createComparison(checkpoints: readonly Checkpoint[], files: readonly LeavesFile[]) {
  const known = new Set(files.map(({ number }) => number));
  /** Of the checkpoints whose leaves are not at hand. */
  const trees = new Map<number, Tree>();
  for (const { statement } of checkpoints) {
    if (!known.has(statement.number)) trees.set(statement.number, createTree());
  }
  const merged = mergeLeaves(files);
  let front: IteratorResult<ChainLeaves, unknown> | undefined;

  /** The leaves of this chain. What is passed over on the way to it is not in the export. */
  const leavesOf = async (chain: string | undefined): Promise<ChainLeaves['leaves']> => {
    front ??= await merged.next();
    if (front.done || (chain !== undefined && front.value.chain > chain)) return [];
    const { chain: name, leaves } = front.value;
    if (name !== chain) {
      throw new VerificationError(
        `is missing: checkpoint ${String(leaves[0]?.number)} was signed over this chain`,
        {
          chain: name,
          ordinal: 1,
        },
      );
    }
    front = await merged.next();
    return leaves;
  };

  return {
    async chain(verified: VerifiedChain, line: ChainLine): Promise<void> {
      const lengths = line.checkpoints.map(([number, length]) => ({ number, length }));
      checkLengths(verified, lengths, checkpoints.length);
      const leaves = await leavesOf(verified.name);
      for (const leaf of leaves) checkLeaf(verified, leaf);
      for (const number of known) {
        const [signed, exported] = [
          leafAt(leaves, number)?.length ?? 0,
          leafAt(lengths, number)?.length ?? 0,
        ];
        if (signed !== exported) {
          const how =
            signed === 0
              ? 'without this chain'
              : `over ${String(signed)} events of it, not ${String(exported)}`;
          throw new VerificationError(`is not as it was: checkpoint ${String(number)} was signed ${how}`, {
            chain: verified.name,
            ordinal: Math.min(signed, exported) + 1,
          });
        }
      }
      for (const [number, tree] of trees) {
        const length = leafAt(lengths, number)?.length;
        if (length !== undefined) tree.push(leafHashOf(verified, length));
      }
    },

    /**
     * Of an export of one claim: what is known of it, and nothing of the others. How many events that covers: by leaves that were
     * kept, and by the proof for the last checkpoint.
     */
    async claim(
      verified: VerifiedChain,
      proof: ProofLine | undefined,
    ): Promise<{ kept: number; proven: number }> {
      let covered = 0;
      for await (const { chain, leaves } of merged) {
        if (chain !== verified.name) continue;
        for (const leaf of leaves) checkLeaf(verified, leaf);
        covered = leaves.at(-1)?.length ?? 0;
      }
      const last = checkpoints.at(-1)?.statement;
      if (!last) return { kept: covered, proven: covered };
      if (proof) checkProof(verified, proof, last);
      return { kept: covered, proven: Math.max(covered, proof?.length ?? 0) };
    },

    /** All chains have come: those that leaves are at hand of and that were not among them are missing. */
    async missing(): Promise<void> {
      await leavesOf(undefined);
    },

    /** What shows in a root alone says least, and is looked at last. */
    roots(): void {
      for (const { statement } of checkpoints) {
        const tree = trees.get(statement.number);
        if (!tree || (tree.size() === statement.chains && tree.root().toString('hex') === statement.root))
          continue;
        throw new VerificationError(
          `something before it is not as it was: checkpoint ${String(statement.number)} was signed over other chains. Its leaves would say which.`,
        );
      }
    },
  };
}

interface Dated {
  number: number;
  length: number;
}

/** Numbers and lengths both grow, within what there is. */
function checkLengths(verified: VerifiedChain, lengths: readonly Dated[], newest: number): void {
  const pairs = [{ number: 0, length: 0 }, ...lengths];
  const inOrder = lengths.every(({ number, length }, at) => {
    const before = pairs[at] ?? { number: 0, length: 0 };
    return (
      number > before.number && length > before.length && number <= newest && length <= verified.hashes.length
    );
  });
  if (!inOrder) throw new VerificationError('tells of checkpoints that cannot be', { chain: verified.name });
}

function checkLeaf(verified: VerifiedChain, leaf: { number: number; length: number; head: string }): void {
  const { number, length, head } = leaf;
  const place = { chain: verified.name, ordinal: length, ...idOf(verified, length) };
  const found = verified.hashes[length - 1];
  if (found === undefined) {
    throw new VerificationError(
      `is missing: checkpoint ${String(number)} was signed over ${String(length)} events of this chain`,
      {
        chain: verified.name,
        ordinal: verified.hashes.length + 1,
      },
    );
  }
  if (found !== head) {
    throw new VerificationError(
      `is not the event that checkpoint ${String(number)} was signed over: the chain was written anew`,
      place,
    );
  }
}

function checkProof(verified: VerifiedChain, proof: ProofLine, signed: Checkpoint['statement']): void {
  const { length, index, path } = proof;
  const place = { chain: verified.name, ordinal: length, ...idOf(verified, length) };
  if (proof.checkpoint !== signed.number) {
    throw new VerificationError(
      `is proven for checkpoint ${String(proof.checkpoint)}, not for the last one`,
      place,
    );
  }
  if (length > verified.hashes.length) {
    const ordinal = verified.hashes.length + 1;
    throw new VerificationError(`is missing: the proof is of ${String(length)} events`, {
      chain: verified.name,
      ordinal,
    });
  }
  const siblings = path.map((hash) => Buffer.from(hash, 'hex'));
  const root = climb(leafHashOf(verified, length), index, signed.chains, siblings)?.toString('hex');
  if (root !== signed.root) {
    throw new VerificationError(
      `is not proven to be what checkpoint ${String(signed.number)} was signed over`,
      place,
    );
  }
}

const leafHashOf = ({ name, hashes }: VerifiedChain, length: number): Buffer =>
  hashLeaf(leafBytes({ chain: name, length, head: hashes[length - 1] ?? '' }));
