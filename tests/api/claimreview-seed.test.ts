/** Every claim of the first article, published and read back as markup in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../support/desk.js';
import { createHouse, type House } from '../support/house.js';
import { publishSeed } from '../support/publish-seed.js';
import { faultsOfMarkup } from '../support/schema-org.js';

let house: House;
let refs: string[];
beforeAll(async () => {
  house = await createHouse({ seeded: true });
  refs = await publishSeed(house);
}, 240_000);
afterAll(() => house.close());

describe.each(['ar', 'en'] as const)('the ClaimReview of every claim in %s', (language) => {
  it('keeps to the types and ranges of schema.org', async () => {
    expect(refs).toHaveLength(51);
    for (const ref of refs) {
      const document = bodyOf(await house.as('reader').get(`/v1/claims/${ref}/claimreview?language=${language}`));
      expect(faultsOfMarkup(document), ref).toEqual([]);
    }
  });
});
