/** Whoever may insert an event writes no sentence to readers by it: of codes they are told fixed words. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markReasons } from '../../src/domain/claim/retraction.js';
import { eventTypes } from '../../src/domain/event/types.js';
import { correctionReason, retractionReason } from '../../src/domain/publishing/feed-words.js';
import { bodyOf, enterClaim, move, publishVerdict, readClaim, verdictBody } from '../support/desk.js';
import { insertEvent } from '../support/insert-event.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

const sentence = 'Minister X paid us';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const publish = async (): Promise<{ ref: string; id: string }> => {
  const ref = await enterClaim(isnad);
  await publishVerdict(isnad, ref, { body: verdictBody('false') });
  return readClaim(isnad, ref);
};

const pathsOf = (ref: string): string[] => [
  ...['en', 'ar'].flatMap((language) => [
    ...['', 'corrections', `claims/${ref}`, `claims/${ref}/embed`].map((path) => `/${language}/${path}`),
    ...['atom', 'rss', 'json'].map((form) => `/${language}/feed.${form}`),
  ]),
  ...['/data.json', '/v1/corrections', `/v1/claims/${ref}/claimreview`],
];

async function expectUntold(ref: string): Promise<void> {
  for (const path of pathsOf(ref)) {
    const { status, text } = await isnad.as('reader').get(path);
    expect([200, 410], path).toContain(status);
    expect(text, path).not.toContain(sentence);
  }
}

const correctionsOf = async (ref: string): Promise<number> =>
  (bodyOf(await isnad.as('reader').get(`/v1/corrections?claim=${ref}`)) as { items: unknown[] }).items.length;

it('an event of no correction is none, whatever it says', async () => {
  const { ref, id } = await publish();
  for (const type of eventTypes) {
    const data = { correction: {}, revision: 1, reason: sentence, into: { ref: sentence }, note: sentence };
    await insertEvent(isnad.database.pool, { type, subject: { type: 'claim', id }, claim: id, data });
  }
  await expectUntold(ref);
});

it('an event that names no correction is not listed among them', async () => {
  const { ref, id } = await publish();
  for (const type of eventTypes.filter((one) => !/^claim\.(approved|retracted|merged)$/.test(one)))
    await insertEvent(isnad.database.pool, {
      type,
      subject: { type: 'claim', id },
      claim: id,
      data: { correction: { from: 1 }, revision: 1 },
    });
  expect(await correctionsOf(ref)).toBe(0);
  expect((await isnad.stranger.get('/en/corrections')).text).not.toContain(`/claims/${ref}"`);
});

it('a claim that was taken back has no other reason than those that there are', async () => {
  const { ref, id } = await publish();
  bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error', note: 'We were wrong.' }));
  const change = (reason: string) =>
    isnad.database.pool.query('UPDATE claims SET mark_reason = $1 WHERE id = $2', [reason, id]);
  await expect(change(sentence)).rejects.toMatchObject({ constraint: 'claims_mark_for_a_reason' });
  for (const reason of markReasons) await change(reason);
});

it.each([sentence, 'constructor', ''])(
  'of the code "%s" readers are told that there is no reason',
  (reason) => {
    expect(correctionReason(reason, 'en')).toBe('no reason is given');
    expect(correctionReason(reason, 'ar')).toBe('لم يُذكر السبب');
    expect(retractionReason({ reason, into: null }, 'en')).toBe('No reason is given.');
    expect(retractionReason({ reason, into: 'C1' }, 'ar')).toBe('لم يُذكر السبب. (C1)');
  },
);
