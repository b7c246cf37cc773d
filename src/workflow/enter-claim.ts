import { byCommand, signatureOf, type Actor } from '../domain/access/rules.js';
import type { NewClaim } from '../domain/claim/new-claim.js';
import type { Db } from '../platform/db/client.js';
import { refTaken } from '../platform/db/constraint-errors.js';
import { newId } from '../platform/db/new-id.js';
import { newRef } from '../platform/db/new-ref.js';
import { newSalt } from '../platform/db/new-salt.js';
import type { Step } from '../platform/db/transaction-steps.js';
import { Failure, failureOf } from '../platform/errors.js';
import { createGiveWay } from '../platform/give-way.js';
import { decideEntries, type Entry } from './decide-entry.js';
import type { EnteredClaim } from './compose-claim.js';
import type { ClaimSpan, NamedRows } from './named.js';
import { readNamed } from './named.repository.js';
import { anchorIn } from './recent-anchors.js';
import { writeClaims, type AlikeClaim } from './write-claims.repository.js';

/**
 * What became of a claim. `named`: what its names stood for. `alike`: claims that share words with it; null where several
 * were entered at once.
 */
export type Entered = Exclude<Entry, { outcome: 'unread' }> & {
  named: NamedRows;
  alike: AlikeClaim[] | null;
};

/** How often it is gone back to the database for those whose place was taken meanwhile. */
const mostRaces = 5;

/**
 * Enters claims, each with its quote, chain and provisions: one statement reads what they name, one writes all that
 * are good. No lock is needed: the unique indexes are the rule, and what they refuse is decided on again.
 */
export async function enterClaims(
  db: Db,
  claims: readonly NewClaim[],
  actor: Actor,
  step?: Pick<Step, 'row' | 'interrupt'>,
): Promise<Entered[]> {
  const by = { ...signatureOf(actor), ...byCommand(actor) };
  const entered = new Map<number, Entered>();
  let open = [...claims.entries()];
  let spans: ClaimSpan[] = [];
  const giveWay = createGiveWay();
  for (let races = 0; open.length > 0;) {
    const asked = open.map(([, claim]) => claim);
    const named = await readNamed(db, asked, spans);
    const names = { newId, newRef: () => newRef('c'), newSalt, anchorIn };
    const entries: Entry[] = [];
    for (const entry of decideEntries(asked, named, by, names)) {
      entries.push(entry);
      await giveWay();
    }
    const good = entries.flatMap((entry) => (entry.outcome === 'created' ? [entry.claim] : []));
    const { free, ids, alike } =
      good.length === 0
        ? { free: true, ids: new Set<string>(), alike: null }
        : await writeClaims(db, good, step ? step.row({ id: good[0]?.row.id }) : null);
    if (!free && step) throw step.interrupt();
    const lost = good.filter(({ row }) => !ids.has(row.id));
    if (lost.length > 0 && ++races > mostRaces) throw enteredMeanwhile();
    const settled = (entry: Entry): entry is Exclude<Entry, { outcome: 'unread' }> =>
      entry.outcome === 'created'
        ? ids.has(entry.claim.row.id)
        : entry.outcome !== 'unread' && lost.length === 0;
    for (const [index, entry] of entries.entries()) {
      const [at] = open[index] ?? [];
      if (at !== undefined && settled(entry)) entered.set(at, { ...entry, named, alike });
    }
    spans = lost.map(({ row: { articleVersion, start, end } }) => ({ version: articleVersion, start, end }));
    open = open.filter(([at]) => !entered.has(at));
  }
  return claims.flatMap((_, at) => entered.get(at) ?? []);
}

/** One claim; throws why it is refused, also where the very same stands already. */
export async function enterClaim(
  db: Db,
  claim: NewClaim,
  actor: Actor,
  step?: Pick<Step, 'row' | 'interrupt'>,
): Promise<{ claim: EnteredClaim; named: NamedRows; alike: AlikeClaim[] | null }> {
  const [entry] = await enterClaims(db, [claim], actor, step);
  if (entry?.outcome === 'created') return entry;
  if (entry?.outcome === 'refused') throw failureOf(entry.refusal);
  const known = entry?.claim.ref ?? '';
  throw known === claim.ref ? refTaken(known, { claim: known })() : externalIdTaken(known);
}

const externalIdTaken = (claim: string): Failure =>
  failureOf({
    kind: 'conflict',
    code: 'external_id_taken',
    why: `The claim ${claim} has this external id.`,
    faults: [{ pointer: '/externalId', message: 'is taken' }],
    extra: { claim },
  });

const enteredMeanwhile = (): Failure =>
  new Failure('conflict', 'Others enter the same claims at this moment. Send it again.', {
    code: 'changed_meanwhile',
    retryAfter: 1,
  });
