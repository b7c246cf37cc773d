import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { owedStage } from '../../src/domain/claim/lifecycle.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { provideFirstKeys } from '../../src/resources/keys/first-keys.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import type { ClaimState, Page, Task } from '../support/desk.js';
import { createInternet, type Internet } from '../support/internet.js';
import { startProductHere, type ProductHere } from '../support/product-here.js';
import { readSteps, runSteps, settle, writeSteps } from '../support/tour.js';

const file = join(projectRoot, 'docs', 'TOUR.md');
let internet: Internet;
let database: TestDatabase;
let product: ProductHere;
/** What `npm start` has in .isnad, as far as the tour reads it. */
let folder: string;
let keys: Record<string, string>;

beforeAll(async () => {
  internet = await createInternet();
  folder = await mkdtemp(join(tmpdir(), 'isnad-tour-'));
  database = await createTestDatabase({ seeded: true });
  product = await startProductHere(database);
  ({ keys } = await provideFirstKeys(product.services, folder));
});
afterAll(async () => {
  await product.close();
  await database.drop();
  await internet.close();
  await rm(folder, { recursive: true });
});

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(new URL(path, product.url), {
    headers: { Authorization: `Bearer ${keys['editor'] ?? ''}` },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

/** Whether the claim of the tour has the task that it needs where it stands. */
async function hasItsTask(): Promise<boolean> {
  const { status } = await ask<ClaimState>('/v1/claims/C34/status');
  const live = 'open,assigned,in_progress,submitted';
  const { items } = await ask<Page<Task>>(`/v1/claims/C34/tasks?status=${live}`);
  return (items[0]?.stage ?? null) === owedStage[status];
}

/** With UPDATE_TOUR=1 the answers in the tour are replaced by those given now. */
it('the tour gives the answers that it shows', async () => {
  const markdown = await readFile(file, 'utf8');
  const steps = readSteps(markdown);
  expect(steps.length).toBeGreaterThan(20);
  const page = '<title>The vote</title><p>The mandate of the panel of experts was not extended.</p>';
  const pageUrl = internet.serve('/doc', { body: page });
  const replace = (command: string): string =>
    command
      .replaceAll('http://127.0.0.1:4545', product.url)
      .replaceAll("require('./.isnad/", `require('${folder}/`)
      .replaceAll('https://press.un.org/en/2024/sc15648.doc.htm', pageUrl);
  expect(replace(markdown)).toContain(pageUrl);
  const afterEach = () => expect.poll(hasItsTask).toBe(true);
  const given = await runSteps(steps, { replace, afterEach });
  if (process.env['UPDATE_TOUR'] === '1') await writeFile(file, writeSteps(markdown, given));
  else expect(given.map(({ answer }) => settle(answer))).toEqual(steps.map(({ answer }) => settle(answer)));
});
