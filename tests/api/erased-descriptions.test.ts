/** How the date of a claim is known, and how sure its words are: words of the desk, which can be taken back. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { bodyOf, enterClaim, publishVerdict, readStatus } from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { findInDatabase } from '../support/find-in-database.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const basis = 'canary-of-its-date';
const modality = 'canary-of-its-modality';
let ref: string;
/** Entered with these words, which were others for a while. */
beforeEach(async () => {
  ref = await enterClaim(isnad, { dateBasis: `${basis} entered`, modality: `${modality} entered` });
  for (const when of ['then', 'now']) {
    const words = { dateBasis: `${basis} ${when}`, modality: `${modality} ${when}` };
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${ref}`, words, anyVersion));
  }
});

it('stand in no event: seals do', async () => {
  for (const word of [basis, modality]) {
    const places = await findInDatabase(isnad.database.pool, word);
    expect(places).toContain('contents.value');
    expect(places.filter((place) => /^(events|feed)\b/.test(place))).toEqual([]);
  }
});

it('leave the desk no more than an edition does: readers are not told how its date is known', async () => {
  await publishVerdict(isnad, ref);
  await isnad.work();
  const { updatedAt } = await readStatus(isnad, ref);
  const paths = [
    ...[`/v1/claims/${ref}`, `/v1/claims/${ref}?asOf=${updatedAt}`, `/v1/claims/${ref}/history?limit=200`],
    ...['/v1/feed?after=start&limit=200', `/v1/claims/${ref}/editions/1`],
  ];
  const told = async (as: Person): Promise<boolean[]> => {
    const read = [];
    for (const path of paths) read.push(JSON.stringify(bodyOf(await isnad.as(as).get(path))).includes(basis));
    return read;
  };
  expect(await told('checker')).toEqual([true, true, true, false, false]);
  expect(await told('reader')).toEqual([false, false, false, false, false]);
});

it('go from everywhere with an erasure, those of before too', async () => {
  const then = (await readStatus(isnad, ref)).updatedAt;
  const { texts } = await erase(isnad, { kind: 'claim', id: ref });
  expect(texts).toEqual(expect.arrayContaining(['date_basis', 'modality']));
  for (const path of [`/v1/claims/${ref}`, `/v1/claims/${ref}?asOf=${then}`])
    expect(bodyOf(await isnad.as('editor').get(path))).toMatchObject({ dateBasis: null, modality: null });
  const history = JSON.stringify(bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/history?limit=200`)));
  for (const word of [basis, modality]) expect(history).not.toContain(word);
  const { rows } = await isnad.database.pool.query(
    `SELECT FROM contents JOIN claims c ON c.id = subject_id WHERE c.ref = $1 AND contents.kind IN ('date_basis', 'modality')`,
    [ref],
  );
  expect(rows).toEqual([]);
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
});
