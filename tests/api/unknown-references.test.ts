/** Whatever a request names beside what its path names: where that is not there, the answer is 422 and points at it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/api-document.js';
import { formsOf, type Schema } from '../support/answered-properties.js';
import { bodyOf, startTask, type Verdict } from '../support/desk.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';
import type { Person, TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
}, 120_000);
afterAll(() => isnad.close());

const nowhere = 'nowhere';
const noId = '01900000-0000-7000-8000-000000000000';

interface Unknown {
  /** What is laid over the request of this operation. */
  body: object;
  pointer: string;
  by?: Person;
  /** What has to be done first. */
  first?: (path: string) => Promise<unknown>;
}
type References = Record<string, Record<string, Unknown>>;

const link = {
  attributions: [
    { source: 'russia', mode: 'direct' },
    { source: nowhere, mode: 'direct' },
  ],
};
const linkBehind = {
  attributions: [{ label: 'A resident', mode: 'direct', from: [{ source: nowhere, mode: 'direct' }] }],
};
const ofChain = {
  '/attributions[]/source': { body: link, pointer: '/attributions/1/source' },
  '/attributions[]/from[]/source': { body: linkBehind, pointer: '/attributions/0/from/0/source' },
};
const ofEntry = {
  '/article': { body: { article: nowhere }, pointer: '/article' },
  '/articleVersion': { body: { articleVersion: 9 }, pointer: '/articleVersion' },
  ...ofChain,
  '/provisions[]/provision': {
    body: { provisions: [{ provision: nowhere }] },
    pointer: '/provisions/0/provision',
  },
  '/provisions[]/instrument': {
    body: { provisions: [{ instrument: nowhere }] },
    pointer: '/provisions/0/instrument',
  },
};
const act = { id: nowhere, act: 'transfer', actor: 'dprk', date: '2024' };
const ofVerdict = {
  '/findings/veracity': {
    body: { findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: nowhere } },
    pointer: '/findings/veracity',
  },
  '/evidence[]': { body: { evidence: [noId] }, pointer: '/evidence/0' },
  '/captures[]': { body: { captures: [noId] }, pointer: '/captures/0' },
  '/provisions[]/id': { body: { provisions: [act] }, pointer: '/provisions/0/id' },
};
const outlet = { '/outlet': { body: { outlet: nowhere }, pointer: '/outlet' } };

/** By operation, and by what of its body names something. */
const references: References = {
  createClaim: ofEntry,
  createClaims: Object.fromEntries(
    Object.entries(ofEntry).map(([path, { body, pointer }]) => [
      `/items[]${path}`,
      { body: { items: [body] }, pointer },
    ]),
  ),
  updateAttributions: ofChain,
  createClaimProvision: {
    '/provision': { body: { provision: nowhere, instrument: undefined }, pointer: '/provision' },
    '/instrument': { body: { instrument: nowhere }, pointer: '/instrument' },
  },
  createRelation: { '/to': { body: { to: nowhere }, pointer: '/to' } },
  transitionClaim: { '/into': { body: { event: 'merge', into: nowhere }, pointer: '/into' } },
  transitionSource: { '/into': { body: { into: nowhere }, pointer: '/into' } },
  transitionTask: {
    '/assignee': { body: { event: 'assign', assignee: nowhere }, pointer: '/assignee', by: 'editor' },
  },
  actInBulk: {
    '/into': { body: { event: 'merge', into: nowhere }, pointer: '/into' },
    '/assignee': { body: { event: 'assign', assignee: nowhere }, pointer: '/assignee' },
  },
  submitVerdict: ofVerdict,
  previewVerdict: ofVerdict,
  updateVerdict: ofVerdict,
  transitionVerdict: {
    '/acknowledge[]/claim': {
      body: { acknowledge: [{ claim: nowhere, note: 'Both may stand.' }] },
      pointer: '/acknowledge/0/claim',
    },
    '/second': {
      body: { event: 'break_glass', reason: 'Now.', second: nowhere },
      pointer: '/second',
      by: 'editor',
      first: holdApproval,
    },
  },
  createContact: { '/source': { body: { source: nowhere, label: undefined }, pointer: '/source' } },
  createArticle: outlet,
  updateArticle: outlet,
  createErasure: {
    '/target/id': { body: { target: { kind: 'claim', id: nowhere } }, pointer: '/target/id' },
  },
};

/** What is answered otherwise, and why. */
const otherwise: Record<string, string> = {
  'listClaimStatuses /ids[]': 'a list of what is asked for: `missing` names those that are not there',
  'actInBulk /items[]/claim': 'what each item is about, as the path is of the same request for it alone',
  'actInBulk /items[]/task': 'the same',
  'updateDraft /findings/veracity': 'a draft is kept as it was typed; the preview tells',
  'updateDraft /evidence[]': 'the same',
  'updateDraft /captures[]': 'the same',
  'updateDraft /provisions[]/id': 'the same',
};

describe('what is not there', () => {
  it('is looked for in every body that may name something', async () => {
    const found = await namedInBodies();
    const told = Object.entries(references).flatMap(([id, paths]) =>
      Object.keys(paths).map((path) => `${id} ${path}`),
    );
    expect(found.filter((one) => !told.includes(one) && !(one in otherwise))).toEqual([]);
    expect(Object.keys(otherwise).filter((one) => !found.includes(one))).toEqual([]);
  });

  const rows = Object.entries(references).flatMap(([id, paths]) =>
    Object.entries(paths).map(([path, unknown]) => [`${id} ${path}`, id, unknown] as const),
  );
  it.each(rows)('is pointed at: %s', async (_title, id, { body, pointer, by, first }) => {
    const operation = operations.find((one) => one.id === id);
    const prepared = await requests[id]?.(isnad);
    if (!operation || !prepared) throw new Error(`there is no request for ${id}`);
    await isnad.work();
    await first?.(prepared.path);
    const answer = await send(
      isnad,
      operation,
      { ...prepared, body: laidOver(prepared.body ?? {}, body) },
      { as: isnad.as(by ?? prepared.by) },
    );
    const problem = answer.status === 200 ? refusedItem(bodyOf(answer)) : (answer.body as Told);
    expect(problem).toMatchObject({ status: 422, code: 'unknown_reference' });
    expect(problem.errors).toEqual([expect.objectContaining({ in: 'body', pointer })]);
  });

  it('is pointed at in a query too', async () => {
    for (const what of ['task', 'verdict']) {
      const answer = await isnad.as('editor').get(`/v1/desk/people?${what}=${noId}`);
      expect(answer.body).toMatchObject({ status: 422, code: 'unknown_reference' });
      expect((answer.body as Told).errors).toEqual([expect.objectContaining({ in: 'query', pointer: what })]);
    }
  });
});

/** `editor2` holds the approval that another decides on. */
async function holdApproval(path: string): Promise<void> {
  const verdict = bodyOf(await isnad.as('editor').get(path.replace('/transitions', ''))) as Verdict;
  await startTask(isnad, verdict.claim.ref, 'editor2');
}

interface Told {
  errors: object[];
}
const refusedItem = (answer: unknown): Told =>
  (answer as { items: { problem: Told }[] }).items[0]?.problem ?? { errors: [] };

/** Of several items, the first is kept. */
function laidOver(body: object, over: object): object {
  const { items, ...rest }: { items?: object[] } = body;
  const { items: others, ...more }: { items?: object[] } = over;
  const first = items?.[0];
  return { ...rest, ...more, ...(first && { items: [{ ...first, ...others?.[0] }] }) };
}

/** `createClaim /article`: an id or a ref of something that has to be there, by the form of its text. */
async function namedInBodies(): Promise<string[]> {
  const document = await readApiDocument();
  const found = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods as unknown as Record<string, Described>).flatMap(({ operationId, requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        namesIn(schema).map((path) => `${operationId} ${path}`),
      ),
    ),
  );
  return [...new Set(found)];
}
interface Described {
  operationId: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const ours = /^\^\[(?:A-Za-z0-9\]\[A-Za-z0-9\._\(\)-|0-9a-fA-F)\]/;
const slug = '^[a-z0-9]+(?:-[a-z0-9]+)*$';
/** New names, not of something that is there. */
const given = new Set(['ref', 'slug']);

function namesIn(schema: Schema, path = '', seen: readonly Schema[] = []): string[] {
  return formsOf(schema).flatMap((form) => {
    // A link hangs on links: what is true of one step is true of the next.
    if (seen.includes(form) || path.split('/from[]').length > 2) return [];
    const { pattern = '', format } = form as { pattern?: string; format?: string };
    if (format === 'uuid' || pattern === slug || ours.test(pattern)) return [path];
    const inner = Object.entries(form.properties ?? {}).filter(([name]) => !given.has(name));
    const below = [...seen, form];
    return [
      ...(form.items ? namesIn(form.items, `${path}[]`, below) : []),
      ...inner.flatMap(([name, one]) => namesIn(one, `${path}/${name}`, below)),
    ];
  });
}
