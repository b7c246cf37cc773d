/** A view is one statement: what a screen asks for is read at one moment, and costs one way to the database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countStatements } from '../support/count-statements.js';
import { enterClaim, publishVerdict, readClaim } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let claim = '';
let verdict = '';
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  claim = await enterClaim(isnad);
  await publishVerdict(isnad, claim);
  verdict = (await readClaim(isnad, claim)).verdicts[0]?.id ?? '';
});
afterAll(() => isnad.close());

const paths: [what: string, path: () => string][] = [
  ['A claim on one screen', () => '/v1/claims/C34'],
  ['A page of claims', () => '/v1/claims?limit=50'],
  [
    'A page of claims by status, words and topic',
    () => '/v1/claims?status=open,submitted&q=C34&topic=treaty',
  ],
  ['A page of tasks', () => '/v1/tasks?limit=50'],
  ['A page of tasks by stage and language', () => '/v1/tasks?stage=triage&language=ar&sort=-dueAt'],
  ['A verdict', () => `/v1/verdicts/${verdict}`],
  ['The verdicts of a claim', () => `/v1/claims/${claim}/verdicts`],
  ['The history of a claim', () => '/v1/claims/C34/history?types=claim.submitted,claim.related'],
  ['A page of articles', () => '/v1/articles?language=ar&outlet=nexta'],
  ['The versions of an article', () => '/v1/articles/putin-pyongyang-2024/versions'],
  ['A page of sources', () => '/v1/sources?kind=person,government'],
  ['Sources by name', () => '/v1/sources?name=Putin'],
  ['A page of instruments', () => '/v1/instruments?sort=-ref'],
  ['The log of corrections', () => '/v1/corrections?kind=correction,merge&claim=C34'],
];

it.each(paths)('%s is read by one statement beside authentication', async (_what, path) => {
  const editor = isnad.as('editor');
  const get = async (): Promise<void> => {
    const { status } = await editor.get(path());
    expect(status).toBe(200);
  };
  await get();
  const statements = await countStatements(get);
  const reads = statements.filter((text) => !/\bkeys\b/.test(text));
  expect(reads).toHaveLength(1);
});
