/** An article of a few sentences, in Arabic with its difficulties, that claims are entered on. */
import { expect } from 'vitest';
import type { Claim } from './desk.js';
import type { TestIsnad } from './test-runtime.js';

export const text = {
  language: 'ar',
  text: [
    'قال الوزير إن المحادثات بدأت.',
    'ثم قال الوزير إن الاتفاق قريب.',
    'ونفت مُوسكـو وبيونغ يانغ ذلك.',
    'وأعلن \u202Bالناطق\u202C الموعد.',
    'وأضاف أن الوفد وصل في ٣ مايو.',
  ].join('\n'),
};

export const given = { article: 'talks', kind: 'assertion' };

export async function createTalks(isnad: TestIsnad): Promise<void> {
  const made = await isnad.as('checker').post('/v1/articles', { ref: 'talks', title: 'Talks', ...text });
  expect(made.status).toBe(201);
}

/** A claim with this quote, whatever is answered. */
export const submitOnTalks = (isnad: TestIsnad, quote: object, more: object = {}) =>
  isnad.as('checker').post('/v1/claims', { ...given, quote, ...more });

/** A claim with this quote, which has to go through. */
export async function enterOnTalks(isnad: TestIsnad, quote: object, more: object = {}): Promise<Claim> {
  const response = await submitOnTalks(isnad, quote, more);
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body as Claim;
}
