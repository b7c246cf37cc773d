/** What an approver is shown of the last round, and what helps to send a verdict back. */
import { expect, test } from 'vitest';
import { approvedNotice, lacksNotice } from '../../../web/src/api/notices.rules.js';
import { approvalBy, behind } from '../../../web/src/approve/decision.rules.js';
import { changedCaptures } from '../../../web/src/approve/changed-captures.rules.js';

test('a page has changed where both verdicts rest on it and read other bytes in it', () => {
  const rests = (id: string, number: number, sha256: string | null) => ({
    ...{ id, url: `https://paper.example/${id}` },
    capture: { id: `${id}${String(number)}`, number, sha256 },
  });
  const before = [rests('a', 1, 'x'), rests('b', 1, 'y'), { ...rests('c', 1, 'z'), capture: null }];
  const now = [rests('a', 2, 'x'), rests('b', 3, 'w'), rests('c', 1, 'z'), rests('d', 1, 'v')];
  expect(changedCaptures(before, now)).toMatchObject([
    { evidence: 'b', before: { number: 1 }, after: { number: 3 } },
  ]);
});

test('a quick reason stands behind what was written, and takes none of it', () => {
  expect(behind('  ', 'Add evidence.')).toBe('Add evidence.');
  expect(behind('The date is wrong. ', 'Add evidence.')).toBe('\nAdd evidence.');
});

test('behind the last clash comes the approval, or the one out of turn where that alone is allowed', () => {
  const moves = (approve: boolean, glass: boolean) => [
    { event: 'approve', allowed: approve },
    { event: 'break_glass', allowed: glass },
  ];
  expect(approvalBy(moves(true, false))).toBe('approve');
  expect(approvalBy(moves(true, true))).toBe('approve');
  expect(approvalBy(moves(false, true))).toBe('break_glass');
  // It says why not.
  expect(approvalBy(moves(false, false))).toBe('approve');
  expect(approvalBy([])).toBe('approve');
});

test('a notice is lacking until one waits or is public since the last revision', () => {
  const day = (number: number): string => `2026-11-0${String(number)}T10:00:00.000Z`;
  const revision = (at: number) => ({ mark: null, status: 'approved', createdAt: day(at) });
  const notice = (status: string, at: number) => ({ mark: 'retracted', status, createdAt: day(at) });
  expect(lacksNotice([])).toBe(false);
  expect(lacksNotice([revision(1)])).toBe(true);
  expect(lacksNotice([revision(1), notice('dropped', 2)])).toBe(true);
  expect(lacksNotice([revision(1), notice('proposed', 2)])).toBe(false);
  expect(lacksNotice([revision(1), notice('approved', 2)])).toBe(false);
  expect(lacksNotice([revision(1), notice('approved', 2), revision(3)])).toBe(true);
  // It waits still, and is about what was taken back before.
  expect(lacksNotice([revision(1), notice('proposed', 2), revision(3)])).toBe(true);
  expect(approvedNotice([revision(1), notice('approved', 2)])).toEqual(notice('approved', 2));
  expect(approvedNotice([revision(1), notice('approved', 2), revision(3)])).toBeUndefined();
});
