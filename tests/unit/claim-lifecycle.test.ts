import { describe, expect, it } from 'vitest';
import {
  claimMoveNames,
  claimMove,
  claimStatuses,
  movesAt,
  owedStage,
  type ClaimMoveName,
  type ClaimStatus,
  type Move,
} from '../../src/domain/claim/lifecycle.js';

/** Status → event → where it leads, who may, what is written down and what becomes of tasks; else it is illegal. */
const expected: Record<ClaimStatus, Partial<Record<ClaimMoveName, string>>> = {
  submitted: {
    accept: 'open by editor: claim.accepted, tasks complete',
    reject: 'rejected by editor: claim.rejected, tasks complete',
    merge: 'merged by editor: claim.merged, tasks complete',
  },
  open: {
    start: 'in_review by holder: claim.started',
    reject: 'rejected by editor: claim.rejected, tasks cancel',
    merge: 'merged by editor: claim.merged, tasks cancel',
  },
  in_review: {
    record: 'in_approval by system: claim.verdict_recorded, tasks complete',
    release: 'open by holder or editor or system: claim.released',
    reject: 'rejected by editor: claim.rejected, tasks cancel',
    merge: 'merged by editor: claim.merged, tasks cancel',
  },
  in_approval: {
    approve: 'published by other_editor: claim.approved, tasks complete',
    return:
      'in_review by other_editor: claim.returned, tasks return, while unpublished; correcting by other_editor: claim.returned, tasks return, while published',
    withdraw:
      'in_review by author or writing_editor: claim.withdrawn, tasks cancel, while unpublished; correcting by author or writing_editor: claim.withdrawn, tasks cancel, while published',
  },
  published: {
    correct: 'correcting by editor: claim.correction_started',
    retract: 'retracted by editor: claim.retracted',
    merge: 'merged by editor: claim.merged',
  },
  correcting: {
    record: 'in_approval by system: claim.verdict_recorded, tasks complete',
    cancel: 'published by editor: claim.correction_canceled, tasks cancel',
  },
  rejected: { reopen: 'submitted by editor: claim.reopened' },
  merged: { reopen: 'submitted by editor: claim.reopened' },
  retracted: { reopen: 'submitted by editor: claim.reopened' },
};

const inWords = ({ to, by, eventType, ends, when }: Move): string =>
  [`${to} by ${by.join(' or ')}: ${eventType}`, ends && `tasks ${ends}`, when && `while ${when}`]
    .filter(Boolean)
    .join(', ');

describe('the life of a claim', () => {
  for (const status of claimStatuses) {
    for (const event of claimMoveNames) {
      const cell = expected[status][event];
      it(`${status}: ${event} ${cell === undefined ? 'is illegal' : `→ ${cell}`}`, () => {
        expect(movesAt(status, event).map(inWords).join('; ')).toBe(cell ?? '');
      });
    }
  }

  it('chooses between two moves of one event by whether a revision is published, and by nothing else', () => {
    for (const status of claimStatuses) {
      for (const event of claimMoveNames) {
        const moves = movesAt(status, event);
        for (const published of [false, true]) {
          const mine = moves.length < 2 ? moves[0] : moves[published ? 1 : 0];
          expect(claimMove(status, event, published), `${status} ${event}`).toBe(mine);
        }
      }
    }
  });

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
      expect(claimMoveNames.some((event) => movesAt(status, event).length > 0)).toBe(true);
    }
  });

  it('ends the tasks of a stage with every move that leaves it', () => {
    for (const status of claimStatuses) {
      for (const event of claimMoveNames) {
        for (const { to, ends } of movesAt(status, event)) {
          const leaves = owedStage[status] !== null && owedStage[to] !== owedStage[status];
          expect({ status, event, ends: ends !== undefined }).toEqual({ status, event, ends: leaves });
        }
      }
    }
  });
});
