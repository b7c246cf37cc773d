/** Erasures in sentences: one person asks, another confirms. */
import type { Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { erasure } from '../../src/resources/erasures/erasure.schema.js';
import { anyVersion, type Api } from './api.js';
import { bodyOf } from './desk.js';
import type { Person, TestIsnad } from './test-runtime.js';

type Erasure = z.output<typeof erasure>;

export const askErasure = (
  isnad: TestIsnad,
  target: object,
  more: object = {},
  person: Person = 'admin',
): Promise<Response> =>
  Promise.resolve(isnad.as(person).post('/v1/erasures', { target, reason: 'person_asked', ...more }));

export const askedOf = (response: Response): Erasure => {
  expect(response.status, JSON.stringify(response.body)).toBe(202);
  return response.body as Erasure;
};

export const decideOnErasure = (
  isnad: TestIsnad,
  { id }: Erasure,
  event: string,
  by: Api = isnad.as('editor'),
): Promise<Response> => Promise.resolve(by.post(`/v1/erasures/${id}/transitions`, { event }, anyVersion));

/** Asked for, confirmed and carried out. */
export async function erase(isnad: TestIsnad, target: object, more: object = {}): Promise<Erasure> {
  const asked = askedOf(await askErasure(isnad, target, more));
  const done = bodyOf(await decideOnErasure(isnad, asked, 'confirm')) as Erasure;
  expect(done).toMatchObject({
    status: 'confirmed',
    askedBy: { ref: 'admin' },
    decidedBy: { ref: 'editor' },
  });
  await isnad.work();
  return done;
}
