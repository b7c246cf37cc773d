import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  madeOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readClaim,
  readStatus,
  tagOf,
  verdictBody,
  type Claim,
} from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { verifyTables } from '../support/verify-database.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const relate = (from: string, type: string, to: string, headers = {}) =>
  isnad.as('checker').post(`/v1/claims/${from}/relations`, { type, to }, headers);

const unrelate = (from: string, relation: string, headers = {}) =>
  isnad.as('checker').delete(`/v1/claims/${from}/relations/${relation}`, headers);

describe('relating claims', () => {
  it('is seen from both ends, in the history of both, and can be taken back', async () => {
    const [from, to] = [await enterClaim(isnad), await enterClaim(isnad)];
    const relation = madeOf(await relate(from, 'supports', to)) as Claim['relations'][number];
    expect(relation).toMatchObject({
      ...{ type: 'supports', direction: 'out' },
      claim: { ref: to, language: 'ar' },
    });
    const made = await readClaim(isnad, from);
    expect(made.relations).toEqual([relation]);
    const other = await readClaim(isnad, to);
    expect(other.relations).toMatchObject([{ type: 'supports', direction: 'in', claim: { ref: from } }]);
    expect(other.version).toBe(made.version);
    const taken = bodyOf(await unrelate(from, relation.id)) as Claim;
    expect(taken.relations).toEqual([]);
    expect((await readClaim(isnad, to)).version).toBe(other.version + 1);
  });

  it('may point both ways and in several kinds, each once', async () => {
    const [one, two] = [await enterClaim(isnad), await enterClaim(isnad)];
    expect((await relate(one, 'qualifies', two)).status).toBe(201);
    expect((await relate(two, 'qualifies', one)).status).toBe(201);
    expect((await relate(one, 'repeats', two)).status).toBe(201);
    const again = await relate(one, 'repeats', two);
    expect([again.status, problemOf(again).code]).toEqual([409, 'related_already']);
    const answers = await Promise.all([relate(one, 'supports', two), relate(two, 'supports', one)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('refuses a claim as its own relation, unknown claims and kinds, and a stale tag', async () => {
    const own = await relate('C10', 'repeats', 'C10');
    expect([own.status, problemOf(own).code, faultsOf(own)]).toEqual([422, 'related_to_itself', ['/to']]);
    expect((await relate('C10', 'repeats', 'none')).status).toBe(422);
    expect((await relate('none', 'repeats', 'C10')).status).toBe(404);
    expect(faultsOf(await relate('C10', 'likes', ''))).toEqual(['/to', '/type']);
    const tag = tagOf(await isnad.as('checker').get('/v1/claims/C10'));
    expect((await relate('C10', 'repeats', 'C12', { 'If-Match': tag })).status).toBe(201);
    expect((await relate('C10', 'repeats', 'C05', { 'If-Match': tag })).status).toBe(412);
  });

  it('is taken back from where it goes out, and by those who record', async () => {
    const { relations } = await readClaim(isnad, 'C34');
    const incoming = relations.find(({ direction, type }) => direction === 'in' && type === 'supports');
    const id = String(incoming?.id);
    expect(problemOf(await unrelate('C34', id)).code).toBe('relation_not_found');
    expect((await unrelate('C34', 'x')).status).toBe(400);
    expect((await unrelate('none', id)).status).toBe(404);
    expect((await unrelate('C32', id, { 'If-Match': '"claim-0"' })).status).toBe(412);
    const path = `/v1/claims/C32/relations/${id}`;
    expect((await isnad.as('reader').delete(path)).status).toBe(403);
    expect((await isnad.stranger.delete(path)).status).toBe(401);
    const body = { type: 'repeats', to: 'C05' };
    expect((await isnad.as('admin').post('/v1/claims/C34/relations', body)).status).toBe(403);
    expect((await isnad.stranger.post('/v1/claims/C34/relations', body)).status).toBe(401);
  });
});

describe('setting the chain of a claim anew', () => {
  const path = '/v1/claims/C02/attributions';

  it('replaces every link', async () => {
    const attributions = [
      { source: 'nexta', mode: 'indirect', from: [{ label: 'a resident', mode: 'direct' }] },
    ];
    expect((await isnad.as('checker').put(path, { attributions })).status).toBe(428);
    const read = { 'If-Match': tagOf(await isnad.as('checker').get('/v1/claims/C02')) };
    const response = await isnad.as('checker').put(path, { attributions }, read);
    const { chain } = bodyOf(response) as Claim;
    expect(chain.from.map(({ source }) => source?.ref)).toEqual(['nexta']);
    expect(chain.from[0]?.from).toMatchObject([{ label: 'a resident', source: null }]);
    const now = { 'If-Match': tagOf(response) };
    const emptied = await isnad.as('checker').put(path, { attributions: [] }, now);
    expect((bodyOf(emptied) as Claim).chain.from).toEqual([]);
  });

  it('refuses unknown sources, a stale tag, and the wrong people, and leaves the chain', async () => {
    const { chain } = await readClaim(isnad, 'C02');
    const unknown = await isnad
      .as('checker')
      .put(path, { attributions: [{ source: 'nobody', mode: 'direct' }] }, { 'If-Match': '*' });
    expect([unknown.status, faultsOf(unknown)]).toEqual([422, ['/attributions/0/source']]);
    expect(faultsOf(await isnad.as('checker').put(path, {}))).toEqual(['/attributions']);
    const stale = await isnad
      .as('checker')
      .put(path, { attributions: [] }, { 'If-Match': '"claim-0-desk-0"' });
    expect(stale.status).toBe(412);
    expect((await isnad.as('reader').put(path, { attributions: [] })).status).toBe(403);
    expect((await isnad.stranger.put(path, { attributions: [] })).status).toBe(401);
    expect((await isnad.as('checker').put('/v1/claims/none/attributions', { attributions: [] })).status).toBe(
      404,
    );
    expect((await readClaim(isnad, 'C02')).chain).toEqual(chain);
  });
});

describe('linking norms', () => {
  const link = (body: object, headers = {}) =>
    isnad.as('checker').post('/v1/claims/C10/provisions', body, headers);

  it('adds a paragraph or a whole instrument, each once', async () => {
    const norm = { provision: 's-res-1874-2009.9', note: 'arms' };
    expect(madeOf(await link(norm))).toMatchObject({
      instrument: { ref: 's-res-1874-2009' },
      provision: { ref: norm.provision, paragraph: '9' },
      note: 'arms',
    });
    const whole = madeOf(await link({ instrument: 's-res-1874-2009' })) as Claim['provisions'][number];
    expect((await readClaim(isnad, 'C10')).provisions.map(({ id }) => id)).toContain(whole.id);
    for (const body of [norm, { instrument: 's-res-1874-2009' }])
      expect(problemOf(await link(body)).code).toBe('linked_already');
  });

  it('refuses what is no norm, a stale tag, and the wrong people', async () => {
    const unknown = await link({ provision: 's-res-1-1.1' });
    expect([unknown.status, faultsOf(unknown)]).toEqual([422, ['/provision']]);
    expect((await link({})).status).toBe(400);
    expect((await link({ instrument: 's-res-2356-2017' }, { 'If-Match': '"claim-0"' })).status).toBe(412);
    const body = { instrument: 's-res-2356-2017' };
    expect((await isnad.as('checker').post('/v1/claims/none/provisions', body)).status).toBe(404);
    expect((await isnad.as('reader').post('/v1/claims/C10/provisions', body)).status).toBe(403);
    expect((await isnad.stranger.post('/v1/claims/C10/provisions', body)).status).toBe(401);
  });
});

describe('a contested claim', () => {
  const contested = async (claim: string): Promise<boolean> => (await readStatus(isnad, claim)).contested;

  it('is one with a denial that nobody has answered', async () => {
    expect([await contested('C34'), await contested('C36')]).toEqual([true, false]);
  });

  it.each(['denies', 'contradicts'])('comes and goes with a relation that %s it', async (type) => {
    const [denial, claim] = [await enterClaim(isnad), await enterClaim(isnad)];
    const { id } = madeOf(await relate(denial, type, claim)) as Claim['relations'][number];
    expect(await contested(claim)).toBe(true);
    expect(await contested(denial)).toBe(false);
    await unrelate(denial, id);
    expect(await contested(claim)).toBe(false);
  });

  it('ceases to be one when the denial is rejected, and is one again when it is reopened', async () => {
    const [denial, claim] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(denial, 'denies', claim);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reject', reason: 'a slip' }));
    expect(await contested(claim)).toBe(false);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reopen', reason: 'no slip' }));
    expect(await contested(claim)).toBe(true);
  });

  it('stays one while the verdict on the denial leaves it open, and is one again after a retraction is undone', async () => {
    const [open, settled, claim] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    await relate(open, 'denies', claim);
    await publishVerdict(isnad, open, { body: verdictBody('unproven') });
    expect(await contested(claim)).toBe(true);
    const { relations } = await readClaim(isnad, open);
    await unrelate(open, String(relations[0]?.id));
    await relate(settled, 'denies', claim);
    await publishVerdict(isnad, settled, { body: verdictBody('false') });
    expect(await contested(claim)).toBe(false);
    bodyOf(await move(isnad, 'editor', settled, { event: 'retract', reason: 'error' }));
    bodyOf(await move(isnad, 'editor', settled, { event: 'reopen', reason: 'look again' }));
    expect(await contested(claim)).toBe(true);
  });
});

describe('a claim that only tries something out', () => {
  let trials = 0;
  const contested = async (claim: string): Promise<boolean> => (await readStatus(isnad, claim)).contested;
  const setTest = (claim: string, test: boolean) =>
    isnad.as('editor').patch(`/v1/claims/${claim}`, { test }, { 'If-Match': '*' });
  const enterTrial = async (): Promise<{ ref: string; exact: string }> => {
    const exact = `لم يحدث شيء من هذا في التجربة ${String(++trials)}`;
    const article = { title: 'Trial', language: 'ar', text: `${exact}.` };
    const { ref } = madeOf(await isnad.as('checker').post('/v1/articles', article)) as { ref: string };
    const claim = { article: ref, kind: 'denial', quote: { exact }, test: true };
    return { ref: (madeOf(await isnad.as('checker').post('/v1/claims', claim)) as Claim).ref, exact };
  };

  it('contests nothing but its like, as long as it is one', async () => {
    const { ref: trial } = await enterTrial();
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const one of [claim, other]) madeOf(await relate(trial, 'denies', one));
    expect([await contested(claim), await contested(other)]).toEqual([false, false]);
    bodyOf(await setTest(claim, true));
    expect([await contested(claim), await contested(other)]).toEqual([true, false]);
    bodyOf(await setTest(trial, false));
    expect([await contested(claim), await contested(other)]).toEqual([true, true]);
  });

  it('stands in the editions of others neither as what denies them nor as what they clash with', async () => {
    const { ref: trial, exact } = await enterTrial();
    const claim = await enterClaim(isnad);
    madeOf(await relate(trial, 'denies', claim));
    await publishVerdict(isnad, trial, { body: verdictBody('true') });
    await publishVerdict(isnad, claim, { body: verdictBody('true') });
    const edition = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/editions/1`));
    expect(edition).toMatchObject({ document: { relations: [], conflicts: [] } });
    expect(JSON.stringify(edition)).not.toContain(exact);
  });
});

describe('an accusation and its denial', () => {
  it('are not both found true without a word about it, which stands in the verdict', async () => {
    await publishVerdict(isnad, 'C34', { body: verdictBody('true') });
    expect((await readStatus(isnad, 'C34')).contested).toBe(true);
    const denial = await proposeVerdict(isnad, 'C37', { body: verdictBody('mostly-true') });
    const conflict = {
      claim: { id: (await readClaim(isnad, 'C34')).id, ref: 'C34' },
      relation: 'C37 denies C34',
      rating: 'mostly-true',
      theirs: 'true',
      status: 'published',
      note: null,
    };
    expect(denial.conflicts).toEqual([conflict]);

    const silent = await decide(isnad, 'editor2', denial, 'approve');
    expect([silent.status, problemOf(silent).code]).toEqual([409, 'conflicts_unacknowledged']);
    expect(silent.body).toMatchObject({ conflicts: [conflict] });
    expect(problemOf(silent).detail).toContain('C34');
    const elsewhere = { acknowledge: [{ claim: 'C10', note: 'another' }] };
    expect((await decide(isnad, 'editor2', denial, 'approve', elsewhere)).status).toBe(422);
    expect(await readStatus(isnad, 'C37')).toMatchObject({ status: 'in_approval', rating: null });

    const note = 'Both are about different shipments.';
    const approved = await decide(isnad, 'editor2', denial, 'approve', {
      acknowledge: [{ claim: 'C34', note }],
    });
    expect(bodyOf(approved)).toMatchObject({ status: 'published', conflicts: [{ ...conflict, note }] });
    const seen = await isnad.as('reader').get(`/v1/verdicts/${denial.id}`);
    // That both may stand was said to the desk.
    expect(seen.body).toMatchObject({ conflicts: [{ claim: { ref: 'C34' }, note: null }] });
    expect((await readStatus(isnad, 'C34')).contested).toBe(false);

    await erase(isnad, { kind: 'verdict', id: denial.id }, { texts: ['acknowledgement'] });
    const erased = await isnad.as('editor').get(`/v1/verdicts/${denial.id}`);
    expect(bodyOf(erased)).toMatchObject({ conflicts: [{ ...conflict, note: null }] });
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });

  it('show readers no rating that is not published, though it was acknowledged', async () => {
    const [accusation, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(denial, 'denies', accusation);
    await proposeVerdict(isnad, denial, { body: verdictBody('mostly-true') });
    const verdict = await proposeVerdict(isnad, accusation, { body: verdictBody('true') });
    const note = 'Other shipments.';
    const acknowledge = [{ claim: denial, note }];
    const approved = bodyOf(await decide(isnad, 'editor2', verdict, 'approve', { acknowledge }));
    expect(approved).toMatchObject({ conflicts: [{ theirs: 'mostly-true', status: 'proposed', note }] });
    const paths = [
      ...[`/v1/verdicts/${verdict.id}`, `/v1/claims/${accusation}`, `/v1/claims/${accusation}/history`],
      ...[`/v1/claims/${accusation}/editions/1`, `/v1/claims/${accusation}/verdicts`],
    ];
    for (const path of paths) {
      const seen = await isnad.as('reader').get(path);
      expect([seen.status, seen.text.includes('mostly-true'), seen.text.includes(note)], path).toEqual([
        ...[200, false, false],
      ]);
    }
  });

  it('clash while one of them is only proposed', async () => {
    const [claim, copy] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(copy, 'repeats', claim);
    await proposeVerdict(isnad, claim, { body: verdictBody('true') });
    const other = await proposeVerdict(isnad, copy, { body: verdictBody('false') });
    expect(other.conflicts).toMatchObject([
      { claim: { ref: claim }, relation: `${copy} repeats ${claim}`, status: 'proposed' },
    ]);
  });
});
