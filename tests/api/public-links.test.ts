/** Every link of a public page into this site leads to a page that is there, whatever the reader's language. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf, enterClaim, madeOf, move, publishVerdict, verdictBody } from '../support/desk.js';
import { createShowcase, type Showcase } from '../support/showcase.js';
import type { TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let show: Showcase;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ isnad, show, close } = await createShowcase());
});
afterAll(() => close());

const publishInFrench = async (): Promise<string> => {
  const ref = await enterClaim(isnad, { glosses: { fr: 'La délégation visitera la ville' } });
  await publishVerdict(isnad, ref, { body: verdictBody('false') });
  return ref;
};

const linksIn = (html: string): string[] =>
  Array.from(html.matchAll(/<a [^>]*href="(\/[^"#]*)/g), ([, href = '']) => href.replaceAll('&amp;', '&'));

it('no page links to one that is not there', async () => {
  const [related, merged] = [await publishInFrench(), await publishInFrench()];
  const relation = { type: 'supports', to: show.denial };
  madeOf(await isnad.as('checker').post(`/v1/claims/${related}/relations`, relation));
  bodyOf(
    await move(isnad, 'editor', merged, { event: 'merge', into: show.denial, note: 'The same denial.' }),
  );
  // Each claim in a language that few of them have a text in.
  const refs = [...Object.values({ ...show }), related, merged];
  const left = ['/en/', '/ar/', `/fr/claims/${merged}/embed`, ...refs.map((ref) => `/fr/claims/${ref}`)];
  const linkedFrom = new Map<string, string>();
  const missing: string[] = [];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const { status, text } = await isnad.stranger.get(path);
    const from = linkedFrom.get(path);
    if (from !== undefined && status === 404) missing.push(`${from} links to ${path}`);
    if (status !== 200 && status !== 410) continue;
    for (const link of linksIn(text).filter((one) => !linkedFrom.has(one))) {
      linkedFrom.set(link, path);
      left.push(link);
    }
  }
  expect(missing).toEqual([]);
  expect(linkedFrom.size).toBeGreaterThan(25);
});
