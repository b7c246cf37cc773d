/** What takes a second person, at the desk of each: no control promises what the API refuses, and each refusal says why. */
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator, type Role } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf, type Api } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { hasChromium, launchBrowser } from '../support/browser.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { startDeskProduct, type DeskProduct } from '../support/running-product.js';
import { sitDown } from './keyboard.js';
import { controlsOf, liesOf, type AllListed, type Listed } from './offered-moves.js';

const long = process.env['LONG'] !== undefined;

/** `asker` asked for all of it; `twin` is another member of the same person. */
const people = {
  ...{ asker: 'admin', twin: 'admin', admin2: 'admin' },
  ...{ editor: 'editor', checker: 'checker', reader: 'reader' },
} as const satisfies Record<string, Role>;
type Somebody = keyof typeof people;
const everybody = Object.keys(people) as Somebody[];

const paths = { erasure: '/v1/erasures', change: '/v1/privileged-changes' } as const;
type Kind = keyof typeof paths;
const kinds = Object.keys(paths) as Kind[];
const events = ['confirm', 'reject', 'withdraw'] as const;
const endsAs = { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' } as const;

interface Asked {
  kind: Kind;
  id: string;
  path: string;
}
interface Moves {
  status: string;
  items: Listed[];
}

describe.skipIf(!hasChromium)('what takes a second person', () => {
  let browser: Browser;
  let product: DeskProduct;
  const keys = new Map<string, string>();
  const pages = new Map<Somebody, Page>();

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startDeskProduct()]);
    for (const one of everybody) await join(one, people[one]);
    const identity = (at: string) => ({ issuer: 'https://id.example', digest: digestOf(at) });
    // Whoever the same identity was once is one person.
    for (const [ref, identities] of [
      ['the-asker', [identity('one')]],
      ['the-asker', []],
      ['the-twin', [identity('one')]],
    ] as const)
      await product.services.members.change(ref, { identities: [...identities] }, operator, () => undefined);
  });
  afterAll(async () => {
    await browser.close();
    await product.close();
  });

  const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  const join = async (name: string, role: Role): Promise<void> => {
    const ref = `the-${name}`;
    await product.services.members.ensure(
      { ref, kind: 'person', name: ref, role, languages: [], topics: [] },
      operator,
    );
    const { key } = await product.services.keys.createKey({ memberRef: ref, name: 'tests' }, operator);
    keys.set(name, key);
  };
  const as = (name: string): Api => apiOf(product.apiUrl).as(keys.get(name) ?? '');

  let asked = 0;
  const ask = async (kind: Kind, by = 'asker'): Promise<Asked> => {
    const answer =
      kind === 'erasure'
        ? await as(by).post('/v1/erasures', {
            target: { kind: 'claim', id: await enterClaim(product) },
            reason: 'person_asked',
          })
        : await as(by).post('/v1/members', {
            ...{ ref: `wanted-${String(++asked)}`, kind: 'person', name: 'Somebody', role: 'editor' },
          });
    expect(answer.status, JSON.stringify(answer.body)).toBe(202);
    const { id } = answer.body as { id: string };
    return { kind, id, path: `${paths[kind]}/${id}` };
  };
  const post = (one: Somebody, { path }: Asked, event: string) =>
    as(one).post(`${path}/transitions`, { event }, anyVersion);
  const read = (one: string, { path }: Pick<Asked, 'path'>) => as(one).get(`${path}/transitions`);

  /** Their work as it is now, with all that waits for a second person. */
  const atWork = async (one: Somebody): Promise<Page> => {
    const known = pages.get(one);
    if (known) await known.reload();
    const { page } = known
      ? { page: known }
      : await sitDown(browser, { url: product.apiUrl, key: keys.get(one) ?? '', language: 'en' });
    pages.set(one, page);
    await page.locator('main h1').waitFor();
    return page;
  };
  const row = (page: Page, { path }: Asked) =>
    page.locator('.second-person', { has: page.locator(`a[href="${path}"]`) });

  /** What their screen and the API disagree in, of all that is on the screen. */
  const lies = async (page: Page, one: Somebody): Promise<string[]> => {
    const links = page.locator('.second-person a');
    const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const listed = shown.map(async (path): Promise<[string, readonly Listed[]]> => {
      const answer = await read(one, { path });
      const items = answer.status === 200 ? (answer.body as Moves).items : [];
      return [`second-${path.slice(path.lastIndexOf('/') + 1)}`, items];
    });
    return liesOf(page, 'work', Object.fromEntries(await Promise.all(listed)) satisfies AllListed);
  };
  const saysTheTruth = (page: Page, one: Somebody, told: string): Promise<void> =>
    expect.poll(() => lies(page, one), { message: told, timeout: 20_000 }).toEqual([]);

  const makeLate = ({ id }: Asked) =>
    product.owner.query('UPDATE privileged_changes SET lapses_at = desk_now() WHERE id = $1', [id]);
  const states: Readonly<Record<string, (change: Asked) => Promise<unknown>>> = {
    waiting: () => Promise.resolve(),
    confirmed: (change) => post('admin2', change, 'confirm').then(bodyOf),
    rejected: (change) => post('admin2', change, 'reject').then(bodyOf),
    withdrawn: (change) => post('asker', change, 'withdraw').then(bodyOf),
    late: makeLate,
    lapsed: async (change) => {
      await makeLate(change);
      // The sweep would find it, within half a minute.
      await product.services.privileged.lapse(change.id);
    },
  };

  const quickStates = ['waiting', 'confirmed', 'lapsed'];

  test('each sees of it, in each state, what the API says of it to them', async () => {
    const all: Asked[] = [];
    for (const kind of kinds)
      for (const [state, enter] of Object.entries(states)) {
        if (!long && !quickStates.includes(state)) continue;
        const change = await ask(kind);
        await product.work();
        await enter(change);
        all.push(change);
      }
    await product.work();
    for (const one of long ? everybody : (['twin', 'editor'] as const)) {
      const page = await atWork(one);
      // What was decided on by others stands there with what became of it.
      for (const change of all.filter(({ kind }) => ['admin2', 'twin'].includes(one) || kind === 'erasure')) {
        const answer = await read(one, change);
        const waits = answer.status === 200 && (answer.body as Moves).status === 'waiting';
        if (waits && one !== 'asker') await row(page, change).waitFor();
      }
      await saysTheTruth(page, one, one);
      if (['checker', 'reader'].includes(one))
        expect(
          (await controlsOf(page)).map(({ move }) => move),
          one,
        ).toEqual([]);
    }
  });

  const presses = kinds.flatMap((kind) =>
    events.flatMap((event) => everybody.map((one) => ({ kind, event, one }))),
  );
  test.each(
    presses.filter(
      ({ kind, event, one }) =>
        long || (event === 'confirm' && (kind === 'erasure' ? one === 'editor' : one === 'twin')),
    ),
  )(
    '$one: $event of $kind is made where it is offered, and refused in the same words where not',
    async ({ kind, event, one }) => {
      const change = await ask(kind);
      await product.work();
      const beside: Somebody = one === 'admin2' ? 'twin' : 'admin2';
      const [page, others] = [await atWork(one), await atWork(beside)];
      await row(others, change).waitFor();
      const told = await read(one, change);
      const move =
        told.status === 200 ? (told.body as Moves).items.find((each) => each.event === event) : undefined;
      const button = page.locator(`[data-move="second-${change.id}.${event}"]`);
      if (move?.allowed && one !== 'asker') {
        await button.click();
        await page.locator('.second-person [role=group] .button.primary:focus').press('Enter');
        await expect
          .poll(async () => ((await read('admin2', change)).body as Moves).status, { timeout: 20_000 })
          .toBe(endsAs[event]);
        expect(await page.locator('main .notice.refutes').allInnerTexts()).toEqual([]);
        await row(page, change).locator('a:focus').waitFor();
        // Who has it before them meanwhile is offered nothing any more, without looking again.
        await saysTheTruth(others, beside, beside);
        expect(await row(others, change).locator('button').count()).toBe(0);
      } else if (move?.allowed !== true) {
        if (move) {
          await row(page, change).waitFor();
          expect(await button.getAttribute('aria-disabled')).toBe('true');
        } else expect(await row(page, change).count()).toBe(0);
        const refused = await post(one, change, event);
        expect([403, 409]).toContain(refused.status);
        if (move) expect(problemOf(refused).detail).toBe(move.why);
      }
      await saysTheTruth(page, one, one);
    },
  );

  test('is confirmed as it stood on the screen, and shown anew where it asks for something else', async () => {
    const change = await ask('change');
    await product.work();
    const page = await atWork('admin2');
    const wanted = row(page, change);
    await wanted.getByText('editor', { exact: false }).first().waitFor();
    await product.owner.query(
      `UPDATE privileged_changes SET wanted = wanted || '{"role": "admin"}' WHERE id = $1`,
      [change.id],
    );
    await page.locator(`[data-move="second-${change.id}.confirm"]`).click();
    await page.locator('.second-person [role=group] .button.primary:focus').press('Enter');
    await wanted.locator('.notice.refutes').waitFor();
    expect(((await read('admin2', change)).body as Moves).status).toBe('waiting');
    await expect.poll(() => wanted.locator('dl').innerText()).toMatch(/admin/i);
    bodyOf(await post('admin2', change, 'reject'));
  });

  test('is not to be confirmed any more, on the screen too, once who asked for it has left', async () => {
    const leaver = `leaver-${String(++asked)}`;
    await join(leaver, 'admin');
    const change = await ask('change', leaver);
    await product.work();
    const page = await atWork('admin2');
    const confirm = page.locator(`[data-move="second-${change.id}.confirm"]:not([aria-disabled])`);
    await confirm.waitFor();
    await product.services.members.change(`the-${leaver}`, { active: false }, operator, () => undefined);
    await confirm.waitFor({ state: 'detached' });
    await saysTheTruth(page, 'admin2', 'who asked has left');
  });
});
