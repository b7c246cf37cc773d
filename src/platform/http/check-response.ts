import { isDeepStrictEqual } from 'node:util';
import type { Operation, Reply } from './route.js';

/**
 * Throws when a reply is not what its operation declares: an undeclared status, a body where there is none,
 * a member that the schema does not have. On in tests, so the API document cannot say anything untrue.
 */
export function checkResponse({ id, answers }: Operation, { status, body, rendered, stream }: Reply): void {
  const declared = answers[status];
  if (!declared) throw new Error(`${id} answered ${String(status)}, which its answers do not declare`);
  if (stream) return;
  if ((body === undefined && rendered === undefined) || status === 304) {
    if (declared.body) throw new Error(`${id} answered ${String(status)} without the declared body`);
    return;
  }
  if (!declared.body) throw new Error(`${id} answered ${String(status)} with a body it does not declare`);
  const sent: unknown = JSON.parse(rendered ?? JSON.stringify(body));
  const parsed = declared.body.safeParse(sent);
  if (!parsed.success)
    throw new Error(`${id} answered ${String(status)} with another body: ${parsed.error.message}`);
  // A schema that strips or fills in would let the document and the answer differ.
  if (!isDeepStrictEqual(parsed.data, sent))
    throw new Error(`${id} answered ${String(status)} with members its schema would change`);
}
