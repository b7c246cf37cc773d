/** The rows of each chain as an export holds them: the chain is replayed, so that words that are as sealed stand as their seals. */
import { chainOf } from '../../domain/event/chain.js';
import { apply, erasedBy, nothing, type State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { createRowReader } from './subject-rows.js';
import { sealRows } from './seal-rows.js';
import { strayContents } from './stray-contents.js';
import { rowsLine, type StoredEvent } from './export-lines.js';
import { policyChain, singleSubjectId } from '../../domain/replay/beginning.js';

export function createFoundRows(snapshot: Snapshot, claimId: string | undefined) {
  const reader = createRowReader(snapshot, claimId);
  const seals = new Set<string>();
  const erased = new Set<string>();
  let state: State = nothing;
  let last: Pick<StoredEvent, 'claim' | 'subject'> | undefined;
  let policiesTold = false;

  return {
    event({ data, ...event }: StoredEvent): void {
      const said = { ...event, data: JSON.parse(data) as unknown };
      state = apply(state, said);
      for (const seal of erasedBy(said)) erased.add(seal);
      last = event;
    },

    /** The line of the chain that ends here. */
    async close(): Promise<string> {
      if (!last) throw new Error('no chain is open');
      const { claim, subject } = last;
      const [type, id] = claim === null ? [subject.type, subject.id] : ['claim', claim];
      policiesTold ||= type === 'policy';
      const tables = await sealRows(snapshot, state, await reader.rowsOf(type, id), erased);
      for (const seal of state.get('contents')?.keys() ?? []) seals.add(seal);
      state = nothing;
      return rowsLine({ chain: chainOf({ claim, subject }), tables });
    },

    /** What no chain tells of: policies that were never changed, and whatever should not be there. */
    async *rest(): AsyncGenerator<string> {
      if (!policiesTold) {
        const rows = await reader.rowsOf('policy', singleSubjectId);
        const tables = await sealRows(snapshot, nothing, rows, erased);
        yield rowsLine({ chain: policyChain, tables });
      }
      const strays: Record<string, Cells[]> = {
        ...(await sealRows(snapshot, nothing, await reader.rest(), erased)),
      };
      const contents = await strayContents(snapshot, seals);
      if (contents.length > 0) strays['contents'] = contents;
      if (Object.keys(strays).length > 0) yield rowsLine({ chain: null, tables: strays });
    },
  };
}
