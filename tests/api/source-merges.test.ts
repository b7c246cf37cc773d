/** The moves of a source: merged into another one where it was recorded twice, and split from it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, tagOf } from '../support/desk.js';
import {
  mergeSources,
  moveSource,
  readSource,
  recordSource,
  splitSource,
} from '../support/merged-sources.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const pair = async () => [await recordSource(isnad, 'Reuters'), await recordSource(isnad, 'رويترز')] as const;

interface Told {
  type: string;
  data: Record<string, unknown>;
}

const eventsOf = async (subjectId: string): Promise<Told[]> =>
  (await isnad.store.db.event.findMany({ where: { claimId: null, subjectId }, orderBy: { seq: 'asc' } })).map(
    ({ type, data }) => ({ type, data: data as Told['data'] }),
  );

const movesOf = async (ref: string, as: Person, headers = {}) =>
  bodyOf(await isnad.as(as).get(`/v1/sources/${ref}/transitions`, headers));

describe('merging a source', () => {
  it('leaves it where it was, naming the one that stands for it; splitting it takes that back', async () => {
    const [stands, twice] = await pair();
    expect(twice).toMatchObject({ status: 'active', mergedInto: null });
    const note = 'The same agency.';
    const merged = bodyOf(await moveSource(isnad, twice, { event: 'merge', into: stands.id, note }));
    const named = { id: stands.id, ref: stands.ref, name: 'Reuters' };
    expect(merged).toMatchObject({ id: twice.id, status: 'merged', mergedInto: named, version: 2 });
    expect(await readSource(isnad, twice)).toEqual(merged);
    expect(await splitSource(isnad, twice)).toMatchObject({
      ...{ status: 'active', mergedInto: null, version: 3, name: 'رويترز' },
    });
    const sealed = { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) as string };
    const [, ...moves] = await eventsOf(twice.id);
    expect(moves).toMatchObject([
      {
        type: 'source.merged',
        data: { from: 'active', to: 'merged', into: stands.id, was: { into: null }, note: sealed },
      },
      { type: 'source.split', data: { from: 'merged', to: 'active', was: { into: stands.id } } },
    ]);
  });

  it('takes along what was merged into it, each with an event of its own', async () => {
    const [stands, between] = await pair();
    const first = await recordSource(isnad, 'REUTERS');
    await mergeSources(isnad, first, between);
    await mergeSources(isnad, between, stands);
    for (const one of [first, between])
      expect(await readSource(isnad, one)).toMatchObject({ mergedInto: { ref: stands.ref } });
    expect((await eventsOf(first.id)).at(-1)).toMatchObject({
      type: 'source.merged',
      data: { from: 'merged', to: 'merged', into: stands.id, was: { into: between.id } },
    });
    await splitSource(isnad, between);
    expect(await readSource(isnad, first)).toMatchObject({ mergedInto: { ref: between.ref } });
  });

  it('that is undone gives back what went along, and nothing that was put there by hand', async () => {
    const [beta, gamma] = await pair();
    const [alpha, oldest, other] = [
      await recordSource(isnad, 'Alpha'),
      await recordSource(isnad, 'Older'),
      await recordSource(isnad, 'Other'),
    ];
    await mergeSources(isnad, oldest, alpha);
    await mergeSources(isnad, alpha, beta);
    await mergeSources(isnad, other, gamma);
    await mergeSources(isnad, beta, gamma);
    await splitSource(isnad, beta);
    const intoOf = async (one: { ref: string }) => (await readSource(isnad, one)).mergedInto?.ref;
    expect(await Promise.all([oldest, alpha, other].map(intoOf))).toEqual([beta.ref, beta.ref, gamma.ref]);
    // Found to be Gamma's after all, then Gamma itself turns out to be another.
    await splitSource(isnad, alpha);
    await mergeSources(isnad, alpha, gamma);
    await mergeSources(isnad, gamma, beta);
    await splitSource(isnad, gamma);
    expect(await Promise.all([oldest, alpha, other, gamma].map(intoOf))).toEqual([
      ...[gamma.ref, gamma.ref, gamma.ref],
      undefined,
    ]);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });

  it('needs another one that stands, and has a name', async () => {
    const [stands, twice] = await pair();
    const other = await recordSource(isnad, 'AFP');
    await mergeSources(isnad, twice, stands);
    const outcomes = [
      [twice, twice.ref, 'illegal_move', 'The source is merged: there is nothing to merge.'],
      [stands, stands.id, 'merge_into_itself', 'A source cannot be merged into itself.'],
      [
        ...([other, twice.ref, 'merge_target_gone'] as const),
        `The source ${twice.ref} was merged into ${stands.ref}: merge into that one.`,
      ],
      [
        ...([stands, twice.ref, 'merge_target_gone'] as const),
        `The source ${twice.ref} was merged into this one: split that one first.`,
      ],
    ] as const;
    for (const [source, into, code, detail] of outcomes) {
      const refused = await moveSource(isnad, source, { event: 'merge', into });
      expect([refused.status, problemOf(refused)]).toMatchObject([409, { code, detail }]);
    }
    const refused = await moveSource(isnad, other, { event: 'split' });
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'illegal_move']);
    const inArabic = await moveSource(
      isnad,
      other,
      { event: 'merge', into: twice.ref },
      { headers: { ...anyVersion, 'Accept-Language': 'ar' } },
    );
    expect(problemOf(inArabic).detail).toMatch(/^المصدر .* مدموج في .*: ادمج في هذا الأخير\.$/u);
  });

  it('says at once what is wrong with what was sent', async () => {
    const [stands, twice] = await pair();
    const send = (body: object) => moveSource(isnad, twice, body);
    expect(faultsOf(await send({ event: 'merge', note: 7 }))).toEqual(['/into', '/note']);
    expect((await send({ event: 'join', into: stands.ref })).status).toBe(400);
    const unknown = await send({ event: 'merge', into: 'nobody' });
    expect([unknown.status, problemOf(unknown).code, faultsOf(unknown)]).toEqual([
      ...[422, 'unknown_reference'],
      ['/into'],
    ]);
    const missing = await moveSource(isnad, { ref: 'nobody' }, { event: 'split' });
    expect([missing.status, problemOf(missing).code]).toEqual([404, 'source_not_found']);
  });

  it('is for editors, and they are told beforehand', async () => {
    const [stands, twice] = await pair();
    const path = `/v1/sources/${twice.ref}/transitions`;
    const command = { event: 'merge', into: stands.ref };
    expect((await isnad.stranger.post(path, command)).status).toBe(401);
    expect((await isnad.stranger.get(path)).status).toBe(401);
    for (const as of ['reader', 'checker', 'admin'] as const)
      expect((await moveSource(isnad, twice, command, { as })).status).toBe(403);
    const merge = { event: 'merge', to: 'merged' };
    expect(await movesOf(twice.ref, 'editor')).toEqual({
      status: 'active',
      note: null,
      next: null,
      items: [{ ...merge, allowed: true, why: null }],
    });
    expect(await movesOf(twice.ref, 'checker')).toEqual({
      status: 'active',
      note: null,
      next: null,
      items: [{ ...merge, allowed: false, why: 'Only an editor may do this.' }],
    });
    await mergeSources(isnad, twice, stands);
    expect(await movesOf(twice.ref, 'editor')).toMatchObject({
      status: 'merged',
      items: [{ event: 'split', to: 'active', allowed: true }],
    });
    expect((await isnad.as('reader').get('/v1/sources/nobody/transitions')).status).toBe(404);
  });

  it('is refused where the source has changed since it was read, and done once where it is sent again', async () => {
    const [stands, twice] = await pair();
    const read = tagOf(await isnad.as('editor').get(`/v1/sources/${twice.ref}`));
    bodyOf(await isnad.as('checker').patch(`/v1/sources/${twice.ref}`, { note: 'Of London.' }));
    const command = { event: 'merge', into: stands.ref };
    const stale = await moveSource(isnad, twice, command, { headers: { 'If-Match': read } });
    expect([stale.status, problemOf(stale).code]).toEqual([412, 'stale']);
    const headers = { ...anyVersion, 'Idempotency-Key': `merge-${twice.ref}` };
    const first = await moveSource(isnad, twice, command, { headers });
    expect(bodyOf(await moveSource(isnad, twice, command, { headers }))).toEqual(bodyOf(first));
    expect((await eventsOf(twice.id)).filter(({ type }) => type === 'source.merged')).toHaveLength(1);
  });

  it('either way round at once is done once, and refused once', async () => {
    for (let times = 0; times < 6; times++) {
      const [one, other] = await pair();
      const answers = await Promise.all([
        moveSource(isnad, one, { event: 'merge', into: other.ref }),
        moveSource(isnad, other, { event: 'merge', into: one.ref }, { as: 'editor2' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const states = [await readSource(isnad, one), await readSource(isnad, other)];
      expect(states.map(({ status }) => status).sort()).toEqual(['active', 'merged']);
    }
  });

  it('of a chain at once ends with nobody behind one that is merged itself', async () => {
    const [first, second] = await pair();
    const third = await recordSource(isnad, 'R.');
    const answers = await Promise.all([
      moveSource(isnad, first, { event: 'merge', into: second.ref }),
      moveSource(isnad, second, { event: 'merge', into: third.ref }, { as: 'editor2' }),
    ]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const states = await Promise.all([first, second].map((one) => readSource(isnad, one)));
    for (const { mergedInto } of states) expect([null, third.ref]).toContain(mergedInto?.ref ?? null);
  });
});

describe('what the database keeps of a merge', () => {
  it('is what replaying the events gives, and another one is named', async () => {
    const [stands, twice] = await pair();
    await mergeSources(isnad, twice, stands);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
    const owner = isnad.database.pool;
    await owner.query('UPDATE sources SET merged_into_id = NULL WHERE id = $1', [twice.id]);
    const found = await verifyTables(isnad);
    await owner.query('UPDATE sources SET merged_into_id = $2 WHERE id = $1', [twice.id, stands.id]);
    expect(found).toMatchObject({
      valid: false,
      place: { table: 'sources', row: twice.id, column: 'merged_into_id' },
    });
  });

  it('never leads through one that is merged itself', async () => {
    const [stands, twice] = await pair();
    const other = await recordSource(isnad, 'Other');
    await mergeSources(isnad, twice, stands);
    const point = (id: string, into: string) =>
      isnad.database.pool.query('UPDATE sources SET merged_into_id = $2 WHERE id = $1', [id, into]);
    const refused = { constraint: 'sources_merged_once' };
    await expect(point(other.id, twice.id)).rejects.toMatchObject(refused);
    await expect(point(stands.id, other.id)).rejects.toMatchObject(refused);
    await expect(point(other.id, other.id)).rejects.toMatchObject({
      constraint: 'sources_merged_into_another',
    });
  });
});
