/** Wherever a source is named, it is named in every language that is known. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** Every object in the answer that has the form of a named source. */
const sourcesIn = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap(sourcesIn);
  const isSource = 'ref' in value && 'name' in value && 'kind' in value && !('outlets' in value);
  return isSource && value.kind !== 'article' && 'names' in value ? [value, ...within] : within;
};

it.each(['', '/deniers', '/origins'])('in GET /v1/claims/C34%s', async (path) => {
  const found = sourcesIn(bodyOf(await isnad.as('reader').get(`/v1/claims/C34${path}`)));
  expect(found.length).toBeGreaterThan(0);
  for (const { ref, name, names } of found) {
    const source = bodyOf(await isnad.as('reader').get(`/v1/sources/${String(ref)}`)) as {
      name: string;
      names: object[];
    };
    expect([ref, name, names]).toEqual([ref, source.name, source.names]);
  }
});

it('knows the Arabic name of who is shown by an English one, at once when it is added', async () => {
  const source = (await isnad.as('reader').get('/v1/sources/putin')).body as {
    names: { language: string }[];
  };
  expect(source.names.map(({ language }) => language)).toContain('ar');
  const read = () => isnad.as('reader').get('/v1/claims/C34');
  const before = await read();
  const ref = String(sourcesIn(before.body)[0]?.['ref']);
  const names = [{ language: 'fr', text: 'Un nom' }];
  const changed = await isnad.as('checker').patch(`/v1/sources/${ref}`, { names }, { 'If-Match': '*' });
  expect(changed.status).toBe(200);
  const after = await read();
  expect(after.headers['etag']).not.toBe(before.headers['etag']);
  expect(sourcesIn(after.body).find((one) => one['ref'] === ref)?.['names']).toEqual(names);
});
