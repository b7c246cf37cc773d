/** What takes a second person, and how two members become one. */
import { expect } from 'vitest';
import type { Response } from 'superagent';
import { anyVersion } from './api.js';
import { bodyOf, enterClaim, move, publishVerdict } from './desk.js';
import type { Person, TestIsnad } from './test-runtime.js';

/** One person from now on. `confirm`: how another admin agrees, where there is one. */
export async function tieMembers(
  isnad: TestIsnad,
  one: Person,
  other: Person,
  confirm?: (change: string) => Promise<Response>,
): Promise<void> {
  const identities = [{ issuer: 'https://id.example', subject: `${one}-${other}` }];
  const give = async (ref: string, given: object[]) => {
    const patch = { identities: given, override: true };
    const asked = await isnad.as('admin').patch(`/v1/members/${ref}`, patch, anyVersion);
    expect(asked.status, JSON.stringify(asked.body)).toBe(confirm ? 202 : 200);
    if (confirm) bodyOf(await confirm((asked.body as { id: string }).id));
  };
  await give(one, identities);
  await give(one, []);
  await give(other, identities);
}

/** Published, and taken back by `editor` with a note: the digest of its notice. */
export async function retractClaim(isnad: TestIsnad, claim: string): Promise<string> {
  await publishVerdict(isnad, claim);
  bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error', note: 'We were wrong.' }));
  const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/editions`)) as {
    items: { digest: string }[];
  };
  return items.at(-1)?.digest ?? '';
}

export const letNoticeOut = (
  isnad: TestIsnad,
  { claim, digest }: { claim: string; digest: string },
  by: Person,
): Promise<Response> =>
  isnad.as(by).post(`/v1/claims/${claim}/editions/${digest}/transitions`, { event: 'approve' });

/** Asked for by `admin`. */
export async function askToErase(isnad: TestIsnad): Promise<{ id: string }> {
  const target = { kind: 'claim', id: await enterClaim(isnad) };
  const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
  expect(asked.status).toBe(202);
  return asked.body as { id: string };
}

export const confirmErasure = (isnad: TestIsnad, { id }: { id: string }, by: Person): Promise<Response> =>
  isnad.as(by).post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion);

export async function eraseClaim(isnad: TestIsnad, by: Person): Promise<{ id: string }> {
  const erasure = await askToErase(isnad);
  bodyOf(await confirmErasure(isnad, erasure, by));
  return erasure;
}
