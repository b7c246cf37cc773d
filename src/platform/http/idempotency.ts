import { Failure } from '../errors.js';
import type { FailureKind } from '../../domain/problem/meaning.js';
import { parseIdempotencyKey } from '../idempotency/write.rules.js';
import type { Answer } from '../idempotency/stored-write.js';
import type { SafeWrites } from '../idempotency/write.service.js';
import { headerOf } from './header.js';
import { isGuarded, isWrite } from './route.js';
import type { Operation, Reply } from './route.js';
import type { Serving } from './handle-request.js';
import { pathOf } from './target.js';

export const idempotencyKey = 'Idempotency-Key';

/**
 * Writes that may be sent again (draft-ietf-httpapi-idempotency-key-header): the same key and request get the
 * first answer again, a refusal of the operation's own included. What is refused before the operation begins
 * (no valid key, invalid input, a failed precondition, too many requests), what failed on our side and what may go
 * through in a moment is no answer yet: a retry is tried anew.
 */
export const safely =
  (writes: Pick<SafeWrites, 'once'>): NonNullable<Serving['around']> =>
  async (operation, call, handle) => {
    // Who sends what needs no key has no name to keep an answer under.
    const given =
      isWrite(operation) && isGuarded(operation) ? headerOf(call.request, 'idempotency-key') : undefined;
    if (given === undefined) return handle();
    const { request, caller, query, body } = call;
    const key = parseIdempotencyKey(given);
    if (key === undefined) throw malformed();
    const { answer, again } = await writes.once({
      name: { keyId: caller.keyId, operation: operation.id, key },
      asked: { method: request.method, path: pathOf(request), query, body },
      work: async () => ({ role: caller.role, ...(await toAnswer(handle)) }),
      looksFirst: !operation.writesOnly,
      ...(operation.shownOnce && { keep: withhold }),
    });
    if (again && answer.role !== caller.role) throw answeredOtherwise(answer.headers?.['Location']);
    return toReply(operation, answer, again);
  };

/** Where somebody else was faster, the same may go through in a moment. */
const isForNow = ({ code, details }: Failure): boolean =>
  code === 'changed_meanwhile' || details.retryAfter !== undefined;

const kept: readonly FailureKind[] = ['forbidden', 'not_found', 'conflict', 'unprocessable'];

/** That their role no longer holds what it takes is about them, and not the answer to what they did. */
const isOfTheCaller = ({ code }: Failure): boolean => code === 'forbidden';

async function toAnswer(handle: () => Promise<Reply>): Promise<Answer> {
  try {
    const { rendered, ...reply } = await handle();
    return rendered === undefined ? reply : { ...reply, body: JSON.parse(rendered) as unknown };
  } catch (error) {
    if (!(error instanceof Failure) || !kept.includes(error.kind) || isOfTheCaller(error)) throw error;
    const { kind, message, details } = error;
    if (isForNow(error)) throw error;
    return { failure: { kind, message, details } };
  }
}

function toReply(operation: Operation, answer: Answer, again: boolean): Reply {
  const { status, headers, body, failure, withheld } = answer;
  if (failure) throw new Failure(failure.kind, failure.message, failure.details);
  if (withheld) throw shownBefore(operation, headers?.['Location']);
  if (status === undefined) throw new Error(`an answer of ${operation.id} was kept without its status`);
  return {
    status,
    ...(body !== undefined && { body }),
    headers: { ...headers, ...(again && { 'Idempotent-Replayed': 'true' }) },
  };
}

const withhold = ({ body, ...answer }: Answer): Answer =>
  body === undefined ? answer : { ...answer, withheld: true };

const malformed = (): Failure =>
  new Failure(
    'invalid',
    `Send \`${idempotencyKey}\` as a text of up to 255 characters in quotes, such as a new UUID.`,
    {
      code: 'malformed_idempotency_key',
      faults: [
        {
          in: 'header',
          pointer: idempotencyKey,
          message: 'must be 1 to 255 printable ASCII characters in quotes',
        },
      ],
    },
  );

const answeredOtherwise = (location: string | undefined): Failure =>
  new Failure(
    'conflict',
    'This was done, and answered to you in another role than yours is now. The answer is not given again: read what you may see of it.',
    { code: 'answered_to_another_role', ...(location !== undefined && { extra: { location } }) },
  );

const shownBefore = (operation: Operation, location: string | undefined): Failure =>
  new Failure(
    'conflict',
    `This was done: ${operation.summary.toLowerCase()}. The answer held a secret, which is shown once and kept nowhere. If it was lost, revoke what was made and make another.`,
    { code: 'shown_before', ...(location !== undefined && { extra: { location } }) },
  );
