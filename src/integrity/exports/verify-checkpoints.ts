/** Whether checkpoints are what was signed, and by whom; before anything is compared with them. */
import type { Kept } from '../checkpoints/folder.js';
import { isSealed, type Checkpoint } from '../checkpoints/statement.js';
import { VerificationError } from '../checkpoints/verification-error.js';

const nameOf = ({ statement }: Checkpoint): string => `checkpoint ${String(statement.number)}`;

/** The next checkpoint of an export: signed, and following the one before. */
export function checkNext(before: Checkpoint | undefined, next: Checkpoint): void {
  const { statement } = next;
  if (!isSealed(next)) throw new VerificationError(`${nameOf(next)} is not what was signed`);
  if (statement.number !== (before?.statement.number ?? 0) + 1) {
    throw new VerificationError(
      `${nameOf(next)} comes where checkpoint ${String((before?.statement.number ?? 0) + 1)} should`,
    );
  }
  if (statement.previous !== (before?.hash ?? null)) {
    throw new VerificationError(`${nameOf(next)} does not follow the one before it`);
  }
  if (statement.feed.position < (before?.statement.feed.position ?? 0)) {
    throw new VerificationError(`${nameOf(next)} covers less than the one before it`);
  }
}

/** The checkpoints that somebody kept are among those of the export, which must reach as far as they do. */
export function checkKept(exported: readonly Checkpoint[], kept: readonly Kept[], until = Infinity): void {
  for (const { file, checkpoint } of kept) {
    const { number } = checkpoint.statement;
    if (!isSealed(checkpoint))
      throw new VerificationError(`${nameOf(checkpoint)} in ${file} is not what was signed`);
    const same = exported[number - 1];
    if (same && same.hash !== checkpoint.hash) {
      throw new VerificationError(`${nameOf(checkpoint)} in ${file} is another than that of the export`);
    }
    if (!same && number <= until) {
      throw new VerificationError(
        `the export does not know ${nameOf(checkpoint)} of ${file}: it was cut, or made before`,
      );
    }
  }
}

/** What somebody holds who verifies: nothing else vouches for a checkpoint. */
interface Trusted {
  kept: readonly Kept[];
  keys: readonly string[];
}

/**
 * How many checkpoints are vouched for, from the first. Each names the hash of the one before it, so the last that is trusted
 * vouches for all before: one that was kept; one that a given key signed before it named another; and one signed by the key that a
 * trusted one named, or went on with. Where nothing is given, the first is taken as it is.
 */
export function countVouched(checkpoints: readonly Checkpoint[], { kept, keys }: Trusted): number {
  const retired = new Set<string>();
  let vouched = 0;
  for (const [index, { statement, hash }] of checkpoints.entries()) {
    const before = checkpoints[index - 1]?.statement;
    const goesOn = before
      ? vouched === index && statement.key === (before.nextKey ?? before.key)
      : keys.length + kept.length === 0;
    const isKept = keys.length === 0 && kept.some(({ checkpoint }) => checkpoint.hash === hash);
    const isSigned = keys.includes(statement.key) && !retired.has(statement.key);
    if (!goesOn && !isKept && !isSigned) continue;
    vouched = index + 1;
    if (statement.nextKey !== null) retired.add(statement.key);
  }
  return vouched;
}

/** With keys, everything must be vouched for by them. */
export function checkSigners(checkpoints: readonly Checkpoint[], vouched: number): void {
  const doubtful = checkpoints[vouched];
  if (!doubtful) return;
  throw new VerificationError(
    `${nameOf(doubtful)} is signed by ${doubtful.statement.key}, a key that you did not give`,
  );
}
