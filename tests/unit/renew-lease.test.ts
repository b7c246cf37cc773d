/** Whoever works on a claim keeps its task, and an index is not changed at every key they press. */
import { expect, it } from 'vitest';
import { begin } from '../../src/workflow/change.js';
import type { DocketTask } from '../../src/workflow/docket-task.js';
import { renewLease } from '../../src/workflow/renew-lease.js';
import { caller, id, submittedClaim } from '../support/pure-desk.js';

const holder = caller('checker', 'checker');
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 27, 12) + minutes * 60_000);

/** What their lease of `leaseMinutes`, begun at 12:00, is after work at so many minutes past. */
function leaseAfter(minutes: number, leaseMinutes = 60): Date | null | undefined {
  const desk = submittedClaim([holder]);
  const task = {
    ...{ id: id(2), stage: 'review', round: 1, status: 'in_progress', version: 3 },
    ...{ assigneeId: holder.memberId, leaseUntil: at(leaseMinutes), pausedAt: null },
  } as DocketTask;
  const policy = { ...desk.policy, leaseMinutes };
  const change = renewLease(begin({ ...desk, policy, now: at(minutes), tasks: [task] }), holder);
  return change.docket.tasks[0]?.leaseUntil;
}

it('a lease is moved on by work on its claim, a minute at a time', () => {
  expect(leaseAfter(0.5)).toEqual(at(60));
  expect(leaseAfter(1)).toEqual(at(61));
  expect(leaseAfter(30)).toEqual(at(90));
});

it('a short lease is moved on by a tenth of it', () => {
  expect(leaseAfter(0.05, 1)).toEqual(at(1));
  expect(leaseAfter(0.1, 1)).toEqual(at(1.1));
});
