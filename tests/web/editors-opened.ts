/** What an editor opens: each screen by its address, and what is pressed there until a form, dialog or list is open. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bodyOf, enterClaim, madeOf, move, startReview } from '../support/desk.js';
import type { DeskProduct } from '../support/running-product.js';
import type { EditorsDesk } from './editors-desk.js';
import { goTo } from './matrix.js';

/** `look`: there is something to see already. */
type Open = (page: Page, look: () => Promise<void>, product: DeskProduct) => Promise<void>;
export type Screen = readonly [name: string, at: (desk: EditorsDesk) => string, open?: Open];

const press = (page: Page, selector: string): Promise<void> =>
  page.locator(`${selector} >> visible=true`).first().press('Enter');
const pressAll = async (page: Page, selector: string): Promise<number> => {
  const all = await page.locator(`${selector} >> visible=true`).elementHandles();
  for (const one of all) await one.press('Enter');
  return all.length;
};
const openMove =
  (event: string): Open =>
  async (page) => {
    await press(page, `[data-move="claim.${event}"]`);
    await press(page, '[aria-labelledby=moves] form [type=submit]');
    await page.locator('[aria-labelledby=moves] [aria-invalid=true]:focus').waitFor();
  };
const openDialog = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
};
const hasKeys = (page: Page): Promise<void> => page.locator('.side .button kbd').first().waitFor();

/** Words that the desk never had, of a task that has ended since. */
const leaveWords: Open = async (page, _look, product) => {
  const claim = await enterClaim(product);
  const { id } = await startReview(product, claim, 'editor2');
  await goTo(page, product, `/desk/tasks/${id}`);
  await page.route('**/draft', (route) => route.fulfill({ status: 503 }));
  await page.locator('textarea[lang=en]:not([readonly])').fill('كُتب عبثًا, in vain');
  await page.locator('[data-saved-in=device]').waitFor();
  bodyOf(await move(product, 'editor', claim, { event: 'reject', reason: 'out_of_scope' }));
  await goTo(page, product, '/desk/work');
  await page.unroute('**/draft');
  await press(page, '.top-bar [data-left]');
  await page.locator('[role=dialog] .written').waitFor();
  await page.locator('[role=dialog] li button').last().press('Enter');
  await page.locator('[role=dialog] [role=group] button:focus').waitFor();
};

/** Each as it is opened, and what is opened on it. */
export const screens: readonly Screen[] = [
  ['my work, with all that waits', () => '/desk/work'],
  [
    'going away, without a day',
    () => '/desk/work',
    async (page) => {
      await press(page, '.work-next .button.quiet');
      await press(page, '.work-next form [type=submit]');
      await page.locator('[aria-invalid=true]:focus').waitFor();
    },
  ],
  [
    'the confirmation of an erasure',
    () => '/desk/work',
    async (page) => {
      await press(page, '[data-move^=second-][data-move$=".confirm"]');
      await page.locator('.second-person [role=group]').waitFor();
    },
  ],
  ['claims that wait to be accepted', () => '/desk/claims?status=submitted'],
  ["another's task", ({ othersTask }) => othersTask],
  [
    'an approval with a clash, and what changed since the last round',
    ({ approval }) => approval,
    async (page) => {
      await hasKeys(page);
      expect(await page.locator('.conflict').count()).toBeGreaterThan(0);
      expect(await pressAll(page, '.conflict summary')).toBeGreaterThan(1);
      expect(await pressAll(page, '.side button[aria-expanded=false]')).toBeGreaterThan(0);
      await page.locator('.side ins').first().waitFor();
    },
  ],
  [
    'a return without a note',
    ({ approval }) => approval,
    async (page) => {
      await hasKeys(page);
      await page.keyboard.press('r');
      await press(page, 'form [type=submit]');
      await page.locator('textarea[aria-invalid=true]:focus').waitFor();
    },
  ],
  [
    'an approval, of an edition that is another by then',
    ({ approval }) => approval,
    async (page, look, product) => {
      await hasKeys(page);
      for (const field of await page.locator('.conflict textarea').all()) await field.fill('كلٌّ عن شهر');
      await page.locator('[data-move="verdict.approve"]').press('Enter');
      await page.locator('form [type=submit]:focus').waitFor();
      await look();
      const contact = { label: 'The ministry', outcome: 'asked', date: '2026-01-01' };
      madeOf(await product.as('checker').post('/v1/claims/C34/contacts', contact));
      await product.work();
      await page.locator('.notice[id$=moved]').waitFor();
      await look();
      await press(page, '.notice[id$=moved] button');
      await page.locator('.changed-mark:focus').waitFor();
    },
  ],
  [
    'an approval out of turn',
    ({ heldApproval }) => heldApproval,
    async (page) => {
      await press(page, '[data-move="verdict.break_glass"]');
      await page.locator('[role=alertdialog] textarea:focus').waitFor();
      await press(page, '[role=alertdialog] [type=submit]');
      await page.locator('[role=alertdialog] [aria-invalid=true]').first().waitFor();
    },
  ],
  [
    'a claim with all that can be recorded of it',
    ({ fullClaim }) => `${fullClaim}?tab=facts`,
    async (page) => {
      await page.keyboard.press('a');
      await page.locator('input[type=url]:focus').waitFor();
      await press(page, '#link-norm');
      await page.locator('[aria-labelledby=norms] form').waitFor();
      await press(page, '#add-contact');
      await page.locator('[aria-labelledby=contacts] form').waitFor();
      await press(page, '.evidence-item button[aria-expanded=false]');
      await page.locator('.captures select').selectOption({ index: 1 });
      await page.locator('.captures ins').first().waitFor();
      expect(await pressAll(page, '.similar-actions button:not([aria-pressed])')).toBeGreaterThan(0);
      await page.locator('.similar-actions form').first().waitFor();
      expect(await pressAll(page, '.facts form [type=submit]')).toBeGreaterThan(3);
      await page.locator('form.relate [aria-invalid=true]').first().waitFor();
    },
  ],
  [
    'what two versions of an article differ in',
    ({ fullClaim }) => `${fullClaim}?tab=article`,
    async (page) => {
      await page.locator('.versions select').selectOption({ index: 1 });
      await page.locator('.article-text ins').first().waitFor();
    },
  ],
  ['a retraction', ({ fullClaim }) => `${fullClaim}?tab=facts`, openMove('retract')],
  ['a merge', ({ fullClaim }) => `${fullClaim}?tab=facts`, openMove('merge')],
  ['a correction', ({ fullClaim }) => `${fullClaim}?tab=facts`, openMove('correct')],
  ['a note for readers that waits', ({ noticeWaits }) => `${noticeWaits}?tab=facts`],
  [
    'a note for readers that is lacking',
    ({ lacksNotice }) => `${lacksNotice}?tab=facts`,
    async (page) => {
      await press(page, '[aria-labelledby=lacks-notice] button');
      await press(page, '[aria-labelledby=lacks-notice] [type=submit]');
      await page.locator('[aria-invalid=true]:focus').waitFor();
    },
  ],
  [
    'the settings',
    () => '/desk/work',
    async (page) => {
      await press(page, '.member');
      await page.getByRole('menu').waitFor();
    },
  ],
  ['the keys', ({ approval }) => approval, (page) => openDialog(page, 'Shift+Slash')],
  ['the commands', ({ fullClaim }) => `${fullClaim}?tab=facts`, (page) => openDialog(page, 'Control+k')],
  [
    'whom a task can be given to',
    ({ othersTask }) => othersTask,
    async (page) => {
      await press(page, '.review-head [aria-haspopup=dialog]');
      await page.getByRole('option').nth(1).waitFor();
    },
  ],
  ['words that are left on a device', () => '/desk/work', leaveWords],
];
