import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { startEmbeddedProduct, type EmbeddedProduct } from '../support/embedded-product.js';
import { readSteps, runSteps, settle, writeSteps } from '../support/tour.js';

const file = join(projectRoot, 'docs', 'TOUR.md');
let product: EmbeddedProduct;

beforeAll(async () => {
  product = await startEmbeddedProduct();
});
afterAll(() => product.close());

/** With UPDATE_TOUR=1 the answers in the tour are replaced by those given now. */
it('the tour gives the answers that it shows', async () => {
  const markdown = await readFile(file, 'utf8');
  const steps = readSteps(markdown);
  expect(steps.length).toBeGreaterThan(20);
  const here = (text: string) =>
    text
      .replaceAll('http://127.0.0.1:4545', product.url)
      .replaceAll("require('./.isnad/", `require('${product.dir}/`);
  const given = await runSteps(steps, here);
  if (process.env['UPDATE_TOUR'] === '1') await writeFile(file, writeSteps(markdown, given));
  else expect(given.map(({ answer }) => settle(answer))).toEqual(steps.map(({ answer }) => settle(answer)));
});
