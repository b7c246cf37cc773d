import { describe, expect, it } from 'vitest';
import {
  isLive,
  stagePermission,
  stages,
  taskMoveNames,
  taskStatuses,
  taskTable,
  writesVerdict,
  type TaskMoveName,
  type TaskMove,
  type TaskStatus,
} from '../../src/domain/task/lifecycle.js';

const ends = {
  complete: 'done by system: task.completed',
  return: 'returned by system: task.returned',
  cancel: 'canceled by system: task.canceled',
};

const timing = (status: TaskStatus) => ({
  extend: `${status} by assignee or editor: task.extended`,
  pause: `${status} by assignee or editor: task.paused`,
  unpause: `${status} by assignee or editor: task.resumed`,
});

const prioritize = (status: TaskStatus) => ({ prioritize: `${status} by editor: task.prioritized` });

/** Status → event → where it leads, who may, what is written down and what it does to the claim; else it is illegal. */
const expected: Record<TaskStatus, Partial<Record<TaskMoveName, string>>> = {
  open: {
    assign: 'assigned by editor or system: task.assigned',
    take: 'assigned by anyone: task.taken',
    ...prioritize('open'),
    ...ends,
  },
  assigned: {
    assign: 'assigned by editor: task.assigned',
    start: 'in_progress by assignee: task.started, claim start',
    release: 'open by assignee or editor or system: task.released',
    expire: 'expired by system: task.expired',
    ...timing('assigned'),
    ...prioritize('assigned'),
    ...ends,
  },
  in_progress: {
    assign: 'assigned by editor: task.assigned, claim release',
    release: 'open by assignee or editor or system: task.released, claim release',
    submit: 'submitted by assignee: task.submitted',
    expire: 'expired by system: task.expired, claim release',
    ...timing('in_progress'),
    ...prioritize('in_progress'),
    ...ends,
  },
  submitted: { give_back: 'in_progress by system: task.started', ...prioritize('submitted'), ...ends },
  done: {},
  returned: {},
  canceled: {},
  expired: {},
};

const inWords = ({ to, by, eventType, claim }: TaskMove): string =>
  `${to} by ${by.join(' or ')}: ${eventType}${claim ? `, claim ${claim}` : ''}`;

describe('the life of a review task', () => {
  for (const status of taskStatuses) {
    for (const event of taskMoveNames) {
      const cell = expected[status][event];
      it(`${status}: ${event} ${cell === undefined ? 'is illegal' : `→ ${cell}`}`, () => {
        const move = taskTable[status][event];
        expect(move && inWords(move)).toBe(cell);
      });
    }
  }

  it('is lived at four stages, each for those who may do its work', () => {
    expect(stagePermission).toEqual({
      triage: 'edit',
      review: 'check',
      approval: 'edit',
      correction: 'check',
    });
    expect(stages.filter(writesVerdict)).toEqual(['review', 'correction']);
  });

  it('goes on while somebody has something to do', () => {
    expect(taskStatuses.filter(isLive)).toEqual(['open', 'assigned', 'in_progress', 'submitted']);
  });

  it('can end every live task in each of the three ways, and no other', () => {
    for (const status of taskStatuses) {
      for (const event of ['complete', 'return', 'cancel'] as const) {
        expect(taskTable[status][event] !== undefined).toBe(isLive(status));
      }
    }
  });
});
