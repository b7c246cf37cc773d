import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedProduct, type EmbeddedProduct } from '../support/embedded-product.js';
import { generators, keepDocument, runTool } from './generate.js';
import type { Use } from './uses/use.js';

/** In the first article, and no claim stands on them yet. */
const quotes = {
  'openapi-typescript': 'وقد نفت موسكو وبيونج يانج',
  'hey-api': 'نفت موسكو وبيونج يانج هذه الاتهامات',
  orval: 'موسكو وبيونج يانج هذه الاتهامات',
};

let product: EmbeddedProduct;
beforeAll(async () => {
  product = await startEmbeddedProduct();
  await keepDocument(await (await fetch(`${product.url}/openapi.json`)).text());
});
afterAll(() => product.close());

describe.each(['openapi-typescript', 'hey-api', 'orval'] as const)('a client made by %s', (name) => {
  it('is generated from the document', async () => {
    const { tool, args } = generators[name];
    const { content, output } = await runTool(tool, args);
    expect(content, output).toBe(true);
  });

  it('enters a claim, finds it by filters and accepts it', async () => {
    const { use } = (await import(join(import.meta.dirname, 'uses', `${name}.ts`))) as { use: Use };
    const { created, listed, accepted } = await use({
      url: product.url,
      key: product.keys['editor'] ?? '',
      quote: quotes[name],
    });
    expect(created.status).toBe('submitted');
    expect(listed).toContainEqual(expect.objectContaining({ ref: created.ref, status: 'submitted' }));
    expect(new Set(listed.map(({ status }) => status))).toEqual(new Set(['submitted']));
    expect(accepted).toMatchObject({ ref: created.ref, status: 'open' });
  });
});

it('all of them compile under strict, with what they are put to', async () => {
  const { content, output } = await runTool('tsc', ['--project', 'tsconfig.json']);
  expect(content, output).toBe(true);
});
