import { describe, expect, it } from 'vitest';
import type { State } from '../../src/domain/replay/apply.js';
import type { Cells } from '../../src/domain/replay/row.js';
import { firstDifference } from '../../src/domain/replay/compare.js';
import { createApprovals } from '../../src/integrity/decisions/approvals.js';

const stateOf = (tables: Record<string, Record<string, Cells>>): State =>
  new Map(Object.entries(tables).map(([name, rows]) => [name, new Map(Object.entries(rows))]));

const published = stateOf({
  verdicts: { v: { revision: 1, approver_id: 'e' } },
  editions: { d: { verdict_id: 'v', document: { hash: 'd' } } },
});
const approved = { id: '1', type: 'claim.approved', data: { verdict: 'v', edition: 'd' } };
const changed = { id: '2', type: 'claim.changed', data: {} };

describe('what is public of a claim', () => {
  it('is approved by one event', () => {
    const approvals = createApprovals();
    approvals.event(approved, published);
    expect(() => {
      approvals.check(published);
    }).not.toThrow();
  });

  it.each([
    ['by none', [changed], 'no event approves it'],
    ['twice', [approved, approved], 'approved more than once'],
  ])('is refused where it is approved %s', (_, events, why) => {
    const approvals = createApprovals();
    for (const event of events) approvals.event(event, published);
    expect(() => {
      approvals.check(published);
    }).toThrow(why);
  });

  it('is refused where another edition was approved', () => {
    const approvals = createApprovals();
    approvals.event({ ...approved, data: { verdict: 'v', edition: 'e' } }, published);
    expect(() => {
      approvals.check(published);
    }).toThrow('not the edition that was approved');
  });

  it('is refused where a later event names another approver', () => {
    const approvals = createApprovals();
    approvals.event(approved, published);
    expect(() => {
      approvals.event(changed, stateOf({ verdicts: { v: { revision: 1, approver_id: 'f' } } }));
    }).toThrow('somebody else');
  });

  it('is refused where an edition is called otherwise than by what it says', () => {
    const approvals = createApprovals();
    const other = stateOf({ editions: { d: { verdict_id: 'v', document: { hash: 'x' } } } });
    approvals.event(approved, other);
    expect(() => {
      approvals.check(other);
    }).toThrow('the hash of what it says');
  });
});

describe('a row of an export', () => {
  it('holds no cell that no event tells of', () => {
    const wanted = stateOf({ source_names: { s: { id: 's' } } });
    const row = { id: 's', folded: 'words' };
    expect(firstDifference(wanted, { source_names: [row] })).toMatchObject({ column: 'folded' });
  });
});
