import { describe, expect, it } from 'vitest';
import { system, type Actor, type Role } from '../../src/domain/access/rules.js';
import {
  liveStatuses,
  peoplesTaskMoves,
  stages,
  taskMoveNames,
  taskStatuses,
  taskTable,
  type TaskMoveName,
} from '../../src/domain/task/lifecycle.js';
import { judgeTaskMove, listTaskMoves, refuseHolder, type TaskFacts } from '../../src/domain/task/rules.js';

const person = (memberId: string, role: Role) => ({
  memberId,
  personId: memberId,
  ref: memberId,
  name: memberId,
  role,
  keyId: 'key',
});

/** ada holds the task. */
const cast = {
  reader: person('ron', 'reader'),
  assignee: person('ada', 'checker'),
  checker: person('ben', 'checker'),
  editor: person('eva', 'editor'),
  admin: person('adi', 'admin'),
  system,
};
type Player = keyof typeof cast;

const task = (more: Partial<TaskFacts> = {}): TaskFacts => ({
  stage: 'review',
  status: 'assigned',
  assigneeId: 'ada',
  paused: false,
  participants: [],
  editors: ['eva', 'finn'],
  ...more,
});

const outcome = (given: TaskFacts, event: TaskMoveName, actor: Actor): string => {
  const { move, refusal } = judgeTaskMove(given, event, actor);
  return move ? `→ ${move.to}` : `${refusal.kind} ${refusal.code}`;
};

const outcomes = (given: TaskFacts, event: TaskMoveName): Record<Player, string> =>
  Object.fromEntries(
    Object.entries(cast).map(([name, actor]) => [name, outcome(given, event, actor)]),
  ) as Record<Player, string>;

/** The same for all but those who are named. */
const allBut = (common: string, others: Partial<Record<Player, string>>): Record<Player, string> => ({
  reader: common,
  assignee: common,
  checker: common,
  editor: common,
  admin: common,
  system: 'forbidden people_only',
  ...others,
});

describe('who may move a review task', () => {
  it('editors assign it, and the system where it is open', () => {
    const editors = allBut('forbidden editors_only', { editor: '→ assigned' });
    expect(outcomes(task(), 'assign')).toEqual(editors);
    const open = task({ status: 'open', assigneeId: null });
    expect(outcomes(open, 'assign')).toEqual({ ...editors, system: '→ assigned' });
  });

  it('editors give it another priority for as long as it is under way', () => {
    for (const status of liveStatuses)
      expect(outcomes(task({ status }), 'prioritize')).toEqual(
        allBut('forbidden editors_only', { editor: `→ ${status}` }),
      );
    for (const status of ['done', 'returned', 'canceled', 'expired'] as const)
      expect(outcome(task({ status }), 'prioritize', cast.editor)).toBe('conflict illegal_move');
  });

  it('whoever may work at its stage takes it', () => {
    const open = (stage: TaskFacts['stage']) => task({ stage, status: 'open', assigneeId: null });
    const checks = allBut('→ assigned', { reader: 'forbidden wrong_role', admin: 'forbidden wrong_role' });
    const edits = allBut('forbidden wrong_role', { editor: '→ assigned' });
    expect(outcomes(open('review'), 'take')).toEqual(checks);
    expect(outcomes(open('correction'), 'take')).toEqual(checks);
    expect(outcomes(open('triage'), 'take')).toEqual(edits);
    expect(outcomes(open('approval'), 'take')).toEqual(edits);
  });

  it.each([
    ['assigned', 'start', 'in_progress'],
    ['in_progress', 'submit', 'submitted'],
  ] as const)('%s: %s is for its assignee alone', (status, event, to) => {
    expect(outcomes(task({ status }), event)).toEqual(
      allBut('forbidden not_the_holder', { assignee: `→ ${to}` }),
    );
  });

  it('its assignee, an editor and the system give it back', () => {
    expect(outcomes(task(), 'release')).toEqual(
      allBut('forbidden not_the_holder', { assignee: '→ open', editor: '→ open', system: '→ open' }),
    );
  });

  it.each(['complete', 'return', 'cancel', 'expire'] as const)('%s follows from something else', (event) => {
    const to = { complete: 'done', return: 'returned', cancel: 'canceled', expire: 'expired' }[event];
    expect(outcomes(task(), event)).toEqual(allBut('forbidden system_only', { system: `→ ${to}` }));
  });

  it('whoever came to hold what is not for them can let go of it, and nothing else', () => {
    const given = task({ stage: 'approval' });
    expect(outcome(given, 'start', cast.assignee)).toBe('forbidden wrong_role');
    expect(outcome(given, 'release', cast.assignee)).toBe('→ open');
    const decided = task({ participants: [{ personId: 'ada', side: 'deciding', kept: false }] });
    expect(outcome(decided, 'start', cast.assignee)).toBe('forbidden own_decision');
    expect(outcome({ ...decided, status: 'in_progress' }, 'submit', cast.assignee)).toBe(
      'forbidden own_decision',
    );
    expect(outcome(decided, 'extend', cast.assignee)).toBe('→ assigned');
  });
});

describe('a pause', () => {
  const by = (paused: boolean, event: TaskMoveName) => outcome(task({ paused }), event, cast.assignee);

  it('is begun once and ended once, and nothing is put off meanwhile', () => {
    expect([by(false, 'pause'), by(false, 'extend')]).toEqual(['→ assigned', '→ assigned']);
    expect([by(true, 'pause'), by(true, 'extend')]).toEqual(['conflict paused', 'conflict paused']);
    expect([by(true, 'unpause'), by(false, 'unpause')]).toEqual(['→ assigned', 'conflict not_paused']);
  });

  it('stops nothing else', () => {
    expect([by(true, 'start'), by(true, 'release')]).toEqual(['→ in_progress', '→ open']);
    expect(outcome(task({ paused: true }), 'prioritize', cast.editor)).toBe('→ assigned');
  });
});

describe('who may hold a task', () => {
  it('is told the roles it is for', () => {
    expect(refuseHolder(task({ stage: 'approval' }), cast.checker)?.why).toBe(
      'A task of the stage approval is for the roles: editor.',
    );
    expect(refuseHolder(task(), cast.reader)?.why).toBe(
      'A task of the stage review is for the roles: checker, editor.',
    );
  });

  it('is nobody from the other side of its verdict', () => {
    const participants = [{ personId: 'eva', side: 'writing', kept: false }] as const;
    expect(refuseHolder({ ...task({ stage: 'approval' }), participants }, cast.editor)?.code).toBe(
      'own_verdict',
    );
    expect(refuseHolder({ ...task({ stage: 'review' }), participants }, cast.editor)).toBeUndefined();
    expect(refuseHolder({ ...task({ stage: 'triage' }), participants }, cast.editor)).toBeUndefined();
  });
});

describe('a move that the table has not', () => {
  const why = (status: TaskFacts['status'], event: TaskMoveName) =>
    judgeTaskMove(task({ status }), event, cast.editor).refusal?.why;

  it('is a conflict that names what people can do, or says that nothing more happens', () => {
    expect(outcome(task({ status: 'open' }), 'start', cast.editor)).toBe('conflict illegal_move');
    expect(why('open', 'start')).toBe(
      'A task that is open has no move "start"; from there it can: assign, take, prioritize.',
    );
    expect(why('done', 'take')).toBe('A task that is done has no move "take"; nothing more happens to it.');
    expect(why('submitted', 'take')).toBe(
      'A task that is submitted has no move "take"; from there it can: prioritize.',
    );
  });
});

describe('the list of moves', () => {
  it('has what people can do, allowed or with the reason, and no work of the system', () => {
    const listed = listTaskMoves({ ...task(), id: 'task' }, cast.assignee);
    expect(listed).toEqual([
      { event: 'assign', to: 'assigned', allowed: false, why: 'Only an editor may do this.' },
      { event: 'start', to: 'in_progress', allowed: true, why: null },
      { event: 'release', to: 'open', allowed: true, why: null },
      { event: 'extend', to: 'assigned', allowed: true, why: null },
      { event: 'pause', to: 'assigned', allowed: true, why: null },
      { event: 'unpause', to: 'assigned', allowed: false, why: 'It is not paused.' },
      { event: 'prioritize', to: 'assigned', allowed: false, why: 'Only an editor may do this.' },
    ]);
    expect(listTaskMoves({ ...task({ status: 'done' }), id: 'task' }, cast.editor)).toEqual([]);
  });

  it('says that a submission is made with the verdict', () => {
    const listed = listTaskMoves({ ...task({ status: 'in_progress' }), id: 'task' }, cast.assignee);
    expect(listed.filter(({ elsewhere }) => elsewhere)).toEqual([
      { event: 'submit', to: 'submitted', allowed: true, why: null, elsewhere: { of: 'task', id: 'task' } },
    ]);
  });

  it('has every move that somebody other than the system makes', () => {
    const made = taskStatuses.flatMap((status) =>
      Object.entries(taskTable[status]).flatMap(([event, { by }]) =>
        by.some((mover) => mover !== 'system') ? [event] : [],
      ),
    );
    expect([...new Set(made)].sort()).toEqual([...peoplesTaskMoves].sort());
  });

  it('offers no submission where the stage ends in no verdict', () => {
    for (const stage of stages) {
      const under = task({ stage, status: 'in_progress' });
      const offered = listTaskMoves({ ...under, id: 'task' }, cast.editor).map(({ event }) => event);
      expect(offered.includes('submit'), stage).toBe(stage === 'review' || stage === 'correction');
    }
  });

  it('gives every refusal a sentence and a code', () => {
    for (const stage of stages)
      for (const status of taskStatuses)
        for (const event of taskMoveNames)
          for (const actor of Object.values(cast)) {
            const { refusal } = judgeTaskMove(task({ stage, status, paused: true }), event, actor);
            if (!refusal) continue;
            expect(refusal.code).toMatch(/^[a-z_]{5,}$/);
            expect(refusal.why).toMatch(/^[A-Z].{10,}\.$/);
          }
  });
});
