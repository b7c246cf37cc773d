/** What the compiler knows. `npm run types` is what fails here; run, this test only says that it was not left out. */
import { expect, expectTypeOf, it } from 'vitest';
import { createClient } from '../../client/client.js';
import type {
  Claim,
  ClaimStatus,
  ClaimSummary,
  Problem,
  TakenTask,
  Verdict,
} from '../../client/generated/api.js';
import type {
  Answer,
  GoodBody,
  Input,
  ItemOf,
  ListRoute,
  Options,
  RevisitableRoute,
  Route,
} from '../../client/routes.js';

const client = createClient({ url: 'http://127.0.0.1:1' });

it('an operation is named by method and path, and only one that there is', () => {
  expectTypeOf<'GET /v1/claims/{id}/status'>().toExtend<Route>();
  expectTypeOf<'POST /v1/tasks/{id}/verdict'>().toExtend<Route>();
  expectTypeOf<'DELETE /v1/claims/{id}'>().not.toExtend<Route>();
  expectTypeOf<'GET /v1/claims/{ref}'>().not.toExtend<Route>();
  expectTypeOf<'GET /v1/stream'>().not.toExtend<Route>();
});

it('an input has the parameters of path and query, and the body', () => {
  expectTypeOf<Input<'GET /v1/claims/{id}'>['id']>().toEqualTypeOf<string>();
  expectTypeOf<Input<'GET /v1/claims'>['contested']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<{ id: string; body: { event: 'reject'; reason: string } }>().toExtend<
    Input<'POST /v1/claims/{id}/transitions'>
  >();
  expectTypeOf<{ id: string; body: { event: 'reject' } }>().not.toExtend<
    Input<'POST /v1/claims/{id}/transitions'>
  >();
  // Never called: what the compiler says to it is the test.
  expectTypeOf(() => [
    // @ts-expect-error a claim is missing
    client.ask('GET /v1/claims/{id}'),
    // @ts-expect-error there is no such parameter
    client.ask('GET /v1/claims', { color: 'red' }),
    // @ts-expect-error there is no such status
    client.ask('GET /v1/claims', { status: ['checked'] }),
    // What has a default, and a body that need not be, may be left out.
    client.ask('POST /v1/tasks/next'),
    client.ask('POST /v1/verdicts/{id}/transitions', { id: 'x', body: { event: 'approve' } }),
  ]).toBeFunction();
});

it('an answer has the statuses of the operation, each with its body', () => {
  type Submitted = Answer<'POST /v1/tasks/{id}/verdict'>;
  expectTypeOf<Extract<Submitted, { status: 202 }>['body']>().toEqualTypeOf<Verdict>();
  expectTypeOf<Extract<Submitted, { status: 422 }>['body']>().toEqualTypeOf<Problem>();
  expectTypeOf<Extract<Submitted, { status: 418 }>>().toBeNever();
  expectTypeOf<Extract<Answer<'GET /v1/claims/{id}'>, { status: 304 }>>().toBeNever();
});

it('a body that is demanded is that of the good answers', () => {
  expectTypeOf<GoodBody<'GET /v1/claims/{id}/status'>>().toEqualTypeOf<ClaimStatus>();
  expectTypeOf<GoodBody<'GET /v1/claims/{id}'>>().toEqualTypeOf<Claim>();
  expectTypeOf<GoodBody<'POST /v1/tasks/next'>>().toEqualTypeOf<TakenTask | undefined>();
  expectTypeOf<GoodBody<'DELETE /v1/webhooks/{id}'>>().toEqualTypeOf<undefined>();
});

it('conditions and preferences are offered where they are heeded', () => {
  expectTypeOf<Options<'PATCH /v1/claims/{id}'>>().toHaveProperty('ifMatch');
  expectTypeOf<Options<'GET /v1/claims/{id}'>>().not.toHaveProperty('ifMatch');
  expectTypeOf<Options<'GET /v1/claims/{id}/status'>>().toHaveProperty('wait');
  expectTypeOf<Options<'GET /v1/claims'>>().not.toHaveProperty('wait');
  expectTypeOf<Options<'POST /v1/claims'>>().toHaveProperty('idempotencyKey');
  expectTypeOf<Options<'POST /v1/claims/statuses'>>().not.toHaveProperty('idempotencyKey');
});

it('lists are walked, and what has a tag can be asked for again; nothing else', () => {
  expectTypeOf<ItemOf<'GET /v1/claims'>>().toEqualTypeOf<ClaimSummary>();
  expectTypeOf<'GET /v1/tasks'>().toExtend<ListRoute>();
  // The feed has no end: it is followed, not walked.
  expectTypeOf<'GET /v1/feed'>().not.toExtend<ListRoute>();
  expectTypeOf<'GET /v1/claims/{id}/status'>().toExtend<RevisitableRoute>();
  expectTypeOf<'POST /v1/claims/statuses'>().not.toExtend<RevisitableRoute>();
  expect(Object.keys(client)).toContain('items');
});
