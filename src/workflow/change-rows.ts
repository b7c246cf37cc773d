/** PURE: everything that a change writes, as `write_change` (prisma/sql) takes it. */
import { byCommand, signatureOf } from '../domain/access/rules.js';
import { chainOfClaim, instantOf, linkEvents } from '../domain/event/chain.js';
import { sealData } from '../domain/event/sealed-data.js';
import { withContents } from '../domain/replay/event-rows.js';
import type { EventRows } from '../domain/replay/row.js';
import { createSealer, type NewContent, type NewSalt, type Sealer } from '../domain/text/seal.js';
import type { Change } from './change.js';
import { docketRows, type ChangedRow, type RowChange } from './docket-rows.js';
import { editionRows } from './edition-rows.js';
import { factsOf } from './row-facts.js';
import { assignRows } from './assign-rows.js';

/** Everything that is to be written. */
export function writtenRowsOf(change: Change, { newId, newSalt }: { newId: () => string; newSalt: NewSalt }) {
  const sealer = createSealer(newSalt);
  const rows = docketRows(change);
  const edited = editionRows(change);
  const events = eventRows(
    change,
    assignRows(factsOf(change, { ...rows, ...edited }), change.events),
    sealer,
    newId,
  );
  return {
    ...rows,
    claims: rows.claims.map(withoutWas),
    verdicts: rows.verdicts.map(withoutWas),
    tasks: rows.tasks.map(withoutWas),
    ...edited,
    contents: [...sealer.contents, ...sealedBeside(change)],
    events,
  };
}

const withoutWas = ({ was: _, ...row }: ChangedRow): RowChange => row;

/** Each event as the next link of its claim's chain, with the rows it tells of; the last one with what was sealed. */
function eventRows(
  change: Change,
  rowsOfEvents: readonly (EventRows | undefined)[],
  sealer: Sealer,
  newId: () => string,
) {
  const { before, docket, events } = change;
  const heads = [before.claim, ...before.others].map(
    ({ id, version: ordinal, head: hash }) => [chainOfClaim(id), { ordinal, hash }] as const,
  );
  const at = instantOf(String(BigInt(docket.now.getTime()) * 1000n));
  const data = events.map((event, index) => {
    const rows = rowsOfEvents[index];
    return sealData({ ...event.data, ...(rows && { rows }), ...byCommand(event.actor) }, sealer);
  });
  const last = events.findLastIndex(({ claimId }) => claimId === docket.claim.id);
  const held = data[last];
  if (held) {
    const rows = withContents(held['rows'] as EventRows | undefined, [
      ...sealer.contents,
      ...sealedIn(change),
    ]);
    if (rows) held['rows'] = rows;
  }
  return linkEvents(
    heads,
    events.map(({ type, subject, claimId: claim, actor }, index) => ({
      id: newId(),
      type,
      subject,
      claim,
      at,
      data: data[index],
      ...signatureOf(actor),
    })),
  );
}

/** The words that were sealed in deciding and in composing what is published. */
const sealedIn = ({ contents, published }: Change): readonly NewContent[] => [
  ...contents,
  ...(published?.contents ?? []),
];

/** With those of what is only given to read: no event holds these. */
const sealedBeside = (change: Change): readonly NewContent[] => [
  ...sealedIn(change),
  ...(change.proposed?.contents ?? []),
];
