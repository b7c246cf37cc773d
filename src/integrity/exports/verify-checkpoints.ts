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

/**
 * Everything must be vouched for by the given keys: signed by one of them, by a key that such a checkpoint
 * announced, or named by a later checkpoint that is.
 */
export function checkSigners(checkpoints: readonly Checkpoint[], keys: readonly string[]): void {
  const trusted = new Set(keys);
  const isVouched = checkpoints.map(({ statement }) => {
    const vouched = trusted.has(statement.key);
    if (vouched && statement.nextKey !== null) trusted.add(statement.nextKey);
    return vouched;
  });
  // Each names the hash of the one before it, so the last one that is trusted vouches for all before.
  const doubtful = checkpoints[isVouched.lastIndexOf(true) + 1];
  if (doubtful) {
    throw new VerificationError(
      `${nameOf(doubtful)} is signed by ${doubtful.statement.key}, a key that you did not give`,
    );
  }
}
