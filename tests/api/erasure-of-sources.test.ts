/** What an erasure of a source covers is what two persons agreed on: nobody widens or evades it by a merge or a split. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '../../src/resources/sources/source.schema.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, publishVerdict } from '../support/desk.js';
import { findInDatabase } from '../support/find-in-database.js';
import { askedOf, askErasure, decideOnErasure, erase } from '../support/erasures.js';
import {
  mergeSources,
  moveSource,
  readSource,
  recordSource,
  splitSource,
} from '../support/merged-sources.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';
import { anyVersion } from '../support/api.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const pair = async () => [await recordSource(isnad, 'One'), await recordSource(isnad, 'Other')] as const;

const ask = async ({ id }: Source) => askedOf(await askErasure(isnad, { kind: 'source', id }));

const refusalOf = async (answer: ReturnType<typeof moveSource>) => {
  const refused = await answer;
  return [refused.status, problemOf(refused).code];
};

/** As the owner of the database would, whom nothing is refused. */
const mergeInDatabase = ({ id }: Source, into: Source | null) =>
  isnad.owner.query('UPDATE sources SET merged_into_id = $2 WHERE id = $1', [id, into?.id ?? null]);

const movesOf = async ({ ref }: Source, as: Person) =>
  (bodyOf(await isnad.as(as).get(`/v1/sources/${ref}/transitions`)) as { items: { why: string | null }[] })
    .items;

const waits =
  'An erasure of its names, or of those of the other source, waits for a second person: have it decided on first.';

describe('an erasure of a source', () => {
  it('shows which sources it is of, to whoever decides on it and in the history', async () => {
    const [stands, twice] = await pair();
    await mergeSources(isnad, twice, stands);
    const asked = await ask(stands);
    const sources = [stands, twice]
      .map(({ id, ref }) => ({ id, ref }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(asked.sources).toEqual(sources);
    expect(bodyOf(await isnad.as('editor').get(`/v1/erasures/${asked.id}`))).toMatchObject({ sources });
    const { items } = bodyOf(await isnad.as('editor').get('/v1/erasures?target=source')) as {
      items: { id: string; sources: object[] }[];
    };
    expect(items.find(({ id }) => id === asked.id)?.sources).toEqual(sources);
    const { data } = await isnad.store.db.event.findFirstOrThrow({
      where: { subjectId: asked.id, type: 'privileged_change.asked' },
    });
    expect(data).toMatchObject({ sources: sources.map(({ id }) => id) });
    bodyOf(await decideOnErasure(isnad, asked, 'reject'));
  });

  it('is of no other that an editor merges into it while it waits: what is public keeps its name', async () => {
    const [stands, other] = await pair();
    const claim = await enterClaim(isnad, { attributions: [{ source: other.ref, mode: 'direct' }] });
    await publishVerdict(isnad, claim);
    const asked = await ask(stands);
    const merge = { event: 'merge', into: stands.ref };
    expect(await refusalOf(moveSource(isnad, other, merge))).toEqual([409, 'erasure_waiting']);
    const back = { event: 'merge', into: other.ref };
    expect(await refusalOf(moveSource(isnad, stands, back))).toEqual([409, 'erasure_waiting']);
    expect(await movesOf(stands, 'editor')).toMatchObject([{ event: 'merge', allowed: false, why: waits }]);
    expect(await movesOf(stands, 'reader')).toMatchObject([{ why: 'Only an editor may do this.' }]);
    bodyOf(await decideOnErasure(isnad, asked, 'confirm'));
    expect([(await readSource(isnad, stands)).name, (await readSource(isnad, other)).name]).toEqual([
      '',
      'Other',
    ]);
    const edition = await isnad.as('reader').get(`/v1/claims/${claim}/editions/1`);
    expect(JSON.stringify(bodyOf(edition))).toContain('"Other"');
  });

  it('is of one that was merged into it, which nobody splits from it meanwhile', async () => {
    const [stands, twice] = await pair();
    await mergeSources(isnad, twice, stands);
    const asked = await ask(stands);
    expect(await refusalOf(moveSource(isnad, twice, { event: 'split' }))).toEqual([409, 'erasure_waiting']);
    expect(await movesOf(twice, 'editor')).toMatchObject([{ event: 'split', allowed: false, why: waits }]);
    bodyOf(await decideOnErasure(isnad, asked, 'confirm'));
    expect(await splitSource(isnad, twice)).toMatchObject({ name: '', names: [], status: 'active' });
  });

  it('leaves a history that can be verified', async () => {
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it.each(['reject', 'lapse'] as const)('holds no source any more after a %s', async (end) => {
    const [stands, other] = await pair();
    const asked = await ask(stands);
    if (end === 'reject') bodyOf(await decideOnErasure(isnad, asked, 'reject'));
    else
      await isnad.owner.query('UPDATE privileged_changes SET lapses_at = desk_now() WHERE id = $1', [
        asked.id,
      ]);
    expect(await mergeSources(isnad, other, stands)).toMatchObject({ status: 'merged' });
  });

  it('is refused where other sources are merged into it all the same, and by the database itself', async () => {
    const [stands, other] = await pair();
    for (const [before, after] of [
      [null, stands],
      [stands, null],
    ] as const) {
      await mergeInDatabase(other, before);
      const asked = await ask(stands);
      await mergeInDatabase(other, after);
      const refused = await decideOnErasure(isnad, asked, 'confirm');
      expect([refused.status, problemOf(refused).code]).toEqual([409, 'sources_changed']);
      const carriedOut = isnad.owner.query('SELECT carry_out_erasure($1, NULL, NULL)', [asked.id]);
      await expect(carriedOut).rejects.toMatchObject({ constraint: 'erasures_as_asked_for' });
      await mergeInDatabase(other, null);
      bodyOf(await decideOnErasure(isnad, asked, 'reject'));
    }
    expect(await readSource(isnad, stands)).toMatchObject({ name: 'One' });
  });
});

describe('what was noted when a source was merged or split', () => {
  const noteOf = async ({ ref }: Source, as: Person) =>
    (bodyOf(await isnad.as(as).get(`/v1/sources/${ref}/transitions`)) as { note: string | null }).note;

  it('is read at the desk, and by nobody else', async () => {
    const [stands, twice] = await pair();
    expect(await noteOf(twice, 'editor')).toBeNull();
    bodyOf(await moveSource(isnad, twice, { event: 'merge', into: stands.ref, note: 'A tip says so.' }));
    expect([await noteOf(twice, 'checker'), await noteOf(twice, 'reader')]).toEqual(['A tip says so.', null]);
    bodyOf(await moveSource(isnad, twice, { event: 'split', note: 'It was wrong.' }));
    expect(await noteOf(twice, 'editor')).toBe('It was wrong.');
    await isnad.work();
    for (const as of ['reader', 'editor', 'admin'] as const) {
      const feed = await isnad.as(as).get('/v1/feed?after=start&types=source.merged,source.split&limit=200');
      expect(JSON.stringify(bodyOf(feed)), as).toContain(twice.ref);
      expect(JSON.stringify(bodyOf(feed)), as).not.toContain('A tip says so.');
    }
  });

  it('goes from everywhere with an erasure of the source that stands, which keeps its name', async () => {
    const [between, twice] = await pair();
    const stands = await recordSource(isnad, 'Third');
    const word = 'canary-of-a-merge';
    const headers = { ...anyVersion, 'Idempotency-Key': word.slice(7) };
    for (const [one, into] of [
      [twice, between],
      [between, stands],
    ] as const)
      bodyOf(
        await moveSource(
          isnad,
          one,
          { event: 'merge', into: into.ref, note: `${word} ${one.ref}` },
          {
            headers: { ...headers, 'Idempotency-Key': `merged-${one.ref}` },
          },
        ),
      );
    expect(await findInDatabase(isnad.database.pool, word)).not.toEqual([]);
    await erase(isnad, { kind: 'source', id: stands.id }, { texts: ['note'] });
    expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
    expect([await noteOf(twice, 'editor'), await noteOf(between, 'editor')]).toEqual([null, null]);
    expect(await readSource(isnad, stands)).toMatchObject({ name: 'Third' });
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
