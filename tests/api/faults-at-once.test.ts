/** Whatever is wrong with a request is told at once: of its fields, of rules about them, and of what they name. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const claim = { article: 'putin-pyongyang-2024', kind: 'denial', quote: { exact: 'وقد نفت' } };

it('a contact without anybody, and with an outcome that there is not, has both faults named at once', async () => {
  const answer = await isnad
    .as('checker')
    .post('/v1/claims/C34/contacts', { outcome: 'shrugged', date: '?' });
  expect([answer.status, faultsOf(answer).sort()]).toEqual([400, ['/date', '/outcome', '/source']]);
});

it('faults of the links and norms of a claim are named at once, wherever else it is wrong', async () => {
  const answer = await isnad.as('checker').post('/v1/claims', {
    ...{ ...claim, kind: 'whisper' },
    attributions: [{ mode: 'sideways' }],
    provisions: [{ note: 7 }],
  });
  expect([answer.status, faultsOf(answer).sort()]).toEqual([
    400,
    ['/attributions/0', '/attributions/0/mode', '/kind', '/provisions/0', '/provisions/0/note'],
  ]);
});

it('everything that a claim names and that is not there is named at once', async () => {
  const answer = await isnad.as('checker').post('/v1/claims', {
    ...claim,
    attributions: [{ source: 'nobody', mode: 'direct' }],
    provisions: [{ provision: 'nowhere' }, { instrument: 'nothing' }],
  });
  expect([answer.status, problemOf(answer).code, faultsOf(answer)]).toEqual([
    422,
    'unknown_reference',
    ['/attributions/0/source', '/provisions/0/provision', '/provisions/1/instrument'],
  ]);
});

it('a version that its article does not have is named among the faults', async () => {
  const answer = await isnad.as('checker').post('/v1/claims', { ...claim, articleVersion: 99 });
  expect([answer.status, problemOf(answer).code, faultsOf(answer)]).toEqual([
    422,
    'unknown_reference',
    ['/articleVersion'],
  ]);
});

it('what is no name of an action is refused in our own words', async () => {
  const answer = await isnad
    .as('checker')
    .patch('/v1/me', { shortcuts: { '7 up': 'a' } }, { 'If-Match': '*' });
  expect(problemOf(answer)).toMatchObject({
    errors: [{ pointer: '/shortcuts/7 up', message: 'must be the name of an action' }],
  });
});
