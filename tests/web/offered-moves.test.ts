/** No control of the desk promises what the API refuses, and each refusal says why: a random walk through both life cycles. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { newClaim, step, type Action, type ModelClaim, type Person } from '../support/desk-model.js';
import { bodyOf, enterClaim, type Claim, type Page as PageOf, type Task } from '../support/desk.js';
import { createLuck } from '../support/random.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { sitDown } from './keyboard.js';
import { controlsOf, liesOf, type AllListed, type Listed, type Screen } from './offered-moves.js';

const long = process.env['LONG'] !== undefined;
/** Many more among the long tests. */
const steps = long ? 400 : 10;
const claimCount = long ? 6 : 2;
const people: Person[] = [
  { ref: 'checker', role: 'checker' },
  { ref: 'checker2', role: 'checker' },
  { ref: 'editor', role: 'editor' },
  { ref: 'editor2', role: 'editor' },
  ...(long
    ? ([
        { ref: 'admin', role: 'admin' },
        { ref: 'reader', role: 'reader' },
      ] satisfies Person[])
    : []),
];

/** What a control does, in the steps of the model; one that is not here is looked at and not pressed. */
const meant: Readonly<Record<string, readonly Action[]>> = {
  'claim.accept': [{ do: 'accept' }],
  'claim.start': [{ do: 'start' }],
  'claim.release': [{ do: 'release' }],
  'claim.reject': [{ do: 'reject' }],
  'claim.correct': [{ do: 'correct' }],
  'claim.retract': [{ do: 'retract' }],
  'claim.reopen': [{ do: 'reopen' }],
  'claim.cancel': [{ do: 'cancel' }],
  'task.take': [{ do: 'take' }, { do: 'start' }],
  'task.start': [{ do: 'start' }],
  'task.release': [{ do: 'release' }],
  'task.unpause': [],
  'task.submit': [{ do: 'draft' }, { do: 'submit' }],
  'verdict.approve': [{ do: 'approve' }],
  'verdict.return': [{ do: 'return' }],
  'verdict.withdraw': [{ do: 'withdraw' }],
};
/** What leads on is pressed more often than what leads back. */
const leadsOn = [
  'claim.accept',
  'claim.correct',
  'claim.reopen',
  'task.take',
  'task.start',
  'task.submit',
  'verdict.approve',
];

describe.skipIf(!hasChromium)('what the desk offers', () => {
  let browser: Browser;
  let product: DeskProduct;
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
    // They are soon refused another one.
    bodyOf(await product.as('admin').patch('/v1/members/checker2', { wipLimit: 1 }));
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const as = ({ ref }: Person) => product.as(ref as keyof DeskProduct['keys']);
  const pageOf = async (person: Person): Promise<Page> => {
    const there = pages.get(person.ref);
    if (there) return there;
    const key = product.keys[person.ref as keyof DeskProduct['keys']];
    const { page } = await sitDown(browser, { url: product.apiUrl, key, language: 'en' });
    pages.set(person.ref, page);
    return page;
  };
  const liveTask = async (claim: string): Promise<Task | undefined> => {
    const path = `/v1/claims/${claim}/tasks?status=open,assigned,in_progress,submitted`;
    return (bodyOf(await product.as('editor').get(path)) as PageOf<Task>).items[0];
  };

  /** How the claim stands, as far as the model knows it too. */
  const look = async (ref: string) => {
    const { status, revision } = bodyOf(await product.as('editor').get(`/v1/claims/${ref}`)) as Claim;
    const task = await liveTask(ref);
    return {
      ...{ status, revision },
      task: task ? { stage: task.stage, status: task.status, holder: task.assignee?.ref ?? null } : null,
    };
  };
  const becomes = async (
    ref: string,
    { status, revision, task }: ModelClaim,
    told: string,
  ): Promise<void> => {
    await expect
      .poll(() => look(ref), { message: told, timeout: 20_000 })
      .toEqual({ status, revision, task });
  };

  /** The moves of everything about the claim that this person may ask about. */
  const listed = async (person: Person, ref: string, place: { task?: string; verdict?: string }) => {
    const all: AllListed = {};
    const editions = await as(person).get(`/v1/claims/${ref}/editions?limit=200`);
    const notices = (editions.body as PageOf<{ digest: string; mark: string | null; status: string }>).items
      .filter(({ mark, status }) => mark !== null && status === 'proposed')
      .map(({ digest }): [string, string] => [
        `notice-${digest}`,
        `/v1/claims/${ref}/editions/${digest}/transitions`,
      ]);
    const paths: Record<string, string | undefined> = {
      ...Object.fromEntries(notices),
      claim: `/v1/claims/${ref}/transitions`,
      task: place.task && `/v1/tasks/${place.task}/transitions`,
      verdict: place.verdict && `/v1/verdicts/${place.verdict}/transitions`,
    };
    for (const [kind, path] of Object.entries(paths)) {
      const answer = path === undefined ? undefined : await as(person).get(path);
      // A task that has just ended has no moves; a reader is told of none.
      if (answer?.status === 200) all[kind] = (answer.body as { items: Listed[] }).items;
    }
    return all;
  };

  /** The screens about this claim, each by its address. */
  const screensOf = async (person: Person, ref: string): Promise<{ screen: Screen; path: string }[]> => {
    const task = await liveTask(ref);
    const { verdicts } = bodyOf(await product.as('editor').get(`/v1/claims/${ref}`)) as Claim;
    const proposed = verdicts.find(({ status }) => status === 'proposed');
    const isForDesk = person.role !== 'reader';
    return [
      { screen: 'claim', path: `/desk/claims/${ref}` },
      ...(isForDesk && task && (task.stage === 'review' || task.stage === 'correction')
        ? [{ screen: 'task' as const, path: `/desk/tasks/${task.id}` }]
        : []),
      ...(isForDesk && proposed
        ? [{ screen: 'verdict' as const, path: `/desk/verdicts/${proposed.id}` }]
        : []),
    ];
  };

  /** Without loading the page anew, as a link leads on. */
  const goTo = (page: Page, path: string): Promise<void> =>
    page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);

  const press = async (page: Page, move: string): Promise<void> => {
    if (move === 'task.submit') await writeVerdict(page);
    await page.locator(`main [data-move="${move}"]`).click();
    const form = page.locator('main form:has(button[type=submit])');
    const asks = ['claim.accept', 'claim.start', 'claim.release'].includes(move) || move.startsWith('task.');
    if (asks) return;
    await form.waitFor();
    for (const field of await form.locator('select').all()) await field.selectOption({ index: 1 });
    for (const field of await form.locator('textarea').all()) await field.fill('So it is');
    await form.locator('button[type=submit]').click();
  };
  let written = 0;
  const writeVerdict = async (page: Page): Promise<void> => {
    for (const choice of [0, 1])
      await page.locator('.findings fieldset').nth(choice).locator('input').first().check();
    await page.locator('input[value=true]').check();
    // Who submits what another has written writes all the same.
    await page.locator('textarea[lang=en]').fill(`So it is, for the ${String(++written)}th time`);
  };

  test(
    `is what the API allows, and every refusal gives its reason, at each of ${String(steps)} random steps`,
    async () => {
      const seed = Date.now() % 1_000_000;
      const luck = createLuck(seed);
      const models = new Map<string, ModelClaim>();
      for (let index = 0; index < claimCount; index++) models.set(await enterClaim(product), newClaim());
      const pressed = new Set<string>();
      for (let index = 0; index < steps; index++) {
        const ref = luck.oneOf([...models.keys()]);
        const before = models.get(ref) ?? newClaim();
        let told = `seed ${String(seed)}, step ${String(index)}: ${ref} as ${JSON.stringify(before)}`;
        await becomes(ref, before, told);
        if (luck.once(6)) models.set(ref, await byAnother(ref, before, luck.oneOf(people)));
        const holder = people.find((one) => one.ref === before.task?.holder);
        const person = holder && luck.once(2) ? holder : luck.oneOf(people);
        const page = await pageOf(person);
        const { screen, path } = luck.oneOf(await screensOf(person, ref));
        told += `, ${person.ref} at ${path}`;
        await goTo(page, path);
        const [, kind, id = ''] = /desk\/(\w+)\/(.*)/.exec(path) ?? [];
        const lies = async (): Promise<string[]> => {
          const task = (await liveTask(ref))?.id;
          const place = { ...(task && { task }), ...(kind === 'verdicts' && { verdict: id }) };
          return liesOf(page, screen, await listed(person, ref, place));
        };
        await expect.poll(lies, { message: told, timeout: 20_000, interval: 100 }).toEqual([]);
        const controls = (await controlsOf(page)).filter(({ off, move }) => !off && move in meant);
        const onward = controls.filter(({ move }) => leadsOn.includes(move));
        const from = onward.length > 0 && !luck.once(3) ? onward : controls;
        if (from.length === 0) continue;
        const { move } = luck.oneOf(from);
        told += `, presses ${move}`;
        const after = (meant[move] ?? []).reduce<ModelClaim | undefined>(
          (claim, action) => claim && step(claim, action, person),
          models.get(ref),
        );
        if (!after) throw new Error(`${told}: the model refuses that`);
        await press(page, move);
        await becomes(ref, after, told);
        expect(await page.locator('main .notice.refutes').allInnerTexts(), told).toEqual([]);
        models.set(ref, after);
        pressed.add(move);
      }
      // A long walk comes through nearly everything.
      if (long) expect(pressed.size, [...pressed].join(' ')).toBeGreaterThan(11);
    },
    long ? 1_200_000 : 90_000,
  );

  /** What changes meanwhile by somebody who is at another desk: the screens have to follow. */
  const byAnother = async (ref: string, before: ModelClaim, to: Person): Promise<ModelClaim> => {
    const task = await liveTask(ref);
    if (!task) return before;
    const move = (body: object) => product.as('editor').post(`/v1/tasks/${task.id}/transitions`, body);
    if (task.assignee && !task.paused && task.status !== 'submitted') {
      bodyOf(await move({ event: 'pause', reason: 'An answer is waited for' }));
      return before;
    }
    const after = step(before, { do: 'assign', to }, { ref: 'editor', role: 'editor' });
    const answer = await move({ event: 'assign', assignee: to.ref, override: true });
    expect(answer.status === 200, JSON.stringify(answer.body)).toBe(after !== undefined);
    return after ?? before;
  };
});
