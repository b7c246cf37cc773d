import { Failure } from '../errors.js';
import { violatedConstraint } from './sql-errors.js';

/** Constraint name → what its refusal means to the caller. */
type ConstraintMeanings = Record<string, () => Failure>;

/**
 * Runs a write and says in the product's words why the database refused it. Looking first and writing then
 * would let a concurrent write through; the constraint is the rule, this only translates it.
 */
export async function explainConstraint<Result>(
  meanings: ConstraintMeanings,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const constraint = violatedConstraint(error);
    const meaning = constraint === undefined ? undefined : meanings[constraint];
    throw meaning?.() ?? error;
  }
}

export const refTaken = (ref: string, extra?: Record<string, unknown>) => (): Failure =>
  new Failure(
    'conflict',
    `The ref ${JSON.stringify(ref)} is taken. Choose another, or leave it out to be given one.`,
    {
      code: 'ref_taken',
      faults: [{ in: 'body', pointer: '/ref', message: 'is taken' }],
      ...(extra && { extra }),
    },
  );
