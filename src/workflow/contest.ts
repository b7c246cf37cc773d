import { system } from '../domain/access/rules.js';
import { contesting, isContested } from '../domain/claim/contest.js';
import type { Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { readContested, readNeighbors, setContested } from './docket.repository.js';

/** Looks again at whether claims are contested, and says so in their history where that has changed. */
export async function reconsiderContested(tx: Tx, claimIds: readonly string[]): Promise<void> {
  for (const { id, contested, relationsIn } of await readContested(tx, [...claimIds], contesting)) {
    const now = isContested(
      relationsIn.map(({ from }) => ({
        status: from.status,
        polarity: from.verdicts[0]?.rating.polarity ?? null,
      })),
    );
    if (now === contested) continue;
    await setContested(tx, id, now);
    await appendEvents(tx, system, [
      {
        type: now ? 'claim.became_contested' : 'claim.ceased_contested',
        subject: { type: 'claim', id },
        claimId: id,
      },
    ]);
  }
}

/** The same for every claim that this one contests: its own verdict may have answered, or re-opened, the question. */
export async function reconsiderContestedBy(tx: Tx, claimId: string): Promise<void> {
  const targets = (await readNeighbors(tx, claimId))
    .filter(({ type, outgoing }) => outgoing && (contesting as readonly string[]).includes(type))
    .map(({ claim }) => claim.id);
  if (targets.length > 0) await reconsiderContested(tx, targets);
}
