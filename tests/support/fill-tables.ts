/** A desk on which everything has happened that can be asked for: every request once, and what takes more than one. */
import { randomUUID } from 'node:crypto';
import { anyVersion } from './api.js';
import { clean } from './clean-review.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  publishVerdict,
  takeTask,
  verdictBody,
} from './desk.js';
import { operations, requests, send } from './requests.js';
import type { TestIsnad } from './test-runtime.js';

export async function fillTables(isnad: TestIsnad): Promise<void> {
  for (const operation of operations) {
    const prepared = await requests[operation.id]?.(isnad);
    if (prepared && prepared.endless !== true) await send(isnad, operation, prepared);
  }
  await citeEverything(isnad);
  await breakGlass(isnad);
  await withholdNames(isnad);
  bodyOf(await isnad.as('checker').post('/v1/imports', { document: clean }));
  const identities = [{ issuer: 'https://id.example', subject: randomUUID() }];
  bodyOf(await isnad.as('admin').patch('/v1/members/reader', { identities }, anyVersion));
  await isnad.work();
  for (const weeks of [2, 3]) {
    await isnad.database.pool.query(`SELECT store_flow_week(week_of(desk_now()) - $1 * interval '7 days')`, [
      weeks,
    ]);
  }
  // Nobody gives it a place in the feed any more: it waits.
  await isnad.as('editor').post('/v1/sources', { kind: 'person', name: 'Somebody' });
}

async function citeEverything(isnad: TestIsnad): Promise<void> {
  const claim = await enterClaim(isnad, { kind: 'violation' });
  const added = { url: 'https://example.org/cited', stance: 'against', note: 'As cited.' };
  const { id } = (await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)).body as {
    id: string;
  };
  await isnad.work();
  const cited = {
    id: 's-res-1718-2006.8b',
    act: 'supplied',
    actor: 'North Korea',
    date: '2024-01',
    direction: 'from',
  };
  await publishVerdict(isnad, claim, { body: verdictBody('false', { evidence: [id], provisions: [cited] }) });
}

async function withholdNames(isnad: TestIsnad): Promise<void> {
  madeOf(
    await isnad.as('checker').post('/v1/sources', { ref: 'withheld', kind: 'person', name: 'Withheld' }),
  );
  const asked = await isnad
    .as('admin')
    .post('/v1/erasures', { target: { kind: 'source', id: 'withheld' }, reason: 'unlawful' });
  const { id } = asked.body as { id: string };
  bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
}

async function breakGlass(isnad: TestIsnad): Promise<void> {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  const asked = { reason: 'The story breaks tonight.', second: 'checker2', note: 'Read twice.' };
  bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', asked));
}
