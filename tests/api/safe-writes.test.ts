/** What every write owes, whichever it is: found out from the operations themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../src/platform/http/openapi.js';
import { isGuarded, isWrite, type Operation } from '../../src/platform/http/route.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import type { Schema } from '../support/hostile-values.js';
import type { TestIsnad } from '../support/test-runtime.js';
import type { Prepared } from '../support/request-makers.js';
import { createBusyIsnad, operations, requests, send } from '../support/requests.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createBusyIsnad();
});
afterAll(() => isnad.close());

const document = describeApi(operations);
const described = ({ method, path }: Operation) =>
  document.paths[path]?.[method] as {
    parameters: { name: string; in: string }[];
    responses: Record<string, unknown>;
    requestBody?: { content: Record<string, { schema: Schema }> };
  };
const schemaOf = (operation: Operation): Schema =>
  described(operation).requestBody?.content['application/json']?.schema ?? {};
const resolve = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : (document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] as Schema);

const prepare = async ({ id }: Operation): Promise<Prepared> => {
  const make = requests[id];
  if (!make) throw new Error(`tests/support/requests.ts has no request for ${id}`);
  return make(isnad);
};

/** The objects in a body, each with its pointer. */
function objectsIn(value: unknown, at = ''): [pointer: string, object: Record<string, unknown>][] {
  if (Array.isArray(value)) return value.flatMap((each, index) => objectsIn(each, `${at}/${String(index)}`));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).flatMap(([name, each]) => objectsIn(each, `${at}/${name}`));
  return [[at, value as Record<string, unknown>], ...entries];
}

/** The schemas within a schema that describe objects, each once. */
function objectSchemas(schema: Schema, seen = new Set<Schema>()): Schema[] {
  const one = resolve(schema);
  if (seen.has(one)) return [];
  seen.add(one);
  const inner = [
    ...Object.values(one.properties ?? {}),
    ...(one.anyOf ?? []),
    ...(one.oneOf ?? []),
    ...(one.items ? [one.items] : []),
    ...(typeof one.additionalProperties === 'object' ? [one.additionalProperties] : []),
  ];
  return [...(one.type === 'object' ? [one] : []), ...inner.flatMap((each) => objectSchemas(each, seen))];
}

const withBody = operations.filter(({ body }) => body).map((operation) => [operation.id, operation] as const);

describe.each(withBody)('the body of %s', (_id, operation) => {
  it('is described without room for fields that nobody knows', () => {
    for (const schema of objectSchemas(schemaOf(operation))) {
      // What other publishers wrote is theirs to shape.
      if (operation.id === 'importClaimReviews' && schema.properties === undefined) continue;
      // Whatever comes with a move that is made elsewhere, the answer is where.
      if (schema.description?.startsWith('Made elsewhere')) continue;
      expect(schema.additionalProperties, JSON.stringify(schema).slice(0, 200)).not.toBeOneOf([
        undefined,
        true,
        {},
      ]);
    }
  });

  it('is refused with an unknown field, wherever it stands, and the field is named', async () => {
    const prepared = await prepare(operation);
    const whole = prepared.body ?? {};
    for (const [pointer] of objectsIn(whole)) {
      // What is wrong with one of many is told with it.
      if (operation.takesMany && pointer !== '') continue;
      const body = structuredClone(whole);
      const [, object] = objectsIn(body).find(([at]) => at === pointer) ?? [];
      if (object) object['not_known'] = 'x';
      const response = await send(isnad, operation, { ...prepared, body });
      expect([pointer, response.status], JSON.stringify(response.body)).toEqual([pointer, 400]);
      expect(faultsOf(response).some((at) => at.startsWith(`${pointer}/not_known`))).toBe(true);
    }
  });
});

/** Members of a PATCH that replace a list or texts as a whole. */
const wholes = (operation: Operation): string[] =>
  Object.entries(resolve(schemaOf(operation)).properties ?? {})
    .filter(([, schema]) => {
      const types = [resolve(schema), ...(resolve(schema).anyOf ?? []).map(resolve)].map(({ type }) => type);
      return types.includes('array') || types.includes('object');
    })
    .map(([name]) => name);

const samples: Record<string, unknown> = {
  languages: ['ar'],
  secondaryKinds: ['quotation'],
  topics: ['treaty'],
  identities: [],
  names: [{ language: 'en', text: 'Somebody' }],
  titles: { en: 'A treaty' },
  vote: { for: 15, against: 0, abstain: 0, confidence: 'high' },
  effects: { en: 'Something' },
  glosses: { en: 'In other words' },
  leads: ['https://example.org/'],
  types: ['claim.accepted'],
  headers: { 'x-desk': 'isnad' },
};
const replacing = operations
  // What somebody settles for themselves nobody else adds to.
  .filter(({ method, id }) => method === 'patch' && !['updateVerdict', 'updateMe'].includes(id))
  .flatMap((operation) => wholes(operation).map((name) => [operation.id, name, operation] as const));

describe('a write that would take along what others added', () => {
  it.each(replacing)('%s of %s needs If-Match', async (_id, name, operation) => {
    expect(samples).toHaveProperty(name);
    const { headers: _unneeded, ...prepared } = await prepare(operation);
    const body = { [name]: samples[name] };
    const blind = await send(isnad, operation, { ...prepared, body });
    expect([blind.status, problemOf(blind).code, faultsOf(blind)]).toEqual([
      428,
      'precondition_required',
      ['If-Match'],
    ]);
    const stale = await send(isnad, operation, { ...prepared, body }, { headers: { 'If-Match': '"stale"' } });
    expect(stale.status).toBe(412);
    const any = await send(isnad, operation, { ...prepared, body }, { headers: { 'If-Match': '*' } });
    expect(any.status, JSON.stringify(any.body)).toBe(200);
  });

  it('is known for what it is: the list of those that need it has not shrunk', () => {
    const needing = operations.filter((each) => described(each).responses['428']).map(({ id }) => id);
    expect(needing.sort()).toEqual([
      'transitionErasure',
      'transitionPrivilegedChange',
      'transitionVerdict',
      'updateAttributions',
      'updateClaim',
      'updateDraft',
      'updateInstrument',
      'updateMember',
      'updateProvision',
      'updateSource',
      'updateVerdict',
      'updateWebhook',
    ]);
  });
});

/**
 * Writes that take no `If-Match`, and why a stale one does no harm: they only add (a), they may be repeated or
 * come late without a loss (l), or what they are about is their caller's own (o).
 */
const unconditional: Record<string, 'a' | 'l' | 'o'> = {
  createClaim: 'a',
  createClaims: 'a',
  takeNextTask: 'a',
  actInBulk: 'l',
  acknowledgeFeed: 'l',
  createCapture: 'a',
  importClaimReviews: 'a',
  createWebhook: 'a',
  testWebhook: 'l',
  createArticle: 'a',
  createSource: 'a',
  createInstrument: 'a',
  acknowledgeInbox: 'o',
  createMember: 'a',
  createKey: 'a',
  createSession: 'a',
  deleteSession: 'l',
  createNotice: 'a',
  // The digest in its path names what was read.
  transitionNotice: 'l',
  createErasure: 'a',
};

describe('If-Match', () => {
  it('is taken by every write that a stale view could harm', () => {
    const without = operations
      .filter(isWrite)
      .filter((each) => !described(each).parameters.some(({ name }) => name === 'If-Match'));
    expect(without.map(({ id }) => id).sort()).toEqual(Object.keys(unconditional).sort());
  });

  it.each(
    operations
      .filter((each) => isWrite(each) && each.headers?.['If-Match'])
      .map((operation) => [operation.id, operation] as const),
  )('that is stale stops %s', async (id, operation) => {
    const prepared = await prepare(operation);
    const events = await isnad.store.db.event.count();
    const headers = { 'If-Match': '"of-another-day-0-0"' };
    const response = await send(isnad, operation, { ...prepared, headers });
    // What is decided on is named by its digest: there is no other condition.
    const faults = id === 'transitionVerdict' ? [] : ['If-Match'];
    expect([response.status, faultsOf(response)], JSON.stringify(response.body)).toEqual([412, faults]);
    expect(await isnad.store.db.event.count()).toBe(events);
  });
});

describe('the document', () => {
  it('describes Idempotency-Key for every POST that changes something, and for no read', () => {
    for (const operation of operations) {
      const takes = described(operation).parameters.some(({ name }) => name === 'Idempotency-Key');
      expect([operation.id, takes]).toEqual([operation.id, isWrite(operation) && isGuarded(operation)]);
    }
    const reads = operations.filter((each) => each.method === 'post' && !isWrite(each)).map(({ id }) => id);
    expect(reads.sort()).toEqual(['listClaimStatuses', 'matchClaims', 'previewVerdict']);
  });

  it('marks every operation whose answer shows a secret', () => {
    const telling = operations.filter(
      ({ answers, ...operation }) =>
        isWrite({ answers, ...operation }) &&
        Object.values(answers).some(({ body }) => {
          const shape = (body as { shape?: Record<string, { type: string }> } | undefined)?.shape ?? {};
          // A key that is named by its id, as an object, is none.
          return ['key', 'secret', 'token', 'password'].some((name) => shape[name]?.type === 'string');
        }),
    );
    expect(telling.map(({ id }) => id)).toEqual(
      operations.filter(({ shownOnce }) => shownOnce).map(({ id }) => id),
    );
  });
});
