import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../src/access/access.rules.js';
import { apiOf, type Api } from '../support/api.js';
import { bodyOf, enterClaim, move, type Task } from '../support/desk.js';
import { createHouse, type House } from '../support/house.js';

const tasks = 100;
const checkers = 200;

let house: House;
let crowd: Api[];
const refs: string[] = [];
beforeAll(async () => {
  house = await createHouse();
  const { access } = house.services;
  const api = apiOf(house.app);
  crowd = await Promise.all(
    Array.from({ length: checkers }, async (_, index) => {
      const ref = `checker-${String(index)}`;
      const person = { kind: 'person' as const, role: 'checker' as const, languages: [], topics: [] };
      await access.ensureMember({ ref, name: ref, ...person }, system);
      return api.as((await access.createKey({ memberRef: ref, name: 'tests' }, system)).key);
    }),
  );
  for (let index = 0; index < tasks; index++) {
    const ref = await enterClaim(house);
    bodyOf(await move(house, 'editor', ref, { event: 'accept' }));
    refs.push(ref);
  }
  await house.work();
});
afterAll(() => house.close());

describe('two hundred checkers who ask at once for a hundred tasks', () => {
  it('are given one each, or told that there is nothing left', async () => {
    const answers = await Promise.all(crowd.map((one) => one.post('/v1/tasks/next')));
    const given = answers.filter(({ status }) => status !== 204).map((answer) => bodyOf(answer) as Task);
    expect(given.map(({ claim }) => claim.ref).sort()).toEqual(refs.sort());
    expect(new Set(given.map(({ assignee }) => assignee)).size).toBe(tasks);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(checkers - tasks);
  });
});

describe('one checker who asks many times at once', () => {
  it('is given as many as they may hold, and not one more', async () => {
    bodyOf(await house.as('admin').patch('/v1/members/checker', { wipLimit: 3 }));
    for (let index = 0; index < 10; index++) {
      bodyOf(await move(house, 'editor', await enterClaim(house), { event: 'accept' }));
    }
    await house.work();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => house.as('checker').post('/v1/tasks/next')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      200,
      200,
      ...Array<number>(7).fill(409),
    ]);
  });
});
