/** PURE: says once that a published verdict is due to be checked again. */
import { system } from '../domain/access/rules.js';
import { begin, addEvents, setVerdict, type Change } from './change.js';
import type { Docket } from './docket.js';
import { publishedVerdict } from './docket-facts.js';

export function askRecheck(docket: Docket, verdictId: string): Change {
  const change = begin(docket);
  const verdict = publishedVerdict(docket);
  if (verdict?.id !== verdictId) return change;
  const { revision, validUntil, recheckAskedAt } = verdict;
  if (recheckAskedAt || !validUntil || validUntil > docket.now) return change;
  return addEvents(setVerdict(change, verdictId, { recheckAskedAt: docket.now }), system, {
    type: 'verdict.recheck_due',
    subject: { type: 'verdict', id: verdictId },
    data: { revision, recheckAt: validUntil.toISOString() },
  });
}
