/** Whether a notice was written of the mark that the events had told of by then: from a row that was changed for a moment, it is of another. */
import type { Notice } from '../../domain/edition/notice.js';
import { digestOf } from '../../domain/edition/seal-edition.js';
import { isSealed } from '../../domain/event/sealed-data.js';
import { claimTables } from '../../domain/replay/claim-tables.js';
import { readRow } from '../../domain/replay/read-row.js';
import { rowsOf, type State } from '../../domain/replay/apply.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { Sealed } from '../../domain/text/seal.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { OrderedEvent } from '../decisions/ordered-event.js';

/** `after`: with all that the same change did to the claim. Throws where it is another notice. */
export function requireNoticeAgain({ subject: { id }, data }: OrderedEvent, after: State): void {
  const { edition: digest, note, into } = data;
  const row = after.get('claims')?.get(id);
  if (!row) return;
  const place = { table: 'notices', row: String(digest) };
  if (!isSealed(note)) throw new VerificationError('was proposed with a note that is no seal', place);
  const claim = readRow(claimTables.claims, row);
  const target = claim('mark_into');
  const again = {
    form: 1,
    claim: { id, ref: String(claim('ref')) },
    revision: Math.max(0, ...rowsOf(after, 'verdicts').map(({ revision }) => Number(revision ?? 0))),
    mark: claim('mark') as Notice<Sealed>['mark'],
    reason: claim('mark_reason') as Notice<Sealed>['reason'],
    into: typeof target === 'string' ? { id: target, ref: String(into) } : null,
    note: { sealed: note.sealed },
  } satisfies Notice<Sealed>;
  if (digestOf(canonicalJson(again)) !== digest)
    throw new VerificationError('is not what the events had told by then', place);
}
