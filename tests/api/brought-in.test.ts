/** Whatever brings something into an edition that waits brings in who made it: they do not approve it, and somebody always can. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  readClaim,
  startReview,
  submitVerdict,
  verdictBody,
  type Claim,
  type Verdict,
} from '../support/desk.js';
import { done, outcomeOf } from '../support/outcomes.js';
import { instrument, provision } from '../support/request-makers.js';
import { tieMembers } from '../support/second-persons.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

let count = 0;
const sourceOf = async (person: Person): Promise<string> => {
  const source = { kind: 'organization', name: `Somebody, the ${String(++count)}th` };
  return (madeOf(await isnad.as(person).post('/v1/sources', source)) as { ref: string }).ref;
};
const setChain = (person: Person, claim: string, ...sources: string[]) => {
  const attributions = sources.map((source) => ({ source, mode: 'direct' }));
  return isnad.as(person).put(`/v1/claims/${claim}/attributions`, { attributions }, anyVersion);
};
const setArticle = async (person: Person, claim: string, patch: object): Promise<Response> => {
  const { article } = await readClaim(isnad, claim);
  return isnad.as(person).patch(`/v1/articles/${article.ref}`, patch, anyVersion);
};
const ask = (person: Person, claim: string, source: string) =>
  isnad.as(person).post(`/v1/claims/${claim}/contacts`, { source, outcome: 'asked', date: '2024-06-19' });
const relate = (person: Person, claim: string, to: string) =>
  isnad.as(person).post(`/v1/claims/${claim}/relations`, { type: 'supports', to });
const rename = (person: Person, source: string) =>
  isnad.as(person).patch(`/v1/sources/${source}`, { name: `Renamed, the ${String(++count)}th` }, anyVersion);

const own = [403, 'own_verdict'];
const nobodyLeft = [409, 'nobody_left_to_decide'];
const approve = (person: Person, verdict: Verdict) => outcomeOf(decide(isnad, person, verdict, 'approve'));
const expectDone = async (response: PromiseLike<Response>): Promise<void> => {
  expect((await response).status).toBeLessThan(300);
};

describe('what one editor chose or typed, and a checker brings in through a related claim', () => {
  const isOnlyForTheOther = async (verdict: Verdict): Promise<void> => {
    expect(await approve('editor', verdict)).toEqual(own);
    expect(await approve('editor2', verdict)).toEqual(done);
  };

  it('is not approved by them: the outlet of its article', async () => {
    const outlet = await sourceOf('checker');
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await expectDone(relate('checker', claim, other));
    const verdict = await proposeVerdict(isnad, claim);
    await expectDone(setArticle('editor', other, { outlet }));
    await expectDone(setChain('checker', other));
    await isOnlyForTheOther(verdict);
  });

  it('is not approved by them: the text of its article, or a later version of it', async () => {
    for (const revised of [false, true]) {
      const claim = await enterClaim(isnad);
      const verdict = await proposeVerdict(isnad, claim);
      const exact = `What the minister said, the ${String(++count)}th`;
      const article = { title: 'A', language: 'en', text: revised ? 'Nothing yet.' : `${exact}.` };
      const maker = revised ? 'checker' : 'editor';
      const { ref } = madeOf(await isnad.as(maker).post('/v1/articles', article)) as Claim;
      if (revised)
        await expectDone(
          isnad.as('editor').post(`/v1/articles/${ref}/versions`, { text: `${exact}.` }, anyVersion),
        );
      const entered = { article: ref, kind: 'assertion', quote: { exact } };
      const other = madeOf(await isnad.as('checker').post('/v1/claims', entered)) as Claim;
      await expectDone(relate('checker', claim, other.ref));
      await isOnlyForTheOther(verdict);
    }
  });

  it('binds them by nothing that the edition does not name', async () => {
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await expectDone(relate('checker', claim, other));
    const verdict = await proposeVerdict(isnad, claim);
    await expectDone(
      setArticle('editor', other, { title: 'Another title', outlet: await sourceOf('checker') }),
    );
    const { article } = await readClaim(isnad, other);
    await expectDone(
      isnad
        .as('editor')
        .post(`/v1/articles/${article.ref}/versions`, { text: 'Something else.' }, anyVersion),
    );
    expect(await approve('editor', verdict)).toEqual(done);
  });
});

describe('nobody is left to decide, and so a checker is refused', () => {
  it('a contact with a source that one editor made, where the other wrote', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
    const source = await sourceOf('editor2');
    expect(await outcomeOf(ask('checker', claim, source))).toEqual(nobodyLeft);
    expect(await approve('editor2', verdict)).toEqual(done);
  });

  it('a chain with a source of each editor, also where it comes into the edition of a related claim', async () => {
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await expectDone(relate('checker', claim, other));
    const verdict = await proposeVerdict(isnad, claim);
    const sources = [await sourceOf('editor'), await sourceOf('editor2')];
    expect(await outcomeOf(setChain('checker', claim, ...sources))).toEqual(nobodyLeft);
    expect(await outcomeOf(setChain('checker', other, ...sources))).toEqual(nobodyLeft);
    // One of them leaves somebody, and so does the other in its place.
    for (const source of sources) await expectDone(setChain('checker', claim, source));
    expect(await approve('editor', verdict)).toEqual(done);
  });

  it.each(['from', 'to'])('a relation %s a claim of which each editor changed something', async (end) => {
    const source = await sourceOf('checker');
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await expectDone(setChain('checker', other, source));
    const verdict = await proposeVerdict(isnad, claim);
    await expectDone(rename('editor', source));
    await expectDone(isnad.as('editor2').patch(`/v1/claims/${other}`, { test: true }, anyVersion));
    const [from, to] = end === 'to' ? [claim, other] : [other, claim];
    expect(await outcomeOf(relate('checker', from, to))).toEqual(nobodyLeft);
    expect(await approve('editor', verdict)).toEqual(done);
  });

  it('the outlet of its article, after a contact with what the other editor made', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const [one, two] = [await sourceOf('editor'), await sourceOf('editor2')];
    await expectDone(ask('checker', claim, one));
    expect(await outcomeOf(setArticle('checker', claim, { outlet: two }))).toEqual(nobodyLeft);
    expect(await approve('editor2', verdict)).toEqual(done);
  });

  it('a source that is merged into one that the other editor renamed', async () => {
    const [twice, stands] = [await sourceOf('checker'), await sourceOf('checker')];
    const claim = await enterClaim(isnad);
    await expectDone(setChain('checker', claim, twice));
    const verdict = await proposeVerdict(isnad, claim);
    await expectDone(rename('editor2', stands));
    const merged = isnad
      .as('editor')
      .post(`/v1/sources/${twice}/transitions`, { event: 'merge', into: stands }, anyVersion);
    expect(await outcomeOf(merged)).toEqual(nobodyLeft);
    expect(await approve('editor2', verdict)).toEqual(done);
  });

  it('of a contact and a new name for its source at once, one of both', async () => {
    for (let round = 0; round < 4; round++) {
      const source = await sourceOf('checker');
      const claim = await enterClaim(isnad);
      const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
      const answers = await Promise.all([ask('checker', claim, source), rename('editor2', source)]);
      expect((await Promise.all(answers.map(outcomeOf))).filter(([status]) => status === 409)).toHaveLength(
        1,
      );
      expect(await approve('editor2', verdict)).toEqual(done);
    }
  });
});

describe('a norm that a verdict cites', () => {
  it('is not changed by an admin who is the editor that alone could decide; what it does not cite is', async () => {
    await tieMembers(isnad, 'admin', 'editor');
    const claim = await enterClaim(isnad, { kind: 'violation' });
    const task = await startReview(isnad, claim, 'editor2');
    const cited = { id: provision, act: 'a', actor: 'b', date: '2024-06-19', direction: 'from' };
    const verdict = await submitVerdict(
      isnad,
      task,
      'editor2',
      verdictBody('false', { provisions: [cited] }),
    );
    const admin = isnad.as('admin');
    const refused = [
      admin.patch(`/v1/instruments/${instrument}`, { label: 'Called otherwise' }, anyVersion),
      admin.patch(`/v1/provisions/${provision}`, { verified: false }, anyVersion),
    ];
    for (const answer of refused) expect(await outcomeOf(answer)).toEqual(nobodyLeft);
    const added = { paragraph: 'zz', effects: { en: 'Something else' }, direction: 'none' };
    await expectDone(admin.post(`/v1/instruments/${instrument}/provisions`, added, anyVersion));
    await expectDone(admin.patch(`/v1/instruments/${instrument}`, { note: 'For the desk.' }, anyVersion));
    expect(await approve('editor', verdict)).toEqual(done);
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
