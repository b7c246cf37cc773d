import { isSystem, type Actor } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { chainEvent, chainOf, instantOf } from '../../domain/event/chain.js';
import type { NewEvent } from '../../domain/event/types.js';

/**
 * Appends what happened, in order, inside the caller's transaction: if the event cannot be written, neither
 * can the change. An event of a claim takes the claim's next version as its ordinal, which also locks the
 * claim's row until commit, so a claim's events are numbered in the order in which they were committed. Each
 * names the hash of the one before it in its chain. One query for each chain, one for all the events.
 */
export async function appendEvents(tx: Tx, actor: Actor, newEvents: readonly NewEvent[]): Promise<void> {
  if (newEvents.length === 0) return;
  const by = isSystem(actor) ? { actor: null, key: null } : { actor: actor.memberId, key: actor.keyId };
  const ends = new Map<string, ChainHead>();
  for (const [chain, [first, ...others]] of byChain(newEvents)) {
    ends.set(chain, await reserveOrdinals(tx, first, others.length + 1));
  }
  const rows = newEvents.map(({ type, subject, claimId, data = {} }) => {
    const claim = claimId ?? null;
    const end = ends.get(chainOf({ claim, subject }));
    if (!end) throw new Error('each happening has a chain');
    const event = {
      id: newId(),
      type,
      subject,
      claim,
      ordinal: ++end.place,
      data,
      at: instantOf(end.micros),
    };
    const prevHash = end.head;
    end.head = chainEvent(prevHash, { ...event, ...by }).hash;
    return { ...event, ...by, prevHash, hash: end.head };
  });
  await insertEvents(tx, canonicalJson(rows));
}

type Some<Item> = [Item, ...Item[]];

/** In the order in which the chains are first touched, which is the order in which they are locked. */
function byChain(newEvents: readonly NewEvent[]): Map<string, Some<NewEvent>> {
  const chains = new Map<string, Some<NewEvent>>();
  for (const newEvent of newEvents) {
    const chain = chainOf({ claim: newEvent.claimId ?? null, subject: newEvent.subject });
    const others = chains.get(chain);
    if (others) others.push(newEvent);
    else chains.set(chain, [newEvent]);
  }
  return chains;
}

interface ChainHead {
  /** The ordinal of the last event, 0 before the first. */
  place: number;
  /** Its hash. */
  head: string | null;
  /** The moment of what is appended now. A claim was last updated when its last event happened. */
  micros: string;
}

async function reserveOrdinals(tx: Tx, { claimId, subject }: NewEvent, places: number): Promise<ChainHead> {
  const [end] =
    claimId === undefined
      ? await tx.$queryRaw<ChainHead[]>`
          SELECT place, encode(head, 'hex') AS head, micros FROM reserve_subject_ordinal(${subject.type}, ${subject.id}::uuid)`
      : await tx.$queryRaw<ChainHead[]>`
          SELECT place, encode(head, 'hex') AS head, micros FROM reserve_ordinals(${claimId}::uuid, ${places}::int)`;
  if (!end) throw new Error(`claim ${String(claimId)} is gone`);
  return end;
}

/** However many there are, it is one statement, and always the same one. */
async function insertEvents(tx: Tx, rows: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, subject_ordinal, actor_id, key_id, data, at, prev_hash, hash)
    SELECT e.id, e.type, e.subject ->> 'type', (e.subject ->> 'id')::uuid, e.claim,
      CASE WHEN e.claim IS NOT NULL THEN e.ordinal END, CASE WHEN e.claim IS NULL THEN e.ordinal END,
      e.actor, e.key, e.data, e.at, decode(e."prevHash", 'hex'), decode(e.hash, 'hex')
    FROM ROWS FROM (jsonb_to_recordset(${rows}::jsonb) AS (id uuid, type text, subject jsonb, claim uuid, ordinal int,
      actor uuid, key uuid, data jsonb, at timestamptz, "prevHash" text, hash text)) WITH ORDINALITY AS e
    ORDER BY e.ordinality`;
}
