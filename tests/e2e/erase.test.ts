/** `isnad erase` as it is shipped, beside a running product: afterwards no file of it holds the words. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { startEmbeddedProduct, type EmbeddedProduct } from '../support/embedded-product.js';

let product: EmbeddedProduct;
beforeAll(async () => {
  product = await startEmbeddedProduct();
});
afterAll(() => product.close());

const word = 'canary-in-confidence-q7x';

async function post(path: string, person: string, body: object): Promise<{ id: string; ref: string }> {
  const response = await fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.keys[person] ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as { id: string; ref: string };
}

const isnad = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(projectRoot, 'dist/src/cli/isnad.js'), ...args], {
    env: { PATH: process.env['PATH'], ISNAD_DIR: product.dir },
  });

/** Files below the folder of the product that hold the word: tables, the log of changes, captures, logs. */
async function filesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(product.dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A file of the database can go while it is looked for.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(text)) found.push(path.slice(product.dir.length));
  }
  return found;
}

it('leaves the words in no file once the tables are written anew, and the history good', async () => {
  const contact = {
    label: word,
    channel: `mail to ${word}`,
    text: `${word} said no`,
    outcome: 'replied',
    date: '2024',
  };
  const { id } = await post('/v1/claims/C36/contacts', 'editor', contact);
  const claim = await post('/v1/claims', 'checker', {
    article: 'putin-pyongyang-2024',
    kind: 'denial',
    quote: { exact: 'نفت موسكو وبيونج يانج هذه الاتهامات' },
    glosses: { en: `A gloss with ${word}` },
  });
  expect((await filesWith(word)).length).toBeGreaterThan(0);

  await isnad('erase', 'contact', id, '--reason', 'confidential');
  const { stdout } = await isnad('erase', 'claim', claim.ref, '--reason', 'mistake', '--compact');
  expect(stdout).toContain('docs/PRIVACY.md');
  expect(await filesWith(word)).toEqual([]);
  expect((await isnad('verify')).stdout).toContain('Good');
}, 120_000);
