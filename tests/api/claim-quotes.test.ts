/** Where a claim stands in its article: found, refused with the candidates, never guessed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import { readClaim, type Claim } from '../support/desk.js';
import { createTalks, enterOnTalks, submitOnTalks } from '../support/talks.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await createTalks(isnad);
});
afterAll(() => isnad.close());

const submit = (quote: object, more: object = {}) => submitOnTalks(isnad, quote, more);
const entered = (quote: object, more: object = {}) => enterOnTalks(isnad, quote, more);

describe('the quote of a claim', () => {
  it('is refused where it does not occur', async () => {
    const response = await submit({ exact: 'المحادثات فشلت' });
    expect([response.status, problemOf(response).code, faultsOf(response)]).toEqual([
      422,
      'quote_absent',
      ['/quote'],
    ]);
  });

  it('is refused where it occurs twice, until its surroundings say which is meant', async () => {
    const exact = 'قال الوزير إن';
    const response = await submit({ exact });
    expect([response.status, problemOf(response).code]).toEqual([422, 'quote_ambiguous']);
    expect((await entered({ exact, prefix: 'ثم ' })).quote).toMatchObject({ start: 33, exact });
    expect((await entered({ exact, suffix: ' المحادثات' })).quote).toMatchObject({ start: 0 });
    const placed = await submit({ exact, start: 33 });
    expect([placed.status, problemOf(placed).code]).toEqual([409, 'quote_taken']);
  });

  it('is refused between other words than given, though it occurs once, and the place is named', async () => {
    const response = await submit({ exact: 'الاتفاق قريب', prefix: 'نفى أن ' });
    expect([response.status, problemOf(response).code]).toEqual([422, 'quote_context_mismatch']);
    expect(response.body).toMatchObject({ candidates: [{ exact: 'الاتفاق قريب' }] });
  });

  it('in another script than its article gets the language it is written in', async () => {
    const text = 'كتب على حسابه: The sanctions have not worked and will not. ثم حذفها. Слова. Ça.';
    const article = { title: 'x', language: 'ar', text };
    const { ref: mixed } = (await isnad.as('checker').post('/v1/articles', article)).body as Claim;
    const languageOf = async (exact: string, more: object = {}): Promise<unknown> => {
      const body = { article: mixed, kind: 'assertion', quote: { exact }, ...more };
      return ((await isnad.as('checker').post('/v1/claims', body)).body as Claim).language;
    };
    expect(await languageOf('The sanctions have not worked')).toBe('en');
    expect(await languageOf('Слова')).toBe('ru');
    expect(await languageOf('Ça')).toBe('und');
    expect(await languageOf('كتب على حسابه')).toBe('ar');
    expect(await languageOf('ثم حذفها', { language: 'fa' })).toBe('fa');
  });

  it('is refused where it stands elsewhere than said', async () => {
    const response = await submit({ exact: 'الاتفاق قريب', start: 0 });
    expect([response.status, problemOf(response).code]).toEqual([422, 'quote_position_mismatch']);
  });

  it('is kept in the words of the article, however it was typed', async () => {
    const { quote } = await entered({ exact: 'الوَفد وصل في 3 مايو' });
    expect(quote.exact).toBe('الوفد وصل في ٣ مايو');
    const blanks = await submit({ exact: 'الوفد\u00A0وصل\r\nفي ٣ مايو' });
    expect(problemOf(blanks).code).toBe('quote_taken');
    const twin = await submit({ exact: 'موسكو وبيونغ يانغ' });
    expect((twin.body as Claim).quote.exact).toBe('مُوسكـو وبيونغ يانغ');
  });

  it('keeps its bidi controls', async () => {
    const exact = 'وأعلن \u202Bالناطق\u202C الموعد';
    const made = await entered({ exact });
    expect([made.quote.exact, made.text]).toEqual([exact, exact]);
    expect((await readClaim(isnad, made.ref)).quote.exact).toBe(exact);
  });

  it('belongs to one claim only, whose ref the refusal gives', async () => {
    const first = await entered({ exact: 'إن الاتفاق قريب' });
    const second = await submit({ exact: 'إنّ الاتفاق قريب' });
    expect([second.status, problemOf(second).code]).toEqual([409, 'quote_taken']);
    expect(second.body).toMatchObject({ claim: first.ref });
  });

  it('belongs to one claim only, also when two are entered at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => submit({ exact: 'أن الوفد وصل' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const winner = answers.find(({ status }) => status === 201)?.body as Claim;
    for (const { status, body } of answers)
      if (status === 409) expect(body).toMatchObject({ code: 'quote_taken', claim: winner.ref });
  });
});
