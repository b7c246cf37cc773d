import { describe, expect, it } from 'vitest';
import { system, type Actor, type Role } from '../../src/domain/access/rules.js';
import {
  listVerdictMoves,
  refuseVerdictMove,
  verdictMoveNames,
  verdictStatuses,
  verdictTable,
  type VerdictMoveName,
  type VerdictFacts,
  type VerdictStatus,
} from '../../src/domain/verdict/lifecycle.js';

/** Status → event → where it leads; what is not here must be illegal. */
const expected: Record<VerdictStatus, Partial<Record<VerdictMoveName, VerdictStatus>>> = {
  submitted: {},
  refused: {},
  proposed: {
    approve: 'published',
    return: 'returned',
    withdraw: 'withdrawn',
    break_glass: 'proposed',
    confirm: 'published',
  },
  returned: {},
  withdrawn: {},
  published: { retract: 'retracted' },
  superseded: {},
  retracted: {},
};

const person = (memberId: string, role: Role): Actor => ({
  memberId,
  personId: memberId,
  ref: memberId,
  name: memberId,
  role,
  keyId: 'key',
});
const author = person('ada', 'checker');
const editor = person('eva', 'editor');

/** ada wrote it, and finn holds its approval. */
const verdict = (status: VerdictStatus = 'proposed'): VerdictFacts => ({
  status,
  claim: {
    id: 'claim',
    status: status === 'published' ? 'published' : 'in_approval',
    hasPublished: status === 'published',
    tasks: [{ id: 'task', stage: 'approval', status: 'in_progress', assigneeId: 'finn' }],
    proposal: { id: 'verdict', authorId: 'ada' },
    participants: [{ personId: 'ada', side: 'writing', kept: false }],
    editors: ['eva', 'finn'],
  },
  glassBreak: null,
  isBroken: false,
});

const outcome = (given: VerdictFacts, event: VerdictMoveName, actor: Actor): string => {
  const refusal = refuseVerdictMove(given, event, actor);
  return refusal ? `${refusal.kind} ${refusal.code}` : 'allowed';
};

describe('the life of a verdict', () => {
  for (const status of verdictStatuses) {
    for (const event of verdictMoveNames) {
      const to = expected[status][event];
      it(`${status}: ${event} ${to === undefined ? 'is illegal' : `→ ${to}`}`, () => {
        expect(verdictTable[status][event]).toBe(to);
        const illegal = outcome(verdict(status), event, editor) === 'conflict illegal_move';
        expect(illegal).toBe(to === undefined);
      });
    }
  }
});

describe('who decides on a verdict', () => {
  it('is judged as for its claim', () => {
    expect(outcome(verdict(), 'withdraw', author)).toBe('allowed');
    expect(outcome(verdict(), 'withdraw', editor)).toBe('forbidden not_the_author');
    expect(outcome(verdict(), 'approve', editor)).toBe('conflict held_by_another');
    expect(outcome(verdict(), 'approve', person('finn', 'editor'))).toBe('allowed');
    expect(outcome(verdict('published'), 'retract', editor)).toBe('allowed');
    expect(outcome(verdict('published'), 'retract', author)).toBe('forbidden editors_only');
  });

  it('whoever breaks the glass needs not hold the approval, and is judged as who approves for the rest', () => {
    expect(outcome(verdict(), 'break_glass', editor)).toBe('allowed');
    expect(outcome({ ...verdict(), isBroken: true }, 'break_glass', editor)).toBe(
      'conflict glass_broken_already',
    );
    // Finn holds it.
    expect(outcome(verdict(), 'break_glass', person('finn', 'editor'))).toBe('conflict held_by_nobody_else');
    expect(outcome(verdict(), 'break_glass', author)).toBe('forbidden own_verdict');
    expect(outcome(verdict(), 'break_glass', person('ben', 'checker'))).toBe('forbidden editors_only');
    expect(outcome(verdict(), 'break_glass', system)).toBe('forbidden people_only');
  });

  it('is confirmed by the second person alone, while both of them still may', () => {
    const decider = (id: string, role: Role, active = true) => ({ id, personId: id, role, active });
    const broken = (by = decider('eva', 'editor'), second = decider('ben', 'checker')): VerdictFacts => ({
      ...verdict(),
      glassBreak: { by, second },
    });
    const ben = person('ben', 'checker');
    expect(outcome(verdict(), 'confirm', ben)).toBe('conflict nothing_to_confirm');
    expect(outcome(broken(), 'confirm', ben)).toBe('allowed');
    for (const other of [editor, author, person('finn', 'editor'), system])
      expect(outcome(broken(), 'confirm', other)).toBe('forbidden not_the_second');
    expect(outcome(broken(decider('eva', 'editor', false)), 'confirm', ben)).toBe(
      'conflict decider_inactive',
    );
    for (const gone of [decider('ben', 'checker', false), decider('ben', 'reader'), decider('ben', 'admin')])
      expect(outcome(broken(undefined, gone), 'confirm', ben)).toBe('conflict decider_inactive');
    expect(outcome(broken(undefined, decider('ben', 'editor')), 'confirm', ben)).toBe('allowed');
    expect(outcome(broken(decider('eva', 'checker')), 'confirm', ben)).toBe('forbidden editors_only');
    expect(outcome(broken(decider('ada', 'editor')), 'confirm', ben)).toBe('forbidden own_verdict');
    expect(outcome(broken(undefined, decider('ada', 'checker')), 'confirm', author)).toBe(
      'forbidden own_verdict',
    );
  });

  it('is told that there is nothing to decide on one that is not proposed', () => {
    expect(refuseVerdictMove(verdict('refused'), 'approve', editor)).toEqual({
      kind: 'conflict',
      code: 'illegal_move',
      why: 'The verdict is refused: there is nothing to decide.',
    });
  });
});

describe('the list of moves', () => {
  it('has each with whether it is allowed and why not', () => {
    const held = 'Another editor holds the approval task: ask for its release or have it assigned to you.';
    expect(listVerdictMoves(verdict(), editor)).toEqual([
      { event: 'approve', to: 'published', allowed: false, why: held },
      { event: 'return', to: 'returned', allowed: false, why: held },
      {
        event: 'withdraw',
        to: 'withdrawn',
        allowed: false,
        why: 'Only the author of the verdict may do this, or an editor who wrote some of what would be published.',
      },
      { event: 'break_glass', to: 'proposed', allowed: true, why: null },
      {
        event: 'confirm',
        to: 'published',
        allowed: false,
        why: 'Nobody has broken the glass for this verdict, or it was too long ago.',
      },
    ]);
  });

  it('says that a retraction is made on the claim', () => {
    expect(listVerdictMoves(verdict('published'), editor)).toEqual([
      {
        event: 'retract',
        to: 'retracted',
        allowed: true,
        why: null,
        elsewhere: { of: 'claim', id: 'claim' },
      },
    ]);
  });
});
