import { describe, expect, it } from 'vitest';
import {
  isLive,
  taskEvents,
  taskStates,
  taskTable,
  type TaskEvent,
  type TaskState,
} from '../../src/domain/task/lifecycle.js';

const ends = { complete: 'done: system', return: 'returned: system', cancel: 'cancelled: system' };

const timing = (state: TaskState) => ({
  extend: `${state}: assignee, editor`,
  pause: `${state}: assignee, editor`,
  unpause: `${state}: assignee, editor`,
});

/** State → event → where it leads and who may; what is not here must be illegal. */
const expected: Record<TaskState, Partial<Record<TaskEvent, string>>> = {
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
  cancelled: {},
  expired: {},
};

describe('the life of a review task', () => {
  for (const state of taskStates) {
    for (const event of taskEvents) {
      const cell = expected[state][event];
      it(`${state}: ${event} ${cell === undefined ? 'is illegal' : `→ ${cell}`}`, () => {
        const move = taskTable[state][event];
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
    for (const state of taskStates) {
      for (const event of ['complete', 'return', 'cancel'] as const) {
        expect(taskTable[state][event] !== undefined).toBe(isLive(state));
      }
    }
  });
});
