import { byCommand, signatureOf, type Actor } from '../../domain/access/rules.js';
import { chainOf, instantOf, linkEvents, type ChainHead } from '../../domain/event/chain.js';
import { sealData } from '../../domain/event/sealed-data.js';
import type { NewEvent, StoredRows } from '../../domain/event/types.js';
import { withContents } from '../../domain/replay/event-rows.js';
import type { Cells, Rows } from '../../domain/replay/row.js';
import { createSealer, type SealedWords } from '../../domain/text/seal.js';
import type { Tx } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { newSalt } from '../../platform/db/new-salt.js';
import { withMac } from '../../platform/secrets/event-mac.js';
import { rowsToRead, eventRowsOf, withHashed } from './stored-rows.js';

/**
 * Appends events, in order, inside the caller's transaction: if one of them cannot be written, neither can the
 * change. However many there are, one statement locks their chains and one writes them; events of a claim raise its
 * version. What is decided on a docket is written by unit-of-work.ts instead.
 */
export async function appendEvents(tx: Tx, actor: Actor, newEvents: readonly NewEvent[]): Promise<void> {
  if (newEvents.length === 0) return;
  const chains = newEvents.map(({ subject, claimId: claim = null }) => chainOf({ claim, subject }));
  const appended = newEvents.map((event, index) => {
    const chain = chains[index] ?? '';
    // Of several events of one chain the last tells of its rows.
    const isLast = chains.lastIndexOf(chain) === index;
    return { event, chain, claim: event.claimId ?? null, wanted: isLast ? rowsToRead(event) : [] };
  });
  const { heads, found, words } = await reserveChains(tx, appended);
  const sealer = createSealer(newSalt, words);
  const rows = [...found];
  const events = linkEvents(
    heads,
    appended.map(({ event: { type, subject, data = {}, rows: named = [] }, chain, claim, wanted }, index) => {
      const { stood: before = null, micros = '' } = heads.get(chain) ?? {};
      // What stood there is what is withheld.
      const stood = type === 'content.redacted' ? null : before;
      const tells = claim !== null ? 'cells' : named.length > 0 ? 'some' : 'whole';
      const eventRows = eventRowsOf({ wanted, found: rows.splice(0, wanted.length), stood, tells }, sealer);
      const said = sealData(data, sealer);
      // What was sealed for all of them stands in the last.
      const all = index === appended.length - 1 ? withContents(eventRows, sealer.contents) : eventRows;
      return {
        id: newId(),
        type,
        subject,
        claim,
        at: instantOf(micros),
        data: { ...said, ...(all && { rows: all }), ...byCommand(actor) },
        ...signatureOf(actor),
      };
    }),
  );
  const { contents } = sealer;
  if (contents.length > 0) await tx.$executeRaw`SELECT write_contents(${JSON.stringify(contents)}::jsonb)`;
  await tx.$executeRaw`SELECT write_events(${JSON.stringify(events.map(withMac))}::jsonb)`;
}

/** `micros`: the moment of what is appended now; `stood`: the rows that the last event told of. */
type Reserved = ChainHead & { chain: string; micros: string; stood: Rows | null };

interface Appended {
  chain: string;
  claim: string | null;
  event: NewEvent;
  wanted: readonly StoredRows[];
}

/** In the order in which the chains are first named, which is the order in which they are locked. */
async function reserveChains(tx: Tx, events: readonly Appended[]) {
  const chainNames = events.map(({ chain, claim, event: { subject } }) =>
    claim === null ? { chain, type: subject.type, subject: subject.id } : { chain, claim },
  );
  const wanted = events.flatMap((one) => one.wanted);
  const asked = wanted.map(withHashed);
  const subjects = wanted.length === 0 ? [] : events.map(({ event }) => event.subject.id);
  const [reserved] = await tx.$queryRaw<[{ heads: Reserved[]; found: Cells[][]; words: SealedWords[] }]>`
    SELECT heads, stored AS found, words FROM reserve_and_read(
      ${JSON.stringify(chainNames)}::jsonb, ${JSON.stringify(asked)}::jsonb, ${subjects}::uuid[])`;
  const { heads, found, words } = reserved;
  return { heads: new Map(heads.map((head) => [head.chain, head])), found, words };
}
