/** How much may belong to one claim: whoever decides on it has to read all of that at once. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostOfClaim } from '../../src/domain/claim/limits.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, madeOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const relate = (from: string, to: string) =>
  isnad.as('checker').post(`/v1/claims/${from}/relations`, { type: 'supports', to });
const full = (response: Response): [number, string] => [response.status, problemOf(response).code];

/** As many as it may have but one, in the table alone: they have no events, and relations lead nowhere. */
async function fill(claim: string, what: keyof typeof mostOfClaim): Promise<void> {
  const rows = {
    relations: `INSERT INTO relations (id, from_id, to_id, type) SELECT gen_random_uuid(), gen_random_uuid(), c.id, 'repeats'`,
    evidence: `INSERT INTO evidence (id, claim_id, url, stance) SELECT gen_random_uuid(), c.id, 'https://example.org/' || n, 'for'`,
    contacts: `INSERT INTO contacts (id, claim_id, label, outcome, date, recorded_by_id)
      SELECT gen_random_uuid(), c.id, 'Somebody', 'asked', '2024', (SELECT id FROM members WHERE ref = 'checker')`,
  };
  const client = await isnad.owner.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(`${rows[what]} FROM claims c, generate_series(1, $2::int) n WHERE c.ref = $1`, [
    claim,
    mostOfClaim[what] - 1,
  ]);
  client.release(true);
}

describe('a claim', () => {
  it('has so many relations at most, coming and going', async () => {
    const [claim, first, second] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    await fill(claim, 'relations');
    madeOf(await relate(first, claim));
    expect(full(await relate(second, claim))).toEqual([409, 'claim_full']);
    expect(full(await relate(claim, second))).toEqual([409, 'claim_full']);
    const arabic = await isnad
      .as('checker')
      .post(`/v1/claims/${claim}/relations`, { type: 'supports', to: second }, { 'Accept-Language': 'ar' });
    expect(problemOf(arabic)).toMatchObject({ title: 'بلغ الادعاء الحد' });
    expect(problemOf(arabic).detail).toContain(String(mostOfClaim.relations));
    madeOf(await relate(first, second));
  });

  it('has so much evidence, and so many records of who was asked', async () => {
    const claim = await enterClaim(isnad);
    const contact = { label: 'Somebody', outcome: 'asked', date: '2024-06-19' };
    for (const [what, body] of [
      ['evidence', { url: 'https://example.org/', stance: 'for' }],
      ['contacts', contact],
    ] as const) {
      await fill(claim, what);
      const add = () => isnad.as('checker').post(`/v1/claims/${claim}/${what}`, body);
      madeOf(await add());
      expect(full(await add())).toEqual([409, 'claim_full']);
    }
  });

  it('has room for another record of who was asked once one is withdrawn', async () => {
    const claim = await enterClaim(isnad);
    await fill(claim, 'contacts');
    const add = () =>
      isnad
        .as('checker')
        .post(`/v1/claims/${claim}/contacts`, { label: 'Somebody', outcome: 'asked', date: '2024-06-19' });
    const { id } = madeOf(await add()) as { id: string };
    bodyOf(await isnad.as('checker').post(`/v1/contacts/${id}/transitions`, { event: 'withdraw' }));
    madeOf(await add());
    expect(full(await add())).toEqual([409, 'claim_full']);
  });
});
