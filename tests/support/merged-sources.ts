/** Sources that were recorded twice, and are found to be one. */
import type { Response } from 'supertest';
import type { Source } from '../../src/resources/sources/source.schema.js';
import { anyVersion } from './api.js';
import { bodyOf, madeOf } from './desk.js';
import type { Person, TestIsnad } from './test-runtime.js';

let made = 0;

/** A new source of this name, with a ref of its own. */
export async function recordSource(isnad: TestIsnad, name: string, more: object = {}): Promise<Source> {
  const body = { ref: `twice-${String(++made)}`, kind: 'agency', name, ...more };
  return madeOf(await isnad.as('checker').post('/v1/sources', body)) as Source;
}

export const moveSource = (
  isnad: TestIsnad,
  { ref }: Pick<Source, 'ref'>,
  command: object,
  { as = 'editor', headers = anyVersion }: { as?: Person; headers?: Record<string, string> } = {},
): Promise<Response> =>
  Promise.resolve(isnad.as(as).post(`/v1/sources/${ref}/transitions`, command, headers));

/** Merged by an editor: the one that was merged, as it is then. */
export const mergeSources = async (
  isnad: TestIsnad,
  one: Pick<Source, 'ref'>,
  into: Pick<Source, 'ref'>,
): Promise<Source> => bodyOf(await moveSource(isnad, one, { event: 'merge', into: into.ref })) as Source;

export const splitSource = async (isnad: TestIsnad, one: Pick<Source, 'ref'>): Promise<Source> =>
  bodyOf(await moveSource(isnad, one, { event: 'split' })) as Source;

export const readSource = async (isnad: TestIsnad, { ref }: Pick<Source, 'ref'>): Promise<Source> =>
  bodyOf(await isnad.as('reader').get(`/v1/sources/${ref}`)) as Source;
