/** A review from the first key to the published verdict, in a browser, without a pointer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { hasChromium, launchBrowser } from '../support/browser.js';
import {
  acceptClaim,
  enterClaim,
  madeOf,
  publishVerdict,
  readClaim,
  readStatus,
  verdictBody,
} from '../support/desk.js';
import { addEvidence, listCaptures, listEvidence } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { expectNoBarriers } from './barriers.js';
import { sitDown, type AtDesk, type DeskLanguage } from './keyboard.js';

describe.skipIf(!hasChromium)('the desk in a browser, by keyboard alone', () => {
  let browser: Browser;
  let internet: Internet;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, internet, product] = await Promise.all([
      launchBrowser(),
      createInternet(),
      startDeskProduct({ seeded: true }),
    ]);
    // The denial is rated true: whoever rates the accusation true has to say why both may stand.
    await publishVerdict(product, 'C37', {
      body: verdictBody('true', { rationale: { en: 'They did deny it.' } }),
    });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([product.close(), internet.close()]);
  });

  const words = {
    ar: {
      next: 'خذ المهمة التالية',
      returned: 'أُعيد إليك:',
      text: 'تؤكد الأدلة ذلك ',
      more: 'وقد راجعناها.',
      languages: 'النص العربي والنص الإنجليزي لا يقولان الشيء نفسه.',
    },
    en: {
      next: 'Take the next task',
      returned: 'It was returned to you:',
      text: 'The evidence shows it ',
      more: 'and was read again.',
      languages: 'The Arabic text and the English one do not say the same.',
    },
  } as const;

  const canWrite = (checker: AtDesk): Promise<void> =>
    checker.page.locator('fieldset input:not([disabled])').first().waitFor();
  const rateTrue = async (checker: AtDesk): Promise<void> => {
    const place = await checker.page.locator('input[value=true]').getAttribute('data-choice');
    await checker.press('v', '1', '1', place ?? '');
    await checker.page.locator('textarea:focus').waitFor();
  };
  const report = (found: string): string =>
    internet.serve('/report', { body: `<title>A report</title><p>What was ${found}, at some length.</p>` });
  const isKept = (evidence: string, times: number) =>
    expect.poll(() => listCaptures(product, evidence), { timeout: 30_000 }).toHaveLength(times);
  const openVerdict = async (editor: AtDesk, claim: string): Promise<void> => {
    await editor.press('Control+k');
    await editor.page.locator('[role=combobox]:focus').waitFor();
    await editor.type(claim);
    await editor.press('Enter');
    await editor.page.waitForURL(`**/desk/claims/${claim}`);
    const { verdicts } = await readClaim(product, claim);
    const proposed = verdicts.find(({ status }) => status === 'proposed');
    await editor.tabTo(`a[href$="/desk/verdicts/${String(proposed?.id)}"]`);
    await editor.press('Enter');
    await editor.page.waitForURL('**/desk/verdicts/*');
    await editor.page.locator('h2#will-be-published').waitFor();
    // What may be done is drawn once the API has said it; keys do nothing before.
    await editor.page.locator('.side .button kbd').first().waitFor();
  };
  const hasStatus = (claim: string, status: string) =>
    expect.poll(async () => (await readStatus(product, claim)).status, { timeout: 30_000 }).toBe(status);

  // The second is the claim that the first one supports; both are denied.
  test.each<[DeskLanguage, string]>([
    ['ar', 'C34'],
    ['en', 'C36'],
  ])('a claim goes from the next task to its published verdict, in %s', async (language, claim) => {
    await acceptClaim(product, claim, { priority: 'urgent' });
    const { keys } = product;
    const said = words[language];
    const checker = await sitDown(browser, {
      url: product.apiUrl,
      key: keys.checker,
      language,
      typesKey: true,
    });
    await checker.sees(said.next);
    await checker.press('n');
    await checker.page.waitForURL('**/desk/tasks/*');
    await checker.page.locator('h1', { hasText: claim }).waitFor();
    await canWrite(checker);

    const url = report('found');
    await checker.press('a');
    await checker.page.locator('input[type=url]:focus').waitFor();
    await checker.type(url);
    await checker.press('Tab', '1', 'Enter');
    await checker.page.locator('[data-mark="1"]').waitFor();

    await rateTrue(checker);
    await checker.tabTo(`textarea[lang=${language}]`);
    await checker.type(said.text);
    await checker.press('Control+e');
    await expect.poll(() => checker.page.locator('textarea:focus').inputValue()).toContain('[E1]');
    await checker.press('Control+Enter');
    await hasStatus(claim, 'in_approval');
    // It is followed in the bar: it is no task of theirs any more, and no news to them.
    await checker.page.locator('[data-sent=recorded]').waitFor();
    expect(await checker.page.locator('.task-list a', { hasText: claim }).count()).toBe(0);
    expect(await checker.page.getByRole('button', { name: /change · show|أظهره/ }).count()).toBe(0);
    // Next task, evidence, three findings, mark, submit.
    expect(checker.commands()).toBeLessThanOrEqual(14);

    const editor = await sitDown(browser, {
      url: product.apiUrl,
      key: keys.editor2,
      language,
      typesKey: true,
    });
    await openVerdict(editor, claim);
    await editor.press('r');
    await editor.page.locator('textarea:focus').waitFor();
    await editor.type(language === 'ar' ? 'راجعها' : 'Read it again');
    await editor.press('Shift+Tab', 'Enter');
    await editor.page.locator('textarea:focus').waitFor();
    expect(await editor.page.locator('textarea:focus').inputValue()).toContain(said.languages);
    await editor.press('Tab', 'Enter');
    await hasStatus(claim, 'in_review');

    const [evidence] = await listEvidence(product, claim);
    await isKept(String(evidence?.id), 1);
    report('corrected');
    await product.as('checker').post(`/v1/evidence/${String(evidence?.id)}/captures`);
    await isKept(String(evidence?.id), 2);

    await checker.page.waitForURL('**/desk/work');
    // The task of whoever wrote it is opened by a worker.
    await product.work();
    await checker.page.reload();
    await checker.tabTo('.task-list a');
    await checker.press('Enter');
    await checker.sees(said.returned);
    await canWrite(checker);
    await checker.press('v');
    await checker.tabTo(`textarea[lang=${language}]`);
    await checker.press('Control+End');
    await checker.type(said.more);
    await checker.press('Control+Enter');
    await hasStatus(claim, 'in_approval');

    await openVerdict(editor, claim);
    await editor.tabTo('.side button[aria-expanded]');
    await editor.press('Enter');
    await editor.page.locator('.side ins', { hasText: 'corrected' }).waitFor();
    if (claim === 'C34') {
      await editor.tabTo('.conflict details:nth-of-type(2) summary');
      await editor.press('Enter');
      await editor.sees('They did deny it.');
    }
    await expectNoBarriers(editor.page);
    const { conflicts } = (
      await product.as('editor').get(new URL(editor.page.url()).pathname.replace('/desk', '/v1'))
    ).body as { conflicts: object[] };
    for (const [index] of conflicts.entries()) {
      await editor.tabTo(`.conflict:nth-of-type(${String(index + 1)}) textarea`);
      await editor.type(
        language === 'ar' ? 'قالها كل طرف عن وقائع مختلفة' : 'They speak of different things',
      );
    }
    await editor.tabTo('.button.primary');
    await editor.press('Enter');
    await editor.page.locator('form button[type=submit]:focus').waitFor();
    await editor.press('Enter');
    await hasStatus(claim, 'published');

    for (const desk of [checker, editor]) {
      expect(desk.pointed()).toBe(0);
      // A refusal that the screen shows is also told by the browser itself.
      expect(desk.complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
      await desk.context.close();
    }
  });

  test('evidence opens to what was kept of its page, and article and page show what was changed in them', async () => {
    const claim = await enterClaim(product);
    const { article, quote } = await readClaim(product, claim);
    const text = `${quote.exact} غدًا.`;
    madeOf(await product.as('checker').post(`/v1/articles/${article.ref}/versions`, { text }));
    const page = (amount: string) => ({
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `<html lang="ar"><title>تقرير</title><p>قال أَحْمَدُ إن العدد ${amount} في الميناء.</p></html>`,
    });
    const url = internet.serve('/paper', page('سبعة'));
    const evidence = await addEvidence(product, claim, url);
    await isKept(evidence.id, 1);
    internet.serve('/paper', page('تسعة'));
    await product.as('checker').post(`/v1/evidence/${evidence.id}/captures`);
    await isKept(evidence.id, 2);

    const path = `/desk/claims/${claim}`;
    const desk = await sitDown(browser, {
      ...{ url: product.apiUrl, key: product.keys.checker, path },
      language: 'en',
    });
    await desk.press('a');
    await desk.page.locator('input[type=url]:focus').waitFor();
    await desk.type(report('found'));
    await desk.press('Tab', '3', 'Enter');
    await expect
      .poll(async () => (await listEvidence(product, claim)).map(({ stance }) => stance))
      .toEqual(['for', 'context']);

    await desk.tabTo('.evidence-item button[aria-expanded]');
    await desk.press('Enter');
    await desk.page.locator('.readable', { hasText: 'تسعة' }).waitFor();
    await desk.tabTo('.find input');
    await desk.type('احمد');
    await desk.sees('1 place');
    expect(await desk.page.locator('.readable mark').allInnerTexts()).toEqual(['أَحْمَدُ']);
    await desk.tabTo('.captures select');
    await desk.press('ArrowDown');
    await desk.page.locator('.captures ins', { hasText: 'تسعة' }).waitFor();
    await desk.page.locator('.captures del', { hasText: 'سبعة' }).waitFor();
    await desk.tabTo('.versions select');
    await desk.press('ArrowDown');
    await desk.page.locator('.article-text ins', { hasText: 'غدًا' }).waitFor();
    await expectNoBarriers(desk.page);
    expect([desk.pointed(), desk.complaints]).toEqual([0, []]);
    await desk.context.close();
  });
});
