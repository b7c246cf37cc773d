/** Words of people can be taken back: two persons decide, and then the words are nowhere. */
import { readdir } from 'node:fs/promises';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf, type Api } from '../support/api.js';
import {
  bodyOf,
  decide as decideOnVerdict,
  enterClaim,
  madeOf,
  memberIdOf,
  move,
  proposeVerdict,
  publishVerdict,
  readVerdict,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { askedOf, askErasure, decideOnErasure, erase } from '../support/erasures.js';
import { verifyTables } from '../support/verify-database.js';
import { findInDatabase } from '../support/find-in-database.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let internet: Internet;
let admin2: Api;
let count = 0;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
  const member = { ref: 'admin2', kind: 'person', name: 'Second admin', role: 'admin' } as const;
  await isnad.services.members.ensure({ ...member, languages: [], topics: [] }, operator);
  const { key } = await isnad.services.keys.createKey({ memberRef: 'admin2', name: 'test' }, operator);
  admin2 = apiOf(isnad.app).as(key);
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const decideOn = (person: Person, verdict: Verdict, decision: 'approve' | 'return', body?: object) =>
  decideOnVerdict(isnad, person, verdict, decision, body);
const canary = (what: string): string => `canary-${what}-${String(++count)}-q7x`;
const codeOf = ({ status, body }: Response): [number, string] => [status, (body as { code: string }).code];

/** One erasure is made at a time: sent again for as long as another is under way. */
async function confirmInTurn(asked: Parameters<typeof decideOnErasure>[1]): Promise<Response> {
  const answer = await decideOnErasure(isnad, asked, 'confirm');
  if (answer.status === 409 && answer.headers['retry-after'] !== undefined) return confirmInTurn(asked);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer;
}

/** Nowhere in the database, in no captured file and in none of these answers. */
async function expectGone(word: string, paths: readonly string[]): Promise<void> {
  expect(await findInDatabase(isnad.database.pool, word)).toEqual([]);
  for (const path of paths)
    for (const person of ['reader', 'editor', 'admin'] as const)
      expect(JSON.stringify((await isnad.as(person).get(path)).body), `${person} ${path}`).not.toContain(
        word,
      );
}

describe('an erasure', () => {
  it('takes the rationale of a published verdict from everywhere, and the edition says that it was removed', async () => {
    const word = canary('rationale');
    const ref = await enterClaim(isnad);
    const verdict = await publishVerdict(isnad, ref, {
      body: verdictBody('false', { rationale: { en: `It says ${word}.` } }),
    });
    const edition = `/v1/claims/${ref}/editions/1`;
    const feed = '/v1/published.json?language=en&limit=200';
    const before = bodyOf(await isnad.as('reader').get(edition)) as { digest: string; sealed: object };
    expect(await findInDatabase(isnad.database.pool, word)).toEqual(
      expect.arrayContaining(['contents.value', 'verdicts.rationale']),
    );
    const tag = (await isnad.as('reader').get(feed)).headers['etag'];
    await erase(isnad, { kind: 'verdict', id: verdict.id });

    await expectGone(word, [
      edition,
      feed,
      `/v1/claims/${ref}`,
      `/v1/claims/${ref}/history?limit=200`,
      `/v1/claims/${ref}/claimreview?language=en`,
      `/v1/verdicts/${verdict.id}`,
      '/v1/feed?after=start&limit=200',
    ]);
    expect(bodyOf(await isnad.as('reader').get(edition))).toMatchObject({
      digest: before.digest,
      sealed: before.sealed,
      document: { verdict: { rationale: { removed: 'rationale' } } },
    });
    expect((await isnad.as('reader').get(feed)).headers['etag']).not.toBe(tag);
    expect(bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/unpublished-changes`))).toMatchObject({
      changed: [],
    });
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'published', rationale: {} });
  });

  it('takes glosses from search and matching too, and what was noted beside the claim', async () => {
    const [gloss, worth, note] = [canary('gloss'), canary('worthiness'), canary('link')];
    const ref = await enterClaim(isnad, {
      glosses: { en: `A gloss with ${gloss}` },
      worthiness: worth,
      attributions: [{ source: 'dprk', mode: 'direct', note }],
    });
    const { updatedAt } = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}`)) as { updatedAt: string };
    const then = `/v1/claims/${ref}?asOf=${updatedAt}`;
    expect(bodyOf(await isnad.as('editor').get(then))).toMatchObject({ worthiness: worth });
    await erase(isnad, { kind: 'claim', id: ref });
    for (const word of [gloss, worth, note]) await expectGone(word, [`/v1/claims/${ref}`, then]);
    expect(bodyOf(await isnad.as('editor').get(then))).toMatchObject({ worthiness: null, glosses: {} });
  });

  it('takes a person who was asked: their name, the way to them and their answer', async () => {
    const words = { label: canary('name'), channel: canary('channel'), text: canary('reply') };
    const ref = await enterClaim(isnad);
    const body = { ...words, outcome: 'replied', date: '2024-06-19' };
    const key = { 'Idempotency-Key': canary('key') };
    const path = `/v1/claims/${ref}/contacts`;
    const made = madeOf(await isnad.as('editor').post(path, body, key)) as { id: string };
    await publishVerdict(isnad, ref);
    await erase(isnad, { kind: 'contact', id: made.id });
    for (const word of Object.values(words)) await expectGone(word, [path, `/v1/claims/${ref}/editions/1`]);
    // The stored answer held them: sent again, the request is none that was seen before.
    expect(codeOf(await isnad.as('editor').post(path, body, key))).toEqual([422, 'idempotency_key_reused']);
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}/editions/1`))).toMatchObject({
      document: { contacts: [{ label: { removed: 'contact_name' }, text: { removed: 'reply' } }] },
    });
  });

  it('takes captured bytes with their title, but not those that other evidence rests on', async () => {
    const word = canary('page');
    const page = { body: `<title>${word}</title><p>${word}</p>` };
    const url = internet.serve(`/${String(++count)}`, page);
    const capture = async (): Promise<{ claim: string; evidence: string }> => {
      const claim = await enterClaim(isnad);
      const added = { url, stance: 'for', note: `See ${word}` };
      const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)) as {
        id: string;
      };
      await isnad.work();
      return { claim, evidence: id };
    };
    const [one, other] = [await capture(), await capture()];
    const kept = await storedFiles();
    await erase(isnad, { kind: 'evidence', id: one.evidence });
    expect(await storedFiles()).toEqual(kept);
    await erase(isnad, { kind: 'evidence', id: other.evidence });
    expect(await storedFiles()).toHaveLength(kept.length - 1);
    await expectGone(word, [
      `/v1/claims/${one.claim}/evidence`,
      `/v1/claims/${other.claim}/history?limit=200`,
      `/v1/evidence/${one.evidence}/captures`,
    ]);
    expect(codeOf(await isnad.as('checker').post(`/v1/evidence/${one.evidence}/captures`))).toEqual([
      409,
      'evidence_erased',
    ]);
    const { items } = bodyOf(await isnad.as('editor').get(`/v1/evidence/${one.evidence}/captures`)) as Page<{
      id: string;
    }>;
    const content = await isnad.as('editor').get(`/v1/captures/${items[0]?.id ?? ''}/content`);
    expect(codeOf(content)).toEqual([410, 'content_erased']);
  });

  it('leaves a member who has left as a pseudonym', async () => {
    const word = canary('member');
    const member = { ref: word, kind: 'person', name: `Name ${word}`, role: 'checker' } as const;
    await isnad.services.members.ensure({ ...member, languages: ['en'], topics: [] }, operator);
    await isnad.services.keys.createKey({ memberRef: word, name: `Laptop of ${word}` }, operator);
    const id = await memberIdOf(isnad, word);
    expect(codeOf(await askErasure(isnad, { kind: 'member', id: word }))).toEqual([
      409,
      'member_still_active',
    ]);
    bodyOf(await isnad.as('admin').patch(`/v1/members/${word}`, { active: false }, anyVersion));
    await erase(isnad, { kind: 'member', id: word });
    const seen = async (person: Person): Promise<object[]> => {
      const { items } = bodyOf(
        await isnad.as(person).get('/v1/feed?after=start&limit=200&types=content.erased'),
      ) as Page<{ data?: { target?: object } }>;
      return items.flatMap(({ data }) => data?.target ?? []);
    };
    await isnad.relay();
    expect((await seen('admin')).at(-1)).toEqual({ kind: 'member', id });
    expect((await seen('reader')).at(-1)).toEqual({ kind: 'member' });
    await expectGone(word, ['/v1/members?limit=200', '/v1/keys?limit=200', '/v1/feed?after=start&limit=200']);
    expect(bodyOf(await isnad.as('admin').get(`/v1/members/${id}`))).toMatchObject({
      name: 'Former member',
      active: false,
    });
  });

  it('takes two persons, an admin who asks and an editor or another admin who confirms', async () => {
    const word = canary('two');
    const ref = await enterClaim(isnad, { glosses: { en: word } });
    const asked = askedOf(await askErasure(isnad, { kind: 'claim', id: ref }, { texts: ['glosses'] }));
    expect(asked).toMatchObject({ status: 'waiting', texts: ['glosses'], target: { kind: 'claim' } });
    expect((await decideOnErasure(isnad, asked, 'confirm', isnad.as('checker'))).status).toBe(403);
    expect(codeOf(await decideOnErasure(isnad, asked, 'confirm', isnad.as('admin')))).toEqual([
      403,
      'same_person',
    ]);
    expect(await findInDatabase(isnad.database.pool, word)).not.toEqual([]);
    bodyOf(await decideOnErasure(isnad, asked, 'reject', admin2));
    expect(codeOf(await decideOnErasure(isnad, asked, 'confirm'))).toEqual([409, 'illegal_move']);
    expect(await findInDatabase(isnad.database.pool, word)).not.toEqual([]);
    bodyOf(
      await decideOnErasure(
        isnad,
        askedOf(await askErasure(isnad, { kind: 'claim', id: ref })),
        'confirm',
        admin2,
      ),
    );
    await expectGone(word, [`/v1/claims/${ref}`]);
    for (const person of ['reader', 'checker', 'editor'] as const)
      expect((await askErasure(isnad, { kind: 'claim', id: ref }, {}, person)).status, person).toBe(403);
    expect((await askErasure(isnad, { kind: 'contact', id: ref }, { texts: ['rationale'] })).status).toBe(
      400,
    );
  });

  it('is the only way in which a sealed text goes', async () => {
    await enterClaim(isnad, { glosses: { en: canary('kept') } });
    await expect(isnad.owner.query('DELETE FROM contents')).rejects.toThrow(
      'removed by an erasure and by nothing else',
    );
  });

  it('is told in the history and the feed, without a word of what is gone', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: canary('told') } });
    const { id } = await erase(
      isnad,
      { kind: 'claim', id: ref },
      { texts: ['glosses'], reason: 'confidential' },
    );
    const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/history?limit=200`)) as Page<{
      type: string;
      data: object;
    }>;
    expect(items.find(({ type }) => type === 'content.erased')).toMatchObject({
      subject: { type: 'erasure', id },
      data: { texts: ['glosses'], reason: 'confidential', confirmedBy: await memberIdOf(isnad, 'editor') },
    });
  });

  it('the erasure of a rationale that awaits approval leaves nothing that could be approved', async () => {
    const ref = await enterClaim(isnad);
    const verdict: Verdict = await proposeVerdict(isnad, ref);
    const read = bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict.id}/edition`)) as {
      digest: string;
    };
    await erase(isnad, { kind: 'verdict', id: verdict.id });
    // The digest is of seals, and stays.
    const now = bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict.id}/edition`));
    expect(now).toMatchObject({
      digest: read.digest,
      document: { verdict: { rationale: { removed: 'rationale' } } },
    });
    expect(codeOf(await decideOn('editor2', verdict, 'approve'))).toEqual([409, 'verdict_incomplete']);
  });

  it('takes the notes of links and relations that are no more', async () => {
    const [link, relation] = [canary('old-link'), canary('old-relation')];
    const ref = await enterClaim(isnad, { attributions: [{ source: 'dprk', mode: 'direct', note: link }] });
    const chain = { attributions: [{ source: 'russia', mode: 'direct' }] };
    bodyOf(await isnad.as('checker').put(`/v1/claims/${ref}/attributions`, chain, anyVersion));
    const related = { type: 'supports', to: 'C33', note: relation };
    const made = madeOf(await isnad.as('checker').post(`/v1/claims/${ref}/relations`, related)) as {
      id: string;
    };
    await isnad.as('checker').delete(`/v1/claims/${ref}/relations/${made.id}`);
    await erase(isnad, { kind: 'claim', id: ref });
    for (const word of [link, relation]) await expectGone(word, [`/v1/claims/${ref}/history?limit=200`]);
  });

  it('takes all that was captured, whichever part of it was named', async () => {
    const word = canary('part');
    const url = internet.serve(`/${String(++count)}`, { body: `<title>${word}</title><p>${word}</p>` });
    const claim = await enterClaim(isnad);
    const added = { url, stance: 'for' };
    const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)) as {
      id: string;
    };
    await isnad.work();
    const { texts } = await erase(isnad, { kind: 'evidence', id }, { texts: ['evidence_title'] });
    expect(texts).toEqual(['evidence_title', 'evidence_excerpt', 'capture_headers']);
    await expectGone(word, [`/v1/evidence/${id}/captures`]);
  });

  it('takes the draft that went on to the next round', async () => {
    const word = canary('draft');
    const ref = await enterClaim(isnad);
    const body = verdictBody('false', { rationale: { en: word } });
    const verdict = await proposeVerdict(isnad, ref, { body });
    bodyOf(await decideOn('editor2', verdict, 'return', { note: 'Say more.' }));
    await isnad.work();
    await erase(isnad, { kind: 'verdict', id: verdict.id });
    await expectGone(word, [`/v1/claims/${ref}`]);
  });

  it('the erasure of the note of a correction leaves a verdict that can still be approved', async () => {
    const word = canary('correction');
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    const correct = { event: 'correct', reason: 'error', note: word };
    bodyOf(await move(isnad, 'editor', ref, correct));
    await isnad.work();
    const verdict = await submitVerdict(isnad, await startTask(isnad, ref));
    await erase(isnad, { kind: 'claim', id: ref }, { texts: ['correction_note'] });
    bodyOf(await decideOn('editor2', verdict, 'approve'));
    const edition = `/v1/claims/${ref}/editions/2`;
    await expectGone(word, [edition, '/v1/published.rss?language=en&limit=200']);
    expect(bodyOf(await isnad.as('reader').get(edition))).toMatchObject({
      document: { correction: { note: { removed: 'correction_note' } } },
    });
  });

  it('beside a capture of the page and requests that are sent again leaves none of the words', async () => {
    for (let round = 0; round < 4; round++) {
      const word = canary('beside');
      const claim = await enterClaim(isnad);
      const url = internet.serve(`/${String(++count)}`, { body: `<title>${word}</title><p>${word}</p>` });
      const before = await storedFiles();
      const added = { url, stance: 'for', note: word };
      const evidence = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)) as {
        id: string;
      };
      const path = `/v1/claims/${claim}/contacts`;
      const key = { 'Idempotency-Key': `beside-${String(round)}` };
      const body = { label: word, text: word, outcome: 'replied', date: '2024' };
      const send = () => isnad.as('editor').post(path, body, key);
      const contact = madeOf(await send()) as { id: string };
      const asked = [
        askedOf(await askErasure(isnad, { kind: 'evidence', id: evidence.id })),
        askedOf(await askErasure(isnad, { kind: 'contact', id: contact.id })),
      ];
      const [, , , ...sent] = await Promise.all([
        isnad.work(),
        ...asked.map(confirmInTurn),
        ...[send(), send(), send()],
      ]);
      for (const { status } of sent) expect([201, 409, 422]).toContain(status);
      await isnad.work();
      await expectGone(word, [path, `/v1/claims/${claim}/evidence`]);
      expect(await storedFiles()).toEqual(before);
    }
  });

  it('takes whom a change was about that was never made, once it is over', async () => {
    const word = canary('stranger');
    const member = { ref: word, kind: 'person', name: word, role: 'editor' };
    const asked = await isnad.as('admin').post('/v1/members', member);
    expect(asked.status).toBe(202);
    const { id } = asked.body as { id: string };
    expect((await askErasure(isnad, { kind: 'privileged_change', id })).status).toBe(422);
    bodyOf(await isnad.as('admin').post(`/v1/privileged-changes/${id}/transitions`, { event: 'withdraw' }));
    await erase(isnad, { kind: 'privileged_change', id });
    await expectGone(word, ['/v1/privileged-changes?limit=200', '/v1/feed?after=start&limit=200']);
  });
});

async function storedFiles(): Promise<string[]> {
  const names = await readdir(isnad.dir, { recursive: true });
  return names.filter((name) => /[0-9a-f]{64}$/.test(name)).sort();
}

it('the database is verified as good after all of these erasures', async () => {
  const { rows } = await isnad.database.pool.query("SELECT FROM events WHERE type = 'content.erased'");
  expect(rows.length).toBeGreaterThan(3);
  const outcome = await verifyTables(isnad);
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ valid: true });
});
