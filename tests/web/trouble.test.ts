/** What stays on the screen when something goes wrong behind it, and where the focus is afterwards. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOf, hasChromium, launchBrowser } from '../support/browser.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  madeOf,
  moveTask,
  proposeVerdict,
  readTask,
  readVerdict,
  startReview,
  takeTask,
} from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';
import { sitDown, type AtDesk } from './keyboard.js';
import { settled } from './settled.js';

describe.skipIf(!hasChromium)('the desk in trouble', () => {
  let browser: Browser;
  let product: DeskProduct;

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const atDesk = (person: Person, path = '/desk/'): Promise<AtDesk> =>
    sitDown(browser, { url: product.apiUrl, key: product.keys[person], language: 'en', path });
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.id ?? document.activeElement?.tagName ?? '');
  /** Answers what lets these requests through. */
  const holdBack = async (page: Page, what: string | RegExp): Promise<() => void> => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(what, async (route) => {
      await answered;
      await route.continue();
    });
    return answer;
  };
  const askReply = async (claim: string): Promise<void> => {
    const contact = { label: 'The ministry', outcome: 'asked', date: '2026-01-01' };
    madeOf(await product.as('checker').post(`/v1/claims/${claim}/contacts`, contact));
  };
  const openApproval = async (): Promise<{ desk: AtDesk; claim: string; verdict: string }> => {
    const claim = await enterClaim(product);
    const { id } = await proposeVerdict(product, claim);
    const desk = await atDesk('editor2', `/desk/verdicts/${id}`);
    await desk.page.locator('.side .button kbd').first().waitFor();
    return { desk, claim, verdict: id };
  };

  test('an error of a later reading stands beside what is shown, and takes no words', async () => {
    const { desk, claim, verdict } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'x', detail: 'Closed for now.' };
    await desk.page.route(`**/v1/verdicts/${verdict}`, (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem }),
    );
    await askReply(claim);
    await desk.sees('Closed for now.');
    // A language is called by its name.
    await desk.sees('In English');
    expect(await desk.page.locator('textarea:focus').inputValue()).toBe('Read it again');
    await desk.context.close();
  });

  test('a decision on an edition that has changed is refused, keeps its words, and can be made on the new one', async () => {
    const { desk, claim, verdict } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    await askReply(claim);
    await desk.press('Tab', 'Enter');
    await desk.page.locator('.notice.refutes').waitFor();
    await desk.page.getByText('The ministry').waitFor();
    expect(await desk.page.locator('textarea[id$=return]').inputValue()).toBe('Read it again');
    await desk.press('Enter');
    await desk.page.waitForURL('**/desk/claims/*');
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'returned', note: 'Read it again' });
    // What had the focus is gone: it goes on in the new screen.
    await expect.poll(() => focused(desk.page)).toBe('main');
    await desk.context.close();
  });

  test('what was written of one claim stays with it: the next has an empty form, and it is there again after Esc and a reload', async () => {
    const { desk, verdict } = await openApproval();
    const { page } = desk;
    const other = await proposeVerdict(product, await enterClaim(product));
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await desk.type('The date is wrong');
    // Without loading the page anew, as a link leads on.
    await page.evaluate((id) => {
      history.pushState(null, '', `/desk/verdicts/${id}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, other.id);
    await page.locator('textarea').waitFor({ state: 'detached' });
    await page.locator('.side .button kbd').first().waitFor();
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea:focus').inputValue()).toBe('');
    await page.goto(`${product.apiUrl}/desk/verdicts/${verdict}`);
    await page.locator('.side .button kbd').first().waitFor();
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await expect.poll(() => page.locator('textarea:focus').inputValue()).toBe('The date is wrong');
    await desk.context.close();
  });

  test('an approval that was begun on another edition closes, and the focus goes to its button', async () => {
    const { desk, claim, verdict } = await openApproval();
    const { page } = desk;
    await desk.press('y');
    await page.locator('form button[type=submit]:focus').waitFor();
    await askReply(claim);
    await desk.press('Enter');
    await page.locator('button[id$=approve-button]:focus').waitFor();
    expect(await page.locator('form button[type=submit]').count()).toBe(0);
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'proposed' });
    await desk.context.close();
  });

  test('the key of the search leads into its field, and Back brings the words before', async () => {
    const desk = await atDesk('checker');
    const { page } = desk;
    await desk.press('/');
    await page.locator('[role=search] input:focus').waitFor();
    await desk.type('ports');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims?q=ports');
    await desk.press('Control+a');
    await desk.type('ships');
    await desk.press('Enter', 'Enter');
    await page.waitForURL('**/desk/claims?q=ships');
    const status = page.locator('[role=search] select');
    for (const one of ['open', 'merged']) {
      await status.selectOption(one);
      await page.waitForURL(`**/desk/claims?q=ships&status=${one}`);
    }
    const words = () => page.locator('[role=search] input').inputValue();
    await page.goBack();
    await page.waitForURL('**/desk/claims?q=ships');
    await expect.poll(() => status.inputValue()).toBe('');
    await page.goBack();
    await page.waitForURL('**/desk/claims?q=ports');
    await expect.poll(words).toBe('ports');
    await page.goForward();
    await expect.poll(words).toBe('ships');
    await desk.context.close();
  });

  test('where somebody else signs in, the other tab shows them, and nothing of the first', async () => {
    const claim = await enterClaim(product);
    await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page, context } = desk;
    await page.locator('.task-list', { hasText: claim }).waitFor();
    const other = await context.newPage();
    await other.goto(`${product.apiUrl}/desk/work`);
    await other.locator('.task-list', { hasText: claim }).waitFor();
    await context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await other.reload();
    await other.locator('input[type=password]').fill(product.keys.checker2);
    await other.keyboard.press('Enter');
    await other.getByText('The checker2').waitFor();
    await page.getByText('The checker2').waitFor();
    expect(await page.getByText(claim).count()).toBe(0);
    await context.close();
  });

  test('an empty note of a return says why it is refused; Esc gives the focus back to the button', async () => {
    const { desk } = await openApproval();
    await desk.press('r');
    await desk.page.locator('textarea:focus').waitFor();
    await desk.press('Tab', 'Enter');
    await desk.sees('say what has to change');
    await desk.page.locator('textarea[aria-invalid=true]:focus').waitFor();
    await desk.press('Escape');
    await desk.page.locator('button[id$=return-button]:focus').waitFor();
    await desk.context.close();
  });

  test('a verdict is approved out of turn in a dialog that asks why, by whom and for which claim', async () => {
    const { desk, claim, verdict } = await openApproval();
    const { page } = desk;
    await takeTask(product, claim, 'editor');
    await desk.tabTo('button[id$=break_glass-button]');
    await desk.press('Enter');
    await page.locator('[role=alertdialog] textarea:focus').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await desk.press('Escape');
    await page.locator('button[id$=break_glass-button]:focus').waitFor();
    await desk.press('Enter');
    await page.locator('[role=alertdialog] textarea:focus').waitFor();
    await desk.type('It is being shared as true');
    await desk.press('Tab', 'Tab');
    await desk.type('another');
    await desk.press('Enter');
    // To the first field that lacks something.
    await page.locator('select:focus option[value=checker2]').waitFor({ state: 'attached' });
    await page.locator('select:focus').selectOption('checker2');
    await desk.press('Tab', 'Enter');
    await page.locator('[role=alertdialog] .fault').waitFor();
    await desk.press('Control+a');
    await desk.type(claim);
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims/*');
    const second = await atDesk('checker2', `/desk/verdicts/${verdict}`);
    // Who confirms reads first why, and by whom it was asked.
    await second.sees('editor2 approved this out of turn');
    await second.sees('It is being shared as true');
    await second.tabTo('button[id$=confirm-button]');
    await second.press('Enter');
    await second.page.locator('form button[type=submit]:focus').waitFor();
    await second.press('Enter');
    await second.page.waitForURL('**/desk/claims/*');
    expect(await readVerdict(product, verdict)).toMatchObject({ status: 'published' });
    await Promise.all([desk.context.close(), second.context.close()]);
  });

  test('what recording would say is asked of what the desk has, and of nothing else', async () => {
    const claim = await enterClaim(product);
    const { id } = await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/verdict/preview')) asked.push(request.postDataJSON());
    });
    let isAway = true;
    await page.route('**/draft', (route) =>
      isAway && route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await desk.tabTo('textarea[lang=en]:not([readonly])');
    await desk.type('Not at the desk yet.');
    // It was tried, and did not arrive.
    await page.waitForEvent('requestfailed', (request) => request.method() === 'PUT');
    await page.locator('[data-place=device]').waitFor();
    const text = { rationale: { en: 'Not at the desk yet.' } };
    expect(asked).not.toContainEqual(expect.objectContaining(text));
    isAway = false;
    await page.locator('[data-place=desk]').waitFor();
    await expect.poll(() => asked).toContainEqual(expect.objectContaining(text));
    await desk.context.close();
  });

  test('a review is begun, written and submitted by its holder, and nobody else finds anything to write in', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const { id } = await takeTask(product, claim);
    const submit = '.verdict-side .button.primary';
    const open = async (person: Person, whyNot: string): Promise<AtDesk> => {
      const desk = await atDesk(person, `/desk/tasks/${id}`);
      await desk.page.locator(`${submit}[title="${whyNot}"]`).waitFor();
      return desk;
    };
    const other = await open('checker2', 'Somebody else has reserved this task.');
    const isClosed = () =>
      other.page.evaluate(() => {
        const fields = [...document.querySelectorAll('.verdict-side :is(textarea, input)')];
        return fields.length > 0 && fields.every((one) => one.matches('[readonly], :disabled'));
      });
    await expect.poll(isClosed).toBe(true);
    const desk = await open('checker', 'Begin the task first.');
    await desk.tabTo('.notice .button.primary');
    await desk.press('Enter');
    await desk.page.locator('textarea:focus:not([readonly])').waitFor();
    await desk.page.locator(`${submit}:not([title])`).waitFor();
    await Promise.all([desk.context.close(), other.context.close()]);
  });

  test('whoever begins before the claim is there writes on as soon as it is', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const { id } = await takeTask(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    const answer = await holdBack(page, /\/v1\/claims\/[^/]+$/);
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await desk.tabTo('.notice .button.primary');
    await desk.press('Enter');
    await page.locator('.notice .button.primary').waitFor({ state: 'detached' });
    expect(await page.locator('textarea').count()).toBe(0);
    answer();
    await page.locator('textarea:focus:not([readonly])').waitFor();
    await desk.context.close();
  });

  test('who goes elsewhere while a task is taken is left there', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    await product.work();
    const desk = await atDesk('editor');
    const { page } = desk;
    const answer = await holdBack(page, '**/v1/tasks/next');
    await desk.sees('Take the next task');
    await desk.press('n');
    await page.locator('.button[aria-busy=true]').waitFor();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    const read = page.waitForResponse('**/v1/tasks/next');
    answer();
    await read;
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/desk/claims');
    await desk.context.close();
  });

  test('who goes elsewhere while a decision is made is left there', async () => {
    const { desk, verdict } = await openApproval();
    const { page } = desk;
    const answer = await holdBack(page, `**/v1/verdicts/${verdict}/transitions`);
    await desk.press('r');
    await page.locator('textarea:focus').waitFor();
    await desk.type('Read it again');
    await desk.press('Tab', 'Enter');
    await page.locator('form .button[aria-busy=true]').waitFor();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    answer();
    await expect.poll(async () => (await readVerdict(product, verdict)).status).toBe('returned');
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/desk/claims');
    await desk.context.close();
  });

  test('nothing takes the focus from whoever writes: no held digit, no fault of before, no late success', async () => {
    const { id, claim } = await startReview(product, await enterClaim(product));
    const desk = await atDesk('checker', `/desk/tasks/${id}`);
    const { page } = desk;
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    const hold = async (key: string): Promise<void> => {
      for (let time = 0; time < 4; time++) await page.keyboard.down(key);
      await page.keyboard.up(key);
    };
    const checked = page.locator('.findings input:checked');
    await desk.press('v');
    await hold('1');
    expect(await checked.count()).toBe(1);
    await hold('1');
    await hold('1');
    expect(await checked.count()).toBe(3);
    const text = page.locator('textarea:focus');
    expect(await text.inputValue()).toBe('');

    await desk.press('Control+Enter');
    await page.locator('.notice.refutes:focus').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    // Each line of it leads to its field.
    await desk.press('Tab', 'Enter');
    await page.locator('.rationale textarea[aria-invalid]:focus').waitFor();
    await desk.type('It is so.');
    await page.locator('.notice.refutes').waitFor({ state: 'detached' });
    await desk.press('Control+a', 'Backspace');
    await desk.type('It is not so.');
    expect(await text.inputValue()).toBe('It is not so.');

    const answer = await holdBack(page, `**/v1/claims/${claim.id}/contacts`);
    await page.getByRole('button', { name: 'Record who was asked' }).focus();
    await desk.press('Enter');
    await page.locator('input[id$=who]:focus').waitFor();
    await desk.type('The ministry');
    await desk.press('Enter');
    await page.locator('form .button[aria-busy=true]').first().waitFor();
    await page.locator('.rationale textarea').first().focus();
    answer();
    await page.locator('input[id$=who]').waitFor({ state: 'detached' });
    await settled(page);
    expect(await text.inputValue()).toBe('It is not so.');

    // Where the panes stand one behind the other, a key first brings its own to the screen.
    await page.setViewportSize({ width: 800, height: 700 });
    const leave = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await leave();
    await desk.press(']');
    await page.locator('.quote:focus').waitFor();
    await desk.press('a');
    await page.locator('.facts input[type=url]:focus').waitFor();
    await desk.press('Escape');
    await desk.press('v');
    await page.locator('.verdict-side input:focus').waitFor();
    await desk.press('o');
    await page.locator('.quote.own').first().waitFor();
    expect(await page.locator('.verdict-side').isVisible()).toBe(false);
    // The part that is seen stands in the address.
    await page.getByRole('button', { name: 'Facts' }).click();
    await page.locator('.facts').waitFor();
    await page.reload();
    await page.locator('.facts').waitFor();
    await page.goBack();
    await page.locator('.quote.own').first().waitFor();
    expect(await page.locator('.facts').isVisible()).toBe(false);
    await desk.context.close();
  });

  test('keys do nothing behind a dialog, and not twice while their action is under way', async () => {
    await acceptClaim(product, await enterClaim(product));
    await product.work();
    const desk = await atDesk('checker2');
    const { page } = desk;
    let asked = 0;
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/v1/tasks/next', async (route) => {
      asked++;
      await answered;
      await route.continue();
    });
    await desk.sees('Take the next task');
    await desk.press('Shift+Slash');
    await page.locator('[role=dialog]:focus, [role=dialog] :focus').waitFor();
    await desk.press('n', 'Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    expect(asked).toBe(0);
    await desk.press('n', 'n');
    await page.locator('.button[aria-busy=true]').waitFor();
    await desk.press('n');
    answer();
    await page.waitForURL('**/desk/tasks/*');
    expect(asked).toBe(1);
    await desk.context.close();
  });

  test('whoever signs in where another sat sees nothing of the other', async () => {
    const claim = await enterClaim(product);
    await startReview(product, claim);
    const desk = await atDesk('checker');
    const { page } = desk;
    await page.locator('.task-list', { hasText: claim }).waitFor();
    await desk.context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await page.locator('[role=dialog] input:focus').waitFor();
    await desk.type(product.keys.checker2);
    await desk.press('Enter');
    await page.getByText('The checker2').waitFor();
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    expect(await page.getByText(claim).count()).toBe(0);
    await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
    expect(await page.getByText(claim).count()).toBe(0);
    await desk.context.close();
  });

  test('each list says by itself that there is more, and changes when it is asked to', async () => {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const task = await readTask(product, claim);
    const { page, context } = await atDesk('checker');
    const streaming = page.waitForResponse(/\/v1\/stream/);
    await page.reload();
    await streaming;
    await page.locator('h2#mine').waitFor();
    await settled(page);
    bodyOf(await moveTask(product, 'editor', task, { event: 'assign', assignee: 'checker' }));
    const newer = page.locator('.newer button');
    await expect.poll(() => newer.count()).toBe(2);
    expect(await page.getByText(claim).count()).toBe(0);
    await newer.last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.inbox', { hasText: claim }).waitFor();
    expect(await page.locator('.task-list', { hasText: claim }).count()).toBe(0);
    await expect.poll(() => newer.count()).toBe(1);
    await newer.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.task-list', { hasText: claim }).waitFor();
    await context.close();
  });

  test('what cannot be loaded leaves the screen as it is, says so, and opens once it can be', async () => {
    const { id } = await startReview(product, await enterClaim(product));
    const desk = await atDesk('checker');
    const { page, context } = desk;
    let isAway = true;
    const parts = /assets\/(key-list|sign-in-dialog|claims-screen)/;
    await page.route(parts, (route) => (isAway ? route.abort() : route.continue()));
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    const text = page.locator('.rationale textarea').first();
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    await text.focus();
    await desk.type('Half a sen');
    const said = page.getByText('This could not be opened');
    const isUntouched = async (): Promise<void> => {
      await said.waitFor();
      expect(await text.inputValue()).toContain('Half a sen');
      expect(new URL(page.url()).pathname).toBe(`/desk/tasks/${id}`);
      expect(await barriersOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).focus();
      await desk.press('Enter');
      await said.waitFor({ state: 'detached' });
    };
    await desk.tabTo('header.top-bar .brand');
    await desk.press('Shift+Slash');
    await isUntouched();
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await isUntouched();
    await context.request.delete(`${product.apiUrl}/session`, { headers: { Origin: product.apiUrl } });
    await text.focus();
    await desk.type('tence.');
    await said.waitFor();
    isAway = false;
    await page.getByRole('button', { name: 'Try again' }).focus();
    await desk.press('Enter');
    await page.locator('[role=dialog] input:focus').waitFor();
    await desk.type(product.keys.checker);
    await desk.press('Enter');
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    await page.locator('[data-place=desk]').waitFor();
    expect(await text.inputValue()).toContain('Half a sen');
    await desk.tabTo('header.top-bar a[href$="/desk/claims"]');
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    await context.close();
  });

  test('a verdict is followed in every tab while its writer is at the next task, and comes back with its words where it is refused', async () => {
    const { id, claim } = await startReview(product, await enterClaim(product));
    const nextClaim = await enterClaim(product);
    await acceptClaim(product, nextClaim, { priority: 'urgent' });
    await product.work();
    const desk = await atDesk('checker');
    const { page, context } = desk;
    let isRefused = false;
    await context.route('**/v1/verdicts/*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as object;
      const problem = { type: 'about:blank', title: 'No', status: 422, detail: 'The page is gone.' };
      const status = isRefused ? { status: 'refused', problem } : { status: 'submitted' };
      await route.fulfill({ response: answer, json: { ...body, ...status } });
    });
    const other = await context.newPage();
    await other.goto(`${product.apiUrl}/desk/claims`);
    await other.locator('.member').waitFor();
    const sentIn = (tab: Page, outcome: string) =>
      tab.locator(`[data-sent=${outcome}]`, { hasText: claim.ref });
    await page.goto(`${product.apiUrl}/desk/tasks/${id}`);
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    await desk.press('v', '1', '1', '1');
    await page.locator('textarea:focus').waitFor();
    await desk.type('It is as it is.');
    const answer = await holdBack(page, `**/v1/tasks/${id}/verdict`);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await desk.press('Control+Shift+Enter');
    // The next one can be written on before the desk has said anything of the first.
    await page.locator('h1', { hasText: nextClaim }).waitFor();
    await page.locator('fieldset input:not([disabled])').first().waitFor();
    expect(await page.locator('.rationale textarea').first().inputValue()).toBe('');
    await sentIn(page, 'sending').waitFor();
    // Nobody waits for what is submitted: it goes behind the question for the next one.
    expect(sent[0]).toBe('/v1/tasks/next');
    answer();
    await Promise.all([page, other].map((tab) => sentIn(tab, 'waits').waitFor()));
    isRefused = true;
    await sentIn(other, 'refused').waitFor();
    const refused = page.locator(`[data-sent=refused] a[href$="/desk/tasks/${id}"]`);
    await refused.waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await refused.focus();
    await desk.press('Enter');
    await desk.sees('The page is gone.');
    await expect.poll(() => page.locator('.rationale textarea').first().inputValue()).toBe('It is as it is.');
    await context.close();
  });

  test('who only reads is led to the claims', async () => {
    const desk = await atDesk('reader');
    const { page } = desk;
    await desk.tabTo('main a[href$="/desk/claims"]');
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await desk.press('Enter');
    await page.waitForURL('**/desk/claims');
    await desk.context.close();
  });
});
