/** What the chain of a claim tells of its edition: the rows of what is approved, small enough to wait for all other chains. */
import { rowsOf, type State } from '../../domain/replay/apply.js';
import { readRow } from '../../domain/replay/read-row.js';
import type { Cells } from '../../domain/replay/row.js';
import { recordTable } from '../../domain/replay/tables.js';
import type { RecordTable } from '../../domain/replay/table.js';
import { isSealed } from '../../domain/event/sealed-data.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from '../decisions/ordered-event.js';

/** A text by its seal: as its cell has it, or had it before an erasure emptied the cell. */
export interface ToldText {
  subject: string;
  seal: string;
  /** All seals of texts of that kind and subject by then: words that come back keep their first. */
  alike: readonly string[];
}

/** A row as the events tell of it. */
export interface Told {
  read: (column: string) => unknown;
  text: (column: string) => ToldText | null;
}

export interface ClaimParts {
  claim: Told;
  revision: number;
  links: readonly Told['read'][];
  verdict: Told;
  evidence: readonly { row: Told; capture: Told | null }[];
  provisions: readonly Told['read'][];
  relations: readonly Relation[];
  contacts: readonly Told[];
  correction: { from: number; reason: unknown; note: ToldText } | null;
}

export interface Relation {
  id: string;
  type: string;
  from: string;
  to: string;
}

export function createClaimParts() {
  /** Evidence → the seal of its note that was erased. */
  const erased = new Map<string, string>();
  /** Both claims of a relation tell of it; the row belongs to one. */
  const relations = new Map<string, Relation>();
  let correction: OrderedEvent['data'] | undefined;

  return {
    event({ type, data }: OrderedEvent, before: State, after: State): void {
      if (type === 'claim.related') relations.set(String(data['relation']), relationOf(data));
      if (type === 'claim.unrelated') relations.delete(String(data['relation']));
      if (type === 'claim.correction_started') correction = data;
      if (type === 'content.erased' || erased.size > 0)
        noteErased(erased, { before, after, isErasure: type === 'content.erased' });
    },

    /** Of a verdict that is approved next. */
    of(verdict: string, state: State, place: FaultLocation): ClaimParts {
      const rowOf = rowReader(state, new Map(erased));
      const [claim] = rowsOf(state, 'claims');
      const approved = state.get('verdicts')?.get(verdict);
      if (!claim || !approved)
        throw new VerificationError('approves a verdict that the claim has not', place);
      const cited = (table: string): Cells[] =>
        rowsOf(state, table).filter(({ verdict_id }) => verdict_id === verdict);
      return {
        claim: rowOf('claims', claim),
        revision: 1 + Math.max(0, ...rowsOf(state, 'verdicts').map(({ revision }) => Number(revision ?? 0))),
        links: rowsOf(state, 'attributions').map((link) => rowOf('attributions', link).read),
        verdict: rowOf('verdicts', approved),
        evidence: sortBy(cited('verdict_evidence'), 'evidence_id').map(({ evidence_id, capture_id }) => ({
          row: rowOf('evidence', state.get('evidence')?.get(String(evidence_id)) ?? {}),
          capture: captureIn(capture_id),
        })),
        provisions: cited('verdict_provisions')
          .sort((one, other) => Number(one['position']) - Number(other['position']))
          .map((provision) => rowOf('verdict_provisions', provision).read),
        relations: [...relations.values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
        contacts: sortBy(rowsOf(state, 'contacts'), 'id')
          .map((contact) => rowOf('contacts', contact))
          .filter(({ read }) => read('status') === 'recorded'),
        correction: correctionOf(claim, place),
      };

      function captureIn(id: unknown): Told | null {
        const row = state.get('captures')?.get(String(id));
        return row ? rowOf('captures', row) : null;
      }
    },
  };

  function correctionOf({ id, revision, status }: Cells, place: FaultLocation): ClaimParts['correction'] {
    if ((revision ?? null) === null || !['correcting', 'in_approval'].includes(String(status))) return null;
    const { reason, note } = correction ?? {};
    if (!isSealed(note)) throw new VerificationError('approves a correction without a note', place);
    const text = { subject: String(id), seal: note.sealed, alike: [note.sealed] };
    return { from: Number(revision), reason, note: text };
  }
}

const relationOf = ({ relation, type, from, to }: OrderedEvent['data']): Relation => ({
  id: String(relation),
  type: String(type),
  from: String(from),
  to: String(to),
});

const sortBy = (rows: readonly Cells[], column: string): Cells[] =>
  [...rows].sort((one, other) => (String(one[column]) < String(other[column]) ? -1 : 1));

const tableCalled = (name: string): RecordTable => {
  const table = recordTable(name);
  if (!table) throw new Error(`${name} is no table of records`);
  return table;
};

/**
 * Of all erasures, that of evidence alone tells of an emptied cell: every other leaves the seal where it is. A note that somebody
 * writes again has words of its own.
 */
function noteErased(
  erased: Map<string, string>,
  { before, after, isErasure }: { before: State; after: State; isErasure: boolean },
): void {
  const [stood, stands] = [before.get('evidence'), after.get('evidence')];
  if (stood === stands) return;
  for (const [id, { note: is }] of stands ?? []) {
    const was = stood?.get(id)?.['note'];
    if (was === is) continue;
    if (isErasure && isSealed(was) && !isSealed(is)) erased.set(id, was.sealed);
    else erased.delete(id);
  }
}

function rowReader(state: State, erased: ReadonlyMap<string, string>) {
  const contents = rowsOf(state, 'contents');
  const alike = (kind: string, subject: string): string[] =>
    contents
      .filter((content) => content['kind'] === kind && content['subject_id'] === subject)
      .map(({ seal }) => String(seal));
  return (name: string, row: Cells): Told => {
    const table = tableCalled(name);
    return {
      read: readRow(table, row),
      text(column) {
        const declared = table.columns[column];
        if (declared?.rule !== 'sealed') throw new Error(`${name} seals no ${column}`);
        const cell = row[column];
        const lost = name === 'evidence' ? erased.get(String(row['id'])) : undefined;
        const seal = isSealed(cell) ? cell.sealed : lost;
        const subject = String(row[declared.of]);
        return seal === undefined ? null : { subject, seal, alike: alike(declared.kind, subject) };
      },
    };
  };
}
