import type { Actor } from '../../domain/access/rules.js';
import type { NewClaim } from '../../domain/claim/new-claim.js';
import { Failure } from '../../platform/errors.js';
import { findRepairs, type Repair } from '../../platform/http/repairs.js';
import { check } from '../../platform/http/validation-errors.js';
import { invalidFields } from '../../platform/http/read-input.js';
import { claimInput } from './claim.schema.js';
import type { ClaimService, EntryOutcome } from './claim.service.js';

export type ClaimBatches = ReturnType<typeof createClaimBatches>;

/** What became of one item; `ref` and `externalId` as they were given. */
export type ItemOutcome = EntryOutcome & {
  index: number;
  ref?: string | undefined;
  externalId?: string | undefined;
  /** What was cleaned of an item that was taken in. */
  repairs?: Repair[];
};

/** Many claims in one call: what is refused for one stops none of the others. */
export function createClaimBatches({ claims }: { claims: Pick<ClaimService, 'createMany'> }) {
  return {
    /** In the order given. An item that could not be read is the `Failure` to tell of it. */
    async enter(items: readonly unknown[], actor: Actor, { dryRun = false } = {}): Promise<ItemOutcome[]> {
      const read = items.map(readItem);
      const good = read.filter((one) => !(one instanceof Failure));
      const entered = (good.length > 0 ? await claims.createMany(good, actor, { dryRun }) : []).values();
      return read.map((one, index) => {
        if (one instanceof Failure)
          return { index, outcome: 'refused', failure: one, ...namesIn(items[index]) };
        const { ref, externalId } = one;
        const outcome = entered.next().value;
        if (!outcome) throw new Error('a claim came to nothing');
        const repairs = outcome.outcome === 'refused' ? [] : findRepairs(items[index], one);
        return { index, ref, externalId, ...outcome, ...(repairs.length > 0 && { repairs }) };
      });
    },
  };
}

function readItem(item: unknown): NewClaim | Failure {
  if (item instanceof Failure) return item;
  const outcome = check(claimInput, item, 'body');
  return outcome.ok ? outcome.value : invalidFields(outcome.faults);
}

/** Also of an item that is wrong: its sender knows it by them. */
function namesIn(item: unknown): { ref?: string; externalId?: string } {
  if (item === null || typeof item !== 'object' || item instanceof Failure) return {};
  const { ref, externalId } =
    claimInput.pick({ ref: true, externalId: true }).strip().safeParse(item).data ?? {};
  return { ...(ref !== undefined && { ref }), ...(externalId !== undefined && { externalId }) };
}
