import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  readStatus,
  readTask,
  proposeVerdict,
  submitVerdict,
  type Page,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

interface Event {
  type: string;
  ordinal: number;
  actor?: { ref: string } | null;
  data?: Record<string, unknown>;
}

const secret = 'The second source is missing.';

let isnad: TestIsnad;
let claim: string;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  claim = await enterClaim(isnad, { attributions: [{ source: 'kcna', mode: 'direct' }] });
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: secret }));
  const again = await submitVerdict(isnad, await readTask(isnad, claim));
  bodyOf(await decide(isnad, 'editor2', again, 'approve', { note: secret }));
  bodyOf(
    await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'A date was wrong.' }),
  );
});
afterAll(() => isnad.close());

const read = async (person: Person, query = ''): Promise<Page<Event>> =>
  bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/history${query}`)) as Page<Event>;

describe('the history of a claim', () => {
  it('numbers all that happened from 1 on without a gap, up to the version of the claim', async () => {
    const { items, next } = await read('editor', '?limit=200');
    expect(next).toBeNull();
    expect(items.map(({ ordinal }) => ordinal)).toEqual(items.map((_, index) => index + 1));
    expect(items.at(-1)?.ordinal).toBe((await readStatus(isnad, claim)).version);
    expect(items.map(({ type }) => type).filter((type) => type.startsWith('claim.'))).toEqual([
      'claim.submitted',
      'claim.attributed',
      'claim.accepted',
      'claim.started',
      'claim.verdict_recorded',
      'claim.returned',
      'claim.verdict_recorded',
      'claim.approved',
      'claim.correction_started',
    ]);
  });

  it('tells the desk who did what, and why', async () => {
    const { items } = await read('checker', '?limit=200');
    const of = (type: string) => items.find((event) => event.type === type);
    expect(of('claim.submitted')).toMatchObject({
      actor: { ref: 'checker' },
      data: { ref: claim, to: 'submitted' },
    });
    expect(of('claim.accepted')).toMatchObject({
      actor: { ref: 'editor' },
      data: { from: 'submitted', to: 'open' },
    });
    expect(of('claim.verdict_recorded')).toMatchObject({ actor: null });
    expect(of('claim.returned')).toMatchObject({ actor: { ref: 'editor2' }, data: { note: secret } });
    expect(of('task.taken')).toMatchObject({
      actor: { ref: 'checker' },
      data: { stage: 'review', round: 1 },
    });
  });

  it('tells others what happened, but not how the desk works', async () => {
    const { items } = await read('reader', '?limit=200');
    const desk = await read('admin', '?limit=200');
    expect(items.map(({ type }) => type)).toEqual(desk.items.map(({ type }) => type));
    expect(items.filter((event) => 'actor' in event)).toEqual([]);
    expect(JSON.stringify(items)).not.toContain(secret);
    for (const event of items.filter(({ type }) => /^task\.|^verdict\.|returned|recorded/.test(type)))
      expect(event).not.toHaveProperty('data');
    const correction = items.find(({ type }) => type === 'claim.correction_started');
    // The note is part of the edition that it is published with.
    expect(correction?.data).toMatchObject({ reason: 'error' });
    expect(correction?.data).not.toHaveProperty('note');
  });

  it('comes in pages', async () => {
    const walked: Event[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<Event> = await read('editor', `?limit=4${next && `&after=${next}`}`);
      expect(page.items.length).toBeLessThanOrEqual(4);
      walked.push(...page.items);
      next = page.next;
    }
    expect(walked).toEqual((await read('editor', '?limit=200')).items);
  });

  it('refuses a cursor of another list, a claim that is not there, and strangers', async () => {
    const path = `/v1/claims/${claim}/history`;
    const { next } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=1')) as Page<unknown>;
    const response = await isnad.as('reader').get(`${path}?after=${String(next)}`);
    expect([response.status, problemOf(response).code]).toEqual([400, 'invalid_cursor']);
    expect(faultsOf(await isnad.as('reader').get(`${path}?limit=1e9&type=x`))).toEqual(['limit', 'type']);
    expect((await isnad.as('reader').get('/v1/claims/none/history')).status).toBe(404);
    expect((await isnad.stranger.get(path)).status).toBe(401);
  });
});
