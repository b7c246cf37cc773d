import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sequence } from '../../src/delivery/feed/relay.js';
import { createStatusService } from '../../src/resources/statuses/status.service.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  enterClaim,
  move,
  publishVerdict,
  readClaim,
  readStatus,
  tagOf,
  type ClaimState,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const ask = (ids: unknown, person: 'reader' | 'admin' = 'reader') =>
  isnad.as(person).post('/v1/claims/statuses', { ids });

const answer = async (ids: string[]) =>
  bodyOf(await ask(ids)) as { statuses: ClaimState[]; missing: string[] };

describe('the status of one claim', () => {
  it('is the same by ref and by id, and the same as in the claim', async () => {
    const claim = await readClaim(isnad, 'C34');
    const status = await readStatus(isnad, 'C34');
    expect(status).toEqual(await readStatus(isnad, claim.id.toUpperCase()));
    expect(claim).toMatchObject(status);
    expect(status).toMatchObject({
      ref: 'C34',
      status: 'submitted',
      contested: true,
      underCorrection: false,
    });
  });

  it('answers 304 until the claim moves', async () => {
    const ref = await enterClaim(isnad);
    const path = `/v1/claims/${ref}/status`;
    const tag = tagOf(await isnad.as('reader').get(path));
    const again = await isnad.as('reader').get(path, { 'If-None-Match': tag });
    expect([again.status, again.text, tagOf(again)]).toEqual([304, '', tag]);
    const moved = await move(isnad, 'editor', ref, { event: 'accept' });
    expect(tagOf(moved)).not.toBe(tag);
    const fresh = await isnad.as('reader').get(path, { 'If-None-Match': tag });
    expect(fresh.body).toEqual(moved.body);
    expect(tagOf(fresh)).toBe(tagOf(moved));
  });

  it('has another tag where a restored database gives its version again, with something else in it', async () => {
    const ref = await enterClaim(isnad);
    // Of two processes, one before and one after: neither has read the claim of the other.
    const read = () => createStatusService({ pool: isnad.database.pool }).read(ref);
    const before = await read();
    expect((await read()).tag).toEqual(before.tag);
    await isnad.owner.query(`UPDATE claims SET contested = NOT contested WHERE ref = $1`, [ref]);
    const after = await read();
    await isnad.owner.query(`UPDATE claims SET contested = NOT contested WHERE ref = $1`, [ref]);
    expect(after.tag[0]).toBe(before.tag[0]);
    expect(after.tag).not.toEqual(before.tag);
  });

  it('shows rating and revision once they are published', async () => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    expect(await readStatus(isnad, ref)).toMatchObject({ status: 'published', rating: 'false', revision: 1 });
  });

  it('is flagged while the next revision is worked on, in the status as in the claim', async () => {
    const ref = await enterClaim(isnad);
    const flags = async () => [
      (await readStatus(isnad, ref)).underCorrection,
      (await answer([ref])).statuses[0]?.underCorrection,
      (await readClaim(isnad, ref)).underCorrection,
    ];
    await publishVerdict(isnad, ref);
    expect(await flags()).toEqual([false, false, false]);
    await move(isnad, 'editor', ref, {
      event: 'correct',
      reason: 'clarification',
      note: 'Said more clearly.',
    });
    expect(await flags()).toEqual([true, true, true]);
  });

  it('is for everyone with a key', async () => {
    expect((await isnad.stranger.get('/v1/claims/C34/status')).status).toBe(401);
    expect((await isnad.as('admin').get('/v1/claims/C34/status')).status).toBe(200);
    expect(problemOf(await isnad.as('reader').get('/v1/claims/none/status')).code).toBe('claim_not_found');
    expect((await isnad.as('reader').get('/v1/claims/a%20b/status')).status).toBe(400);
    expect((await isnad.as('reader').post('/v1/claims/C34/status')).status).toBe(405);
  });
});

describe('many statuses at once', () => {
  it('come in the order asked for, each claim once, with the names that are none', async () => {
    const { id } = await readStatus(isnad, 'C10');
    const { statuses, missing } = await answer(['C37', 'none', 'C34', id, 'C37', 'C10', 'none']);
    expect(statuses.map(({ ref }) => ref)).toEqual(['C37', 'C34', 'C10']);
    expect(missing).toEqual(['none']);
    expect(statuses[1]).toEqual(await readStatus(isnad, 'C34'));
  });

  it('follow a merged claim to where it went, and on, each once', async () => {
    const [first, second, third] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    await move(isnad, 'editor', first, { event: 'merge', into: second });
    await move(isnad, 'editor', second, { event: 'merge', into: third });
    const shown = (await answer([first, 'C34', third])).statuses.map(({ ref, mergedInto }) => [
      ref,
      mergedInto?.ref ?? null,
    ]);
    expect(shown).toEqual([
      [first, second],
      [second, third],
      [third, null],
      ['C34', null],
    ]);
  });

  it('show at once what has changed, however often they were asked for before', async () => {
    const refs = [await enterClaim(isnad), 'C34', await enterClaim(isnad)];
    const look = async (): Promise<string[]> => {
      const { statuses } = await answer(refs);
      for (const status of statuses) expect(await readClaim(isnad, status.ref)).toMatchObject(status);
      return statuses.map(({ status }) => status);
    };
    const givePlaces = async (): Promise<void> => {
      while ((await sequence(isnad.store)) !== 'idle');
    };
    await givePlaces(); // as a relay does, of which there is none here
    for (let time = 0; time < 4; time++)
      expect(await look()).toEqual(['submitted', 'submitted', 'submitted']);
    await move(isnad, 'editor', refs[2] ?? '', { event: 'accept' });
    expect(await look()).toEqual(['submitted', 'submitted', 'open']);
    await givePlaces();
    for (let time = 0; time < 3; time++) expect(await look()).toEqual(['submitted', 'submitted', 'open']);
  });

  it('are at most 500', async () => {
    const names = Array.from({ length: 501 }, (_, index) => `X${String(index)}`);
    expect((await answer(['C34', ...names.slice(2)])).missing).toHaveLength(499);
    const response = await ask(names);
    expect([response.status, faultsOf(response)]).toEqual([400, ['/ids']]);
  });

  it('are asked for by names, of claims, with a key', async () => {
    expect(faultsOf(await ask([]))).toEqual(['/ids']);
    expect(faultsOf(await ask(['C34', 'a b', 7]))).toEqual(['/ids/1', '/ids/2']);
    expect(faultsOf(await ask('C34'))).toEqual(['/ids']);
    expect((await ask(['C34'], 'admin')).status).toBe(200);
    expect((await isnad.stranger.post('/v1/claims/statuses', { ids: ['C34'] })).status).toBe(401);
    expect((await isnad.as('reader').get('/v1/claims/statuses')).status).toBe(405);
  });
});
