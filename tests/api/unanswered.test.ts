import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/bodies.js';
import { bodyOf, enterClaim, move, type ClaimSummary, type Page } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { relate } from '../support/relations.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const list = async (query: string): Promise<string[]> => {
  const response = await isnad.as('checker').get(`/v1/claims?limit=200&${query}`);
  return (bodyOf(response) as Page<ClaimSummary>).items.map(({ ref }) => ref);
};
const isUnanswered = async (claim: string): Promise<boolean> => {
  const [unanswered, answered] = [await list('unanswered=true'), await list('unanswered=false')];
  expect(unanswered.includes(claim)).not.toBe(answered.includes(claim));
  return unanswered.includes(claim);
};
const accuse = (more: object = {}) => enterClaim(isnad, { kind: 'accusation', ...more });
const contact = async (claim: string, outcome: string): Promise<void> => {
  const body = { label: 'The ministry', outcome, date: '2026-11' };
  expect((await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, body)).status).toBe(201);
};

describe('accusations without an answer', () => {
  it('are, in the seed article, those that C37 and C27 do not deny', async () => {
    expect(await list('unanswered=true&article=putin-pyongyang-2024')).toEqual(['C23']);
    expect(await list('unanswered=false&article=putin-pyongyang-2024')).toEqual(['C32', 'C34', 'C36', 'C40']);
  });

  it.each(['denies', 'partly_denies'] as const)('have one once a claim %s them', async (type) => {
    const [accusation, denial] = [await accuse(), await enterClaim(isnad, { kind: 'denial' })];
    expect(await isUnanswered(accusation)).toBe(true);
    await relate(isnad, accusation, type, denial);
    await relate(isnad, denial, 'qualifies', accusation);
    expect(await isUnanswered(accusation)).toBe(true);
    await relate(isnad, denial, type, accusation);
    expect(await isUnanswered(accusation)).toBe(false);
  });

  it('have none in a denial that was rejected, until it is reopened', async () => {
    const [accusation, denial] = [await accuse(), await enterClaim(isnad)];
    await relate(isnad, denial, 'denies', accusation);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reject', reason: 'a slip' }));
    expect(await isUnanswered(accusation)).toBe(true);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reopen', reason: 'no slip' }));
    expect(await isUnanswered(accusation)).toBe(false);
  });

  it.each([
    ['asked', true],
    ['no_answer', true],
    ['replied', false],
    ['declined', false],
  ])('are those where a contact says %s: %s', async (outcome, unanswered) => {
    const accusation = await accuse();
    await contact(accusation, outcome);
    expect(await isUnanswered(accusation)).toBe(unanswered);
  });

  it('may be accusations beside something else, and are nothing but accusations', async () => {
    const both = await enterClaim(isnad, { kind: 'violation', secondaryKinds: ['accusation'] });
    const neither = await enterClaim(isnad, { kind: 'violation' });
    expect(await isUnanswered(both)).toBe(true);
    expect(await list('unanswered=true')).not.toContain(neither);
    expect(await list('unanswered=false')).not.toContain(neither);
  });

  it('go with the other filters and with pages', async () => {
    const accusation = await accuse({ topics: ['rare-topic'] });
    const denied = await accuse({ topics: ['rare-topic'] });
    await relate(isnad, await enterClaim(isnad), 'denies', denied);
    expect(await list('unanswered=true&topic=rare-topic')).toEqual([accusation]);
    expect(await list('unanswered=true&topic=rare-topic&kind=denial')).toEqual([]);
    const first = await isnad.as('reader').get('/v1/claims?unanswered=true&limit=1');
    const { items, next } = bodyOf(first) as Page<ClaimSummary>;
    expect(items.map(({ ref }) => ref)).toEqual(['C23']);
    expect(await list(`unanswered=true&after=${String(next)}`)).toEqual(
      (await list('unanswered=true')).slice(1),
    );
  });

  it('are asked for with true or false', async () => {
    const response = await isnad.as('reader').get('/v1/claims?unanswered=yes');
    expect([response.status, faultsOf(response)]).toEqual([400, ['unanswered']]);
    expect((await isnad.stranger.get('/v1/claims?unanswered=true')).status).toBe(401);
  });
});
