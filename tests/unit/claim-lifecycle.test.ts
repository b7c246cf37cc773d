import { describe, expect, it } from 'vitest';
import {
  claimEvents,
  claimStatuses,
  movesAt,
  owedStage,
  type ClaimEvent,
  type ClaimStatus,
} from '../../src/domain/claim/lifecycle.js';

/** Status → event → where it leads and who may; what is not here must be illegal. */
const expected: Record<ClaimStatus, Partial<Record<ClaimEvent, string>>> = {
  submitted: { accept: 'open: editor', reject: 'rejected: editor', merge: 'merged: editor' },
  open: { start: 'in_review: holder', reject: 'rejected: editor', merge: 'merged: editor' },
  in_review: { record: 'in_approval: system', release: 'open: holder, editor, system' },
  in_approval: {
    approve: 'published: other_editor',
    return: 'in_review: other_editor | correcting: other_editor',
    withdraw: 'in_review: author | correcting: author',
  },
  published: { correct: 'correcting: editor', retract: 'retracted: editor' },
  correcting: { record: 'in_approval: system', cancel: 'published: editor' },
  rejected: { reopen: 'submitted: editor' },
  merged: { reopen: 'submitted: editor' },
  retracted: { reopen: 'submitted: editor' },
};

describe('the life of a claim', () => {
  for (const status of claimStatuses) {
    for (const event of claimEvents) {
      const cell = expected[status][event];
      it(`${status}: ${event} ${cell === undefined ? 'is illegal' : `→ ${cell}`}`, () => {
        const moves = movesAt(status, event).map(({ to, by }) => `${to}: ${by.join(', ')}`);
        expect(moves.join(' | ')).toBe(cell ?? '');
      });
    }
  }

  it('says of every status which task it owes', () => {
    expect(owedStage).toEqual({
      submitted: 'triage',
      open: 'review',
      in_review: 'review',
      in_approval: 'approval',
      published: null,
      correcting: 'correction',
      rejected: null,
      merged: null,
      retracted: null,
    });
  });

  it('leaves no status without a way out', () => {
    for (const status of claimStatuses) {
      expect(claimEvents.some((event) => movesAt(status, event).length > 0)).toBe(true);
    }
  });

  it('ends the tasks of a stage with every move that leaves it', () => {
    for (const status of claimStatuses) {
      for (const event of claimEvents) {
        for (const { to, ends } of movesAt(status, event)) {
          const leaves = owedStage[status] !== null && owedStage[to] !== owedStage[status];
          expect({ status, event, ends: ends !== undefined }).toEqual({ status, event, ends: leaves });
        }
      }
    }
  });
});
