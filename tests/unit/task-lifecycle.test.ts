import { describe, expect, it } from 'vitest';
import {
  isLive,
  taskEvents,
  taskStatuses,
  taskTable,
  type TaskEvent,
  type TaskStatus,
} from '../../src/domain/task/lifecycle.js';

const ends = { complete: 'done: system', return: 'returned: system', cancel: 'canceled: system' };

const timing = (status: TaskStatus) => ({
  extend: `${status}: assignee, editor`,
  pause: `${status}: assignee, editor`,
  unpause: `${status}: assignee, editor`,
});

/** State → event → where it leads and who may; what is not here must be illegal. */
const expected: Record<TaskStatus, Partial<Record<TaskEvent, string>>> = {
  open: { assign: 'assigned: editor, system', take: 'assigned: anyone', ...ends },
  assigned: {
    assign: 'assigned: editor',
    start: 'in_progress: assignee',
    release: 'open: assignee, editor, system',
    expire: 'expired: system',
    ...timing('assigned'),
    ...ends,
  },
  in_progress: {
    assign: 'assigned: editor',
    release: 'open: assignee, editor, system',
    submit: 'submitted: assignee',
    expire: 'expired: system',
    ...timing('in_progress'),
    ...ends,
  },
  submitted: { resume: 'in_progress: system', ...ends },
  done: {},
  returned: {},
  canceled: {},
  expired: {},
};

describe('the life of a review task', () => {
  for (const status of taskStatuses) {
    for (const event of taskEvents) {
      const cell = expected[status][event];
      it(`${status}: ${event} ${cell === undefined ? 'is illegal' : `→ ${cell}`}`, () => {
        const move = taskTable[status][event];
        expect(move && `${move.to}: ${move.by.join(', ')}`).toBe(cell);
      });
    }
  }

  it('gives the claim back whenever the work on it stops before a verdict', () => {
    for (const event of ['release', 'assign', 'expire'] as const) {
      expect(taskTable.in_progress[event]?.claim).toBe('release');
    }
    expect(taskTable.assigned.start?.claim).toBe('start');
  });

  it('can end every live task in each of the three ways, and no other', () => {
    for (const status of taskStatuses) {
      for (const event of ['complete', 'return', 'cancel'] as const) {
        expect(taskTable[status][event] !== undefined).toBe(isLive(status));
      }
    }
  });
});
