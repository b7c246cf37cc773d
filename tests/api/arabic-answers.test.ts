/** The API speaks Arabic to who asks for it: problems, faults at fields, and why a move is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  proposeVerdict,
  readTask,
  startReview,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const inArabic = { 'Accept-Language': 'ar-EG,ar;q=0.9,en;q=0.5' };
const arabic = /\p{Script=Arabic}/u;
const people: readonly Person[] = ['reader', 'checker', 'editor', 'editor2', 'admin'];

describe('a problem', () => {
  it('is told in the language asked for, and says which that is', async () => {
    const read = (headers: Record<string, string>) => isnad.as('reader').get('/v1/claims/nowhere', headers);
    const answer = await read(inArabic);
    expect(answer.body).toMatchObject({
      title: 'لا ادعاء كهذا',
      detail: 'لا ادعاء هنا: "\u2068nowhere\u2069".',
      code: 'claim_not_found',
    });
    expect(answer.headers['content-language']).toBe('ar');
    for (const wanted of ['', '*', 'fr', 'en,ar']) {
      const told = await read({ 'Accept-Language': wanted });
      expect(told.body).toMatchObject({ detail: 'There is no claim "nowhere".' });
      expect(told.headers['content-language']).toBe('en');
    }
  });

  it('tells it of each field, and of what a verdict lacks', async () => {
    const ref = await enterClaim(isnad);
    await acceptClaim(isnad, ref);
    const task = await startTask(isnad, ref);
    const preview = bodyOf(
      await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict/preview`, { findings: {} }, inArabic),
    ) as { faults: { message: string }[] };
    expect(preview.faults.length).toBeGreaterThan(0);
    for (const { message } of preview.faults) expect(message).toMatch(arabic);
    const unknown = { ...verdictBody('true'), evidence: ['00000000-0000-7000-8000-000000000000'] };
    const refused = await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, unknown, inArabic);
    const { errors } = refused.body as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message)).toEqual(['ليس دليلًا لهذا الادعاء']);
  });
});

describe('why a move is refused', () => {
  it.each(['submitted', 'open', 'in_review', 'in_approval'] as const)(
    'is told in Arabic to everybody, of a claim that is %s and its task',
    async (state) => {
      const ref = await enterClaim(isnad);
      if (state === 'open') await acceptClaim(isnad, ref);
      if (state === 'in_review') {
        await acceptClaim(isnad, ref);
        await startTask(isnad, ref);
      }
      const verdict = state === 'in_approval' ? await proposeVerdict(isnad, ref) : undefined;
      const task = state === 'submitted' ? undefined : await readTask(isnad, ref);
      const paths = [
        `/v1/claims/${ref}/transitions`,
        ...(task ? [`/v1/tasks/${task.id}/transitions`] : []),
        ...(verdict ? [`/v1/verdicts/${verdict.id}/transitions`] : []),
      ];
      let refusals = 0;
      for (const path of paths)
        for (const person of people) {
          const answer = await isnad.as(person).get(path, inArabic);
          if (answer.status === 403) continue;
          const { items } = bodyOf(answer) as { items: { why: string | null }[] };
          for (const { why } of items.filter((move) => move.why !== null)) {
            refusals++;
            expect([path, person, why]).toEqual([path, person, expect.stringMatching(arabic)]);
          }
          expect(answer.headers['vary']).toContain('Accept-Language');
        }
      expect(refusals).toBeGreaterThan(3);
    },
  );

  it('is told of whom a task cannot be given to, and of each item of a bulk command', async () => {
    const ref = await enterClaim(isnad);
    await proposeVerdict(isnad, ref);
    const { id } = await readTask(isnad, ref);
    const { items: all } = bodyOf(await isnad.as('editor').get(`/v1/desk/people?task=${id}`, inArabic)) as {
      items: { assignment: { why: string | null } }[];
    };
    const whys = all.flatMap(({ assignment: { why } }) => why ?? []);
    expect(whys.length).toBeGreaterThan(0);
    for (const why of whys) expect(why).toMatch(arabic);
    const { items } = bodyOf(
      await isnad
        .as('editor')
        .post('/v1/bulk', { event: 'accept', items: [{ claim: ref }, { claim: 'nowhere' }] }, inArabic),
    ) as Page<{ problem: { detail: string } }>;
    for (const { problem } of items) expect(problem.detail).toMatch(arabic);
  });
});

describe('a verdict that was refused', () => {
  it('says why in the language of whoever reads it, and has a tag of its own in each', async () => {
    const ref = await enterClaim(isnad, { kind: 'quotation' });
    const task = await startReview(isnad, ref);
    const body = verdictBody('true', {
      findings: { attribution: 'confirmed', fidelity: 'fabricated', veracity: 'true' },
    });
    const { id, status } = await submitVerdict(isnad, task, 'checker', body);
    expect(status).toBe('refused');
    const told = (problem: unknown): string[] => {
      const { title, detail, errors } = problem as Record<'title' | 'detail', string> & {
        errors: { message: string }[];
      };
      return [title, detail, ...errors.map(({ message }) => message)];
    };
    for (const path of [`/v1/verdicts/${id}`, `/v1/claims/${ref}/verdicts`]) {
      const answers = [
        await isnad.as('checker').get(path, inArabic),
        await isnad.as('checker').get(path, { 'Accept-Language': 'en' }),
      ];
      const [arabicSaid, englishSaid] = answers.map((answer) => {
        const read = bodyOf(answer) as { problem?: unknown; items?: { problem: unknown }[] };
        expect(answer.headers['vary']).toContain('Accept-Language');
        return told(read.items ? read.items[0]?.problem : read.problem);
      });
      expect(arabicSaid?.length).toBeGreaterThan(2);
      for (const text of arabicSaid ?? []) expect(text).toMatch(arabic);
      for (const text of englishSaid ?? []) expect(text).not.toMatch(arabic);
      const [ofArabic, ofEnglish] = answers.map(({ headers }) => headers['etag']);
      expect(ofArabic).not.toBe(ofEnglish);
      const again = await isnad.as('checker').get(path, { ...inArabic, 'If-None-Match': String(ofEnglish) });
      expect(again.status).toBe(200);
    }
  });
});
