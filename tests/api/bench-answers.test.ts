/** What the bench holds the API against: a ratio says something only while the bare Express does the same work. */
import type { Express } from 'express';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBareApi } from '../../bench/bare/app.js';
import { beginning, cursorAt } from '../../src/delivery/feed/cursor-position.js';
import { compareBodies, compareMade, compareWritten, rowsWrittenBy } from '../../bench/same-work.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let bare: Express;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  bare = await createBareApi(isnad.owner, 'checker');
});
afterAll(() => isnad.close());

const compareAt = async (path: string, person: Person = 'editor'): Promise<unknown> => {
  const ours = (await isnad.as(person).get(path)).body as unknown;
  compareBodies(path, ours, (await supertest(bare).get(path)).body);
  return ours;
};

describe('the bare Express of the bench', () => {
  it('lists claims, shows each, lists tasks and gives the feed as the API does', async () => {
    await isnad.relay();
    const claims = (await compareAt('/v1/claims?limit=60')) as { items: { id: string; ref: string }[] };
    expect(claims.items.length).toBeGreaterThan(50);
    for (const { id } of claims.items) await compareAt(`/v1/claims/${id}`);
    await compareAt('/v1/tasks?limit=50');
    await compareAt(`/v1/feed?after=${cursorAt(beginning)}&limit=100`, 'reader');
  });

  it('enters a claim with the rows and the answer of the API', async () => {
    const enter = async (number: number, post: (body: object) => Promise<{ body: unknown }>) => {
      const exact = `Convoy ${String(number)} has arrived`;
      const article = { title: 'Convoys', language: 'en', text: `${exact}.` };
      const { ref } = (await isnad.as('checker').post('/v1/articles').send(article)).body as { ref: string };
      let answer: unknown;
      const rows = await rowsWrittenBy(isnad.ownerUrl, async () => {
        answer = (await post({ article: ref, kind: 'assertion', quote: { exact }, attributions })).body;
      });
      return { answer, rows };
    };
    const ours = await enter(1, async (body) => isnad.as('checker').post('/v1/claims').send(body));
    const theirs = await enter(1, async (body) => supertest(bare).post('/v1/claims').send(body));
    compareWritten(ours.rows, theirs.rows);
    compareMade(ours.answer, theirs.answer);
  });
});

const attributions = [
  {
    source: 'miller',
    mode: 'direct',
    verb: 'announced',
    from: [{ source: 'dprk', mode: 'indirect', verb: 'reported' }],
  },
];
