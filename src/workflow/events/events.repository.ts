import { signatureOf, type Actor } from '../../domain/access/rules.js';
import { chainOf, instantOf, linkEvents, type ChainHead } from '../../domain/event/chain.js';
import { sealData } from '../../domain/event/sealed-data.js';
import type { NewEvent } from '../../domain/event/types.js';
import { createSealer } from '../../domain/text/seal.js';
import type { Tx } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { newSalt } from '../../platform/db/new-salt.js';

/**
 * Appends what happened, in order, inside the caller's transaction: if the event cannot be written, neither can the
 * change. However many there are, one statement locks their chains and one writes them; events of a claim raise its
 * version. What is decided on a docket is written by unit-of-work.ts instead.
 */
export async function appendEvents(tx: Tx, actor: Actor, newEvents: readonly NewEvent[]): Promise<void> {
  if (newEvents.length === 0) return;
  const sealer = createSealer(newSalt);
  const byOperator = 'operator' in actor ? { operator: true } : {};
  const happened = newEvents.map(({ type, subject, claimId: claim = null, data = {} }) => {
    const event = {
      id: newId(),
      type,
      subject,
      claim,
      data: { ...sealData(data, sealer), ...byOperator },
      ...signatureOf(actor),
    };
    return { ...event, chain: chainOf(event) };
  });
  const heads = await reserveChains(tx, happened);
  const events = linkEvents(
    heads,
    happened.map(({ chain, ...event }) => ({ ...event, at: instantOf(heads.get(chain)?.micros ?? '') })),
  );
  const { contents } = sealer;
  if (contents.length > 0) await tx.$executeRaw`SELECT write_contents(${JSON.stringify(contents)}::jsonb)`;
  await tx.$executeRaw`SELECT write_events(${JSON.stringify(events)}::jsonb)`;
}

/** `micros`: the moment of what is appended now. */
type Reserved = ChainHead & { chain: string; micros: string };

/** In the order in which the chains are first named, which is the order in which they are locked. */
async function reserveChains(
  tx: Tx,
  events: readonly { chain: string; claim: string | null; subject: NewEvent['subject'] }[],
): Promise<Map<string, Reserved>> {
  const places = events.map(({ chain, claim, subject: { type, id } }) =>
    claim === null ? { chain, type, subject: id } : { chain, claim },
  );
  const rows = await tx.$queryRaw<Reserved[]>`
    SELECT * FROM reserve_chains(${JSON.stringify(places)}::jsonb)`;
  return new Map(rows.map((row) => [row.chain, row]));
}
