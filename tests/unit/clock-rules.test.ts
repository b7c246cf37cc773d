import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeLength,
  clockOf,
  clocks,
  dueSteps,
  hasLapsed,
  leaseAfter,
  leaseEnd,
  nextCheck,
  shiftClock,
  startClock,
  stopped,
  type Timed,
} from '../../src/domain/task/clock.js';
import {
  isLive,
  stages,
  taskStatuses,
  taskTable,
  type TaskMoveName,
} from '../../src/domain/task/lifecycle.js';

const minute = 60_000;
const from = new Date('2026-11-24T08:00:00Z');
const at = (minutes: number): Date => new Date(from.getTime() + minutes * minute);

const minutes = fc.integer({ min: 1, max: 525_600 });
const clock = fc.constantFrom(...clocks);

describe('which clock runs', () => {
  it.each([
    ['triage', 'open', 'triage'],
    ['triage', 'in_progress', 'triage'],
    ['review', 'open', 'pick_up'],
    ['review', 'assigned', 'pick_up'],
    ['review', 'in_progress', 'review'],
    ['correction', 'assigned', 'pick_up'],
    ['correction', 'in_progress', 'correction'],
    ['review', 'submitted', null],
    ['approval', 'open', 'approval'],
    ['approval', 'assigned', 'approval'],
  ] as const)('at %s, %s: %s', (stage, status, expected) => {
    expect(clockOf(stage, status)).toBe(expected);
  });

  it('is one for whatever somebody has still to do, and none for what has ended', () => {
    for (const stage of stages) {
      for (const status of taskStatuses) {
        expect(clockOf(stage, status) !== null).toBe(isLive(status) && status !== 'submitted');
      }
    }
  });
});

describe('a clock', () => {
  const timed = (length: number, more: Partial<Timed> = {}): Timed => ({
    ...startClock('review', from, length),
    leaseUntil: null,
    pausedAt: null,
    ...more,
  });

  it('speaks at half, at the end and at one and a half', () => {
    expect(startClock('triage', from, 240)).toMatchObject({
      remindAt: at(120),
      dueAt: at(240),
      escalateAt: at(360),
    });
  });

  it('has said, at any time, what is due by then and in order', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 4 * 525_600 }), (length, passed) => {
        const steps = dueSteps(timed(length), at(passed));
        const expected = [
          ...(passed >= length / 2 ? ['reminded'] : []),
          ...(passed >= length ? ['overdue'] : []),
          ...(passed >= length * 1.5 ? ['escalated'] : []),
        ];
        expect(steps).toEqual(expected);
      }),
    );
  });

  it('says nothing twice, and nothing while it is paused', () => {
    const said = timed(60, { remindedAt: at(30), overdueAt: at(60), leaseUntil: at(1) });
    expect(dueSteps(said, at(1_000))).toEqual(['escalated']);
    const paused = { ...said, pausedAt: at(61) };
    expect(dueSteps(paused, at(1_000))).toEqual([]);
    expect(hasLapsed(paused, at(1_000))).toBe(false);
    expect(nextCheck(paused)).toBeNull();
  });

  it('after a pause says everything later by just as much', () => {
    fc.assert(
      fc.property(clock, minutes, fc.nat(1_000_000), fc.nat(2_000_000), (name, length, pause, passed) => {
        const running = startClock(name, from, length);
        const shifted = { ...shiftClock(running, pause * minute), leaseUntil: null, pausedAt: null };
        const plain = { ...running, leaseUntil: null, pausedAt: null };
        expect(dueSteps(shifted, at(passed + pause))).toEqual(dueSteps(plain, at(passed)));
      }),
    );
  });

  it('is the same after two pauses as after one as long as both', () => {
    fc.assert(
      fc.property(clock, minutes, fc.nat(1e9), fc.nat(1e9), (name, length, one, other) => {
        const running = startClock(name, from, length);
        expect(shiftClock(shiftClock(running, one), other)).toEqual(shiftClock(running, one + other));
      }),
    );
  });

  it('a clock of another length keeps its beginning, its pauses and what it has said', () => {
    fc.assert(
      fc.property(clock, minutes, minutes, fc.nat(1e9), (name, length, other, pause) => {
        const said = { ...startClock(name, from, length), remindedAt: at(3) };
        const changed = changeLength(shiftClock(said, pause), other);
        expect(changed).toEqual({ ...shiftClock(startClock(name, from, other), pause), remindedAt: at(3) });
      }),
    );
  });

  it('is looked at next when the first thing it has not said falls due, or the lease ends', () => {
    fc.assert(
      fc.property(minutes, minutes, (length, lease) => {
        const task = timed(length, { leaseUntil: leaseEnd(from, lease) });
        const next = nextCheck(task);
        expect(next).toEqual(at(Math.min(length / 2, lease)));
        expect(dueSteps(task, next ?? from).length > 0 || hasLapsed(task, next ?? from)).toBe(true);
        const before = new Date((next ?? from).getTime() - 1);
        expect(dueSteps(task, before).length > 0 || hasLapsed(task, before)).toBe(false);
      }),
    );
  });

  it('a clock that does not run is never looked at', () => {
    expect(nextCheck({ ...stopped, leaseUntil: null, pausedAt: null })).toBeNull();
  });
});

describe('the lease', () => {
  it('begins anew with every move that leaves the task with somebody, but for a pause and another priority', () => {
    for (const status of taskStatuses) {
      for (const [event, { to }] of Object.entries(taskTable[status])) {
        const held = to === 'assigned' || to === 'in_progress';
        const still = ['pause', 'unpause', 'prioritize'].includes(event);
        const expected = !held ? 'none' : still ? 'same' : 'new';
        expect(leaseAfter(event as TaskMoveName, to), `${status} ${event}`).toBe(expected);
      }
    }
  });
});
