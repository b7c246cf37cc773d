/** PURE: the problem document (RFC 9457) that is kept with a verdict that cannot be recorded. */
import type { VerdictRemark } from './rules.js';
import { problems } from '../problem/codes.js';

export const refusedVerdict = (faults: readonly VerdictRemark[], detail: string) => ({
  type: 'urn:isnad:problem:verdict_refused',
  title: problems.verdict_refused.title,
  status: 422,
  code: 'verdict_refused' as const,
  detail,
  reasons: faults.map(({ code }) => code),
  errors: faults.map(({ pointer, message }) => ({ in: 'body' as const, pointer, message })),
});
