/** The rows of an export against its events: each chain is replayed, and what it tells of compared cell by cell. */
import type { EventContent } from '../../domain/event/chain.js';
import { erasedBy, nothing, type State } from '../../domain/replay/apply.js';
import { beginningOf, policyChain } from '../../domain/replay/beginning.js';
import { firstDifference, type Difference } from '../../domain/replay/compare.js';
import type { Rows } from '../../domain/replay/row.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { RowsLine } from './export-lines.js';

export type TableComparison = ReturnType<typeof createTableComparison>;

/** `claim`: of an export of one claim alone. */
export function createTableComparison(claim: string | null) {
  let state: State = nothing;
  /** The chain whose rows come next. */
  let owed: string | undefined;
  /** Seals whose words are gone. A member's come in a chain before that of the member. */
  const erased = new Set<string>();
  let hasPolicies = false;
  let rows = 0;

  const nothingOwed = (): void => {
    if (owed !== undefined) throw new VerificationError('ends, and its rows do not follow', { chain: owed });
  };

  const compare = (chain: string, found: Rows): void => {
    const difference = firstDifference(state, found, erased);
    if (difference) throw errorOf(chain, difference);
    for (const cells of Object.values(found)) rows += cells.length;
    state = nothing;
  };

  return {
    count: () => rows,

    /** `after`: the rows of its chain, as the events tell of them so far. */
    event(event: EventContent, after: State): void {
      nothingOwed();
      state = after;
      for (const seal of erasedBy(event)) erased.add(seal);
    },

    close(chain: string): void {
      nothingOwed();
      owed = chain;
    },

    rows({ chain, tables }: RowsLine): void {
      if (chain === null) {
        nothingOwed();
        const stray = firstDifference(nothing, tables);
        if (stray) throw errorOf(undefined, stray);
        return;
      }
      if (chain === policyChain) {
        if (hasPolicies) throw new VerificationError('has rows that come again', { chain });
        if (owed !== policyChain) nothingOwed();
        hasPolicies = true;
        if (owed === undefined) state = beginningOf('policy');
        else owed = undefined;
        compare(chain, tables);
        return;
      }
      if (chain !== owed) throw new VerificationError('has rows that are not in their place', { chain });
      owed = undefined;
      compare(chain, tables);
    },

    end(): void {
      nothingOwed();
      if (claim === null && !hasPolicies) throw new VerificationError('lacks the rows of the policies');
    },
  };
}

function errorOf(
  chain: string | undefined,
  { table, row, column, expected, found }: Difference,
): VerificationError {
  const place = { ...(chain !== undefined && { chain }), table, row, ...(column !== null && { column }) };
  if (column === null)
    return new VerificationError(
      found === null ? 'is missing from the table' : 'is in the table, and no event says so',
      place,
    );
  return new VerificationError(`should be ${short(expected)}, and is ${short(found)}`, place);
}

const most = 200;
const short = (text: string | null): string =>
  text === null ? 'nothing' : text.length > most ? `${text.slice(0, most)}…` : text;
