/** The note of a retraction or merge is a text of its own before the public, so it takes two persons. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, madeOf, move, publishVerdict, readStatus, type Page } from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { explained } from '../support/outcomes.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

let notes = 0;
/** One that stands in no other test. */
const newNote = (): string => `A caption was taken for a quote, ${String(++notes)}.`;

interface Summary {
  digest: string;
  status: string;
  revision: number | null;
  mark: string | null;
}

const listOf = async (ref: string, person: Person = 'editor'): Promise<Summary[]> =>
  (bodyOf(await isnad.as(person).get(`/v1/claims/${ref}/editions`)) as Page<Summary>).items;

const noticesOf = async (ref: string, person: Person = 'editor'): Promise<Summary[]> =>
  (await listOf(ref, person)).filter(({ mark }) => mark !== null);

const at = (ref: string, digest: string): string => `/v1/claims/${ref}/editions/${digest}`;

const decideOn = (person: Person, ref: string, digest: string, event: 'approve' | 'drop') =>
  isnad.as(person).post(`${at(ref, digest)}/transitions`, { event });

/** Everything a newsroom tool and the public read of it. */
async function readPublic(ref: string): Promise<string[]> {
  const paths = [
    `/v1/claims/${ref}/claimreview`,
    '/v1/published.atom',
    '/v1/published.json',
    '/v1/published.rss',
    `/v1/corrections?claim=${ref}`,
  ];
  const answers = await Promise.all(paths.map((path) => isnad.as('reader').get(path)));
  return answers.map(({ text, body }) => text || JSON.stringify(body));
}

/** Published and taken back by `editor`, with a note; the digest of its notice. */
async function retract(): Promise<{ ref: string; digest: string; note: string }> {
  const note = newNote();
  const ref = await enterClaim(isnad);
  await publishVerdict(isnad, ref);
  bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error', note }));
  const [notice] = await noticesOf(ref);
  return { ref, digest: notice?.digest ?? '', note };
}

describe('the note of a retraction', () => {
  it('is not public before another editor has approved it, and is then, beside the fixed words', async () => {
    const { ref, digest, note } = await retract();
    expect(await noticesOf(ref)).toMatchObject([{ status: 'proposed', revision: null, mark: 'retracted' }]);
    expect(await noticesOf(ref, 'reader')).toEqual([]);
    expect((await isnad.as('reader').get(at(ref, digest))).status).toBe(404);
    expect((await readPublic(ref)).join()).not.toContain(note);
    bodyOf(await decideOn('editor2', ref, digest, 'approve'));
    for (const text of await readPublic(ref)) expect(text).toContain(note);
    expect(await readPublic(ref)).toContainEqual(expect.stringContaining('أخطأنا.'));
    const read = bodyOf(await isnad.as('reader').get(at(ref, digest)));
    expect(read).toMatchObject({
      status: 'approved',
      document: { revision: 1, mark: 'retracted', reason: 'error', into: null, note },
    });
  });

  it('is approved by no one who wrote it, by no checker, and not twice', async () => {
    const { ref, digest } = await retract();
    const outcomes = [];
    for (const person of ['editor', 'checker', 'admin', 'editor2', 'editor2'] as const) {
      const answer = await decideOn(person, ref, digest, 'approve');
      outcomes.push(answer.status < 300 ? 'done' : problemOf(answer).code);
    }
    expect(outcomes).toEqual(['own_notice', 'forbidden', 'forbidden', 'done', 'illegal_move']);
    const moves = async (person: Person) =>
      bodyOf(await isnad.as(person).get(`${at(ref, digest)}/transitions`)) as { items: object[] };
    expect((await moves('editor')).items).toEqual([]);
  });

  it('is refused by the database, too, where its writer would approve it', async () => {
    const { digest } = await retract();
    const approve = isnad.database.pool.query(
      `UPDATE notices SET status = 'approved', decided_by_id = proposed_by_id, decided_at = now() WHERE digest = decode($1, 'hex')`,
      [digest],
    );
    await expect(approve).rejects.toMatchObject({ constraint: 'notices_two_persons' });
    const rewrite = isnad.database.pool.query(
      `UPDATE notices SET mark = 'merged' WHERE digest = decode($1, 'hex')`,
      [digest],
    );
    await expect(rewrite).rejects.toMatchObject({ constraint: 'notices_stay' });
  });

  it('can be dropped, and written again, by whoever is an editor', async () => {
    const { ref, digest, note } = await retract();
    const again = (text: string) => isnad.as('editor').post(`/v1/claims/${ref}/editions`, { note: text });
    expect(problemOf(await again('Too early.'))).toMatchObject({ code: 'notice_exists', edition: digest });
    bodyOf(await decideOn('editor', ref, digest, 'drop'));
    const better = madeOf(await again('Better said.')) as { digest: string };
    bodyOf(await decideOn('editor2', ref, better.digest, 'approve'));
    expect((await noticesOf(ref)).map(({ status }) => status)).toEqual(['dropped', 'approved']);
    expect((await readPublic(ref)).join()).toContain('Better said.');
    expect((await readPublic(ref)).join()).not.toContain(note);
  });

  it('goes with its retraction: once a new edition stands, nothing is left to approve', async () => {
    const { ref, digest, note } = await retract();
    bodyOf(await move(isnad, 'editor', ref, { event: 'reopen', reason: 'There is more to see.' }));
    await publishVerdict(isnad, ref);
    const late = await decideOn('editor2', ref, digest, 'approve');
    expect([late.status, problemOf(late).code]).toEqual([409, 'notice_outdated']);
    bodyOf(await decideOn('editor2', ref, digest, 'drop'));
    expect((await readPublic(ref)).join()).not.toContain(note);
  });
});

describe('a notice whose words were erased', () => {
  const moves = async (ref: string, digest: string) =>
    explained(isnad, 'editor2', at(ref, digest), 'approve');
  const again = (ref: string, note: string) =>
    isnad.as('editor').post(`/v1/claims/${ref}/editions`, { note });

  it('is not let out, and makes room for another', async () => {
    const { ref, digest } = await retract();
    await erase(isnad, { kind: 'claim', id: ref }, { texts: ['notice'] });
    expect(await moves(ref, digest)).toEqual([
      false,
      'The words of the notice were erased: drop it, or write another.',
    ]);
    expect(problemOf(await decideOn('editor2', ref, digest, 'approve')).code).toBe('notice_erased');
    const better = madeOf(await again(ref, 'Better said.')) as { digest: string };
    bodyOf(await decideOn('editor2', ref, better.digest, 'approve'));
    expect((await noticesOf(ref)).map(({ status }) => status)).toEqual(['dropped', 'approved']);
    expect((await readPublic(ref)).join()).toContain('Better said.');
  });

  it('makes room for another after it was let out, too; with words there is one', async () => {
    const { ref, digest, note } = await retract();
    bodyOf(await decideOn('editor2', ref, digest, 'approve'));
    await erase(isnad, { kind: 'claim', id: ref }, { texts: ['notice'] });
    expect((await readPublic(ref)).join()).not.toContain(note);
    const next = madeOf(await again(ref, 'Said anew.')) as { digest: string };
    bodyOf(await decideOn('editor2', ref, next.digest, 'approve'));
    for (const text of await readPublic(ref)) expect(text).toContain('Said anew.');
    expect(problemOf(await again(ref, 'And again.'))).toMatchObject({
      code: 'notice_exists',
      edition: next.digest,
    });
    await expect(letOutBeside(next.digest)).rejects.toMatchObject({ constraint: 'notices_one_public' });
  });

  it('and those that took their place are verified as good, online and offline', async () => {
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});

/** Another one beside it, behind the application's back. */
const letOutBeside = (digest: string) =>
  isnad.owner.query(
    `BEGIN;
     INSERT INTO notices (digest, claim_id, mark, revision, document, proposed_by_id, proposed_at)
       SELECT sha256(convert_to(document || ' ', 'UTF8')), claim_id, mark, revision, document || ' ', proposed_by_id, proposed_at
       FROM notices WHERE digest = '\\x${digest}';
     UPDATE notices SET status = 'approved', decided_at = now(), decided_by_id = (SELECT id FROM members WHERE ref = 'editor2')
       WHERE status = 'proposed' AND claim_id = (SELECT claim_id FROM notices WHERE digest = '\\x${digest}');
     COMMIT`,
  );

describe('the note of a merge', () => {
  it('the note of the merge of a published claim is a notice, which names where it went', async () => {
    const note = newNote();
    const [ref, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    await publishVerdict(isnad, ref);
    await publishVerdict(isnad, into);
    const silent = await move(isnad, 'editor', ref, { event: 'merge', into });
    expect([silent.status, problemOf(silent)]).toMatchObject([
      422,
      { code: 'merge_note_missing', errors: [{ in: 'body', pointer: '/note' }] },
    ]);
    expect(await readStatus(isnad, ref)).toMatchObject({ status: 'published', mergedInto: null });
    bodyOf(await move(isnad, 'editor', ref, { event: 'merge', into, note }));
    const [notice] = await noticesOf(ref);
    expect((await readPublic(ref)).join()).not.toContain(note);
    bodyOf(await decideOn('editor2', ref, notice?.digest ?? '', 'approve'));
    const read = bodyOf(await isnad.as('reader').get(at(ref, notice?.digest ?? '')));
    expect(read).toMatchObject({ document: { mark: 'merged', into: { ref: into }, note } });
    expect((await readPublic(ref)).join()).toContain(note);
  });

  it('the note of the merge of an unpublished claim stays at the desk', async () => {
    const note = newNote();
    const [ref, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    bodyOf(await move(isnad, 'editor', ref, { event: 'merge', into, note }));
    expect(await noticesOf(ref)).toEqual([]);
    const answer = await isnad.as('editor').post(`/v1/claims/${ref}/editions`, { note });
    expect(problemOf(answer).code).toBe('nothing_to_note');
    expect((await readPublic(ref)).join()).not.toContain(note);
  });
});
