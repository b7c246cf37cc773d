/** A card that has to be drawn counts for ten pages, and for one once it is kept. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishVerdict } from '../support/desk.js';
import { strangerAt } from '../support/public-api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await publishVerdict(isnad, 'C34');
});
afterAll(() => isnad.close());

it('leaves that much less to whoever asked', async () => {
  const stranger = strangerAt(isnad, { perMinute: 40 });
  const left = async (path: string): Promise<unknown> => {
    const { status, headers } = await stranger.get(path);
    return [status, Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1])];
  };
  expect(await left('/en/claims/C34')).toEqual([200, 39]);
  expect(await left('/en/claims/C34/card.png')).toEqual([200, 29]);
  expect(await left('/en/claims/C34/card.png?revision=1')).toEqual([200, 28]);
  expect(await left('/ar/claims/C34/card.png')).toEqual([200, 18]);
  expect(await left('/ar/claims/none/card.png')).toEqual([404, 17]);
});
