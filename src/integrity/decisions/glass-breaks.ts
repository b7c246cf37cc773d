/** Decisions out of turn: by whom the glass was broken, for which edition and with whom, as the events of a claim tell it. */
import { confirmHours } from '../../domain/verdict/break-glass.js';
import type { Cells } from '../../domain/replay/row.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from './ordered-event.js';
import { isWithin } from './within-hours.js';

type GlassBreak = Pick<OrderedEvent, 'actor' | 'data' | 'at'>;

export function createGlassBreaks() {
  /** Verdict → the last that was not over. */
  const open = new Map<string, GlassBreak>();

  return {
    event({ type, subject, actor, data, at }: OrderedEvent): void {
      if (type === 'verdict.glass_broken') open.set(subject.id, { actor, data, at });
      if (type === 'verdict.glass_lapsed') open.delete(subject.id);
    },

    /**
     * Throws where a verdict names somebody as its approver who never said so: the row that waits is no witness. `row`: the
     * verdict as it is once the events have passed that follow with the approval.
     */
    ownHandOf({ actor, data, at }: OrderedEvent): (row: Cells) => void {
      const verdict = String(data['verdict']);
      const broken = open.get(verdict);
      return ({ approver_id, second_id }) => {
        const fault = (why: string, column = 'approver_id') =>
          new VerificationError(why, { table: 'verdicts', row: verdict, column });
        if (typeof second_id !== 'string') {
          if (actor !== approver_id) throw fault('is said to be approved by somebody else than did it');
          return;
        }
        if (actor !== second_id)
          throw fault('is said to be confirmed by somebody else than did it', 'second_id');
        if (broken?.actor !== approver_id || broken?.data['second'] !== second_id)
          throw fault('is said to be approved out of turn by somebody who did not break the glass for it');
        if (broken.data['edition'] !== data['edition'])
          throw fault('was confirmed as another edition than the glass was broken for');
        const acknowledged = claimsIn(broken.data);
        if ([...claimsIn(data)].some((claim) => !acknowledged.has(claim)))
          throw fault('was confirmed with other clashes than the glass was broken for', 'conflicts');
        if (!isWithin(confirmHours, broken.at, at))
          throw fault(`was confirmed more than ${String(confirmHours)} hours after the glass was broken`);
      };
    },
  };
}

/** The clashes that may stand. Those that are over by the confirmation, or whose words were erased, are not told again. */
const claimsIn = ({ acknowledged }: OrderedEvent['data']): ReadonlySet<string> =>
  new Set(
    Array.isArray(acknowledged) ? acknowledged.map(({ claim }: { claim: unknown }) => String(claim)) : [],
  );
