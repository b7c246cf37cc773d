import { describe, expect, it } from 'vitest';
import { system, type Actor, type Role } from '../../src/domain/access/rules.js';
import { claimMoveNames, claimStatuses, type ClaimMoveName } from '../../src/domain/claim/lifecycle.js';
import { mergeTargetFault } from '../../src/domain/claim/merge-target.js';
import { judgeClaimMove, listClaimMoves, type ClaimFacts } from '../../src/domain/claim/rules.js';

const person = (memberId: string, role: Role): Actor => ({
  memberId,
  personId: memberId,
  ref: memberId,
  name: memberId,
  role,
  keyId: 'key',
});

/** ada wrote the verdict and holds whatever task there is; eva has no part in it. */
const cast = {
  reader: person('ron', 'reader'),
  holder: person('ada', 'checker'),
  checker: person('ben', 'checker'),
  editor: person('eva', 'editor'),
  admin: person('adi', 'admin'),
  system,
} as const;
type Player = keyof typeof cast;

const facts = (more: Partial<ClaimFacts>): ClaimFacts => ({
  status: 'submitted',
  hasPublished: false,
  tasks: [],
  proposal: null,
  participants: [],
  editors: ['eva', 'finn'],
  ...more,
});

const held = (stage: ClaimFacts['tasks'][number]['stage'], assigneeId: string | null = 'ada') => ({
  tasks: [{ id: 'task', stage, status: 'in_progress', assigneeId } as const],
});

const outcome = (given: ClaimFacts, event: ClaimMoveName, actor: Actor): string => {
  const { move, refusal } = judgeClaimMove(given, event, actor);
  return move ? `→ ${move.to}` : `${refusal.kind} ${refusal.code}`;
};

const outcomes = (given: ClaimFacts, event: ClaimMoveName): Record<Player, string> =>
  Object.fromEntries(
    Object.entries(cast).map(([name, actor]) => [name, outcome(given, event, actor)]),
  ) as Record<Player, string>;

const editorsOnly = (to: string) => ({
  reader: 'forbidden editors_only',
  holder: 'forbidden editors_only',
  checker: 'forbidden editors_only',
  editor: `→ ${to}`,
  admin: 'forbidden editors_only',
  system: 'forbidden people_only',
});

describe('who may move a claim', () => {
  it.each([
    ['submitted', 'accept', 'open'],
    ['submitted', 'reject', 'rejected'],
    ['open', 'merge', 'merged'],
    ['published', 'correct', 'correcting'],
    ['published', 'retract', 'retracted'],
    ['correcting', 'cancel', 'published'],
    ['retracted', 'reopen', 'submitted'],
  ] as const)('%s: %s is for editors', (status, event, to) => {
    const hasPublished = status === 'published' || status === 'correcting';
    expect(outcomes(facts({ status, hasPublished }), event)).toEqual(editorsOnly(to));
  });

  it('a review is started by whoever holds its task', () => {
    const not = 'forbidden not_the_holder';
    expect(outcomes(facts({ status: 'open', ...held('review') }), 'start')).toEqual({
      reader: not,
      holder: '→ in_review',
      checker: not,
      editor: not,
      admin: not,
      system: 'forbidden people_only',
    });
  });

  it('a task of another stage, or one that has ended, makes nobody the holder', () => {
    const started = (tasks: ClaimFacts['tasks']) =>
      outcome(facts({ status: 'open', tasks }), 'start', cast.holder);
    expect(started([])).toBe('forbidden not_the_holder');
    expect(started(held('triage').tasks)).toBe('forbidden not_the_holder');
    const ended = { id: 'old', stage: 'review', status: 'expired', assigneeId: 'ada' } as const;
    expect(started([ended])).toBe('forbidden not_the_holder');
    expect(started([ended, ...held('review').tasks])).toBe('→ in_review');
  });

  it('a review is given back by its holder, an editor or the system', () => {
    const not = 'forbidden not_the_holder';
    expect(outcomes(facts({ status: 'in_review', ...held('review') }), 'release')).toEqual({
      reader: not,
      holder: '→ open',
      checker: not,
      editor: '→ open',
      admin: not,
      system: '→ open',
    });
  });

  it('nobody gives back a review whose verdict is about to be recorded', () => {
    const tasks = [{ id: 'task', stage: 'review', status: 'submitted', assigneeId: 'ada' } as const];
    for (const result of Object.values(outcomes(facts({ status: 'in_review', tasks }), 'release')))
      expect(result).toBe('conflict verdict_under_way');
  });

  it('a verdict is recorded by the system alone', () => {
    const not = 'forbidden system_only';
    expect(outcomes(facts({ status: 'in_review', ...held('review') }), 'record')).toEqual({
      reader: not,
      holder: not,
      checker: not,
      editor: not,
      admin: not,
      system: '→ in_approval',
    });
  });
});

describe('who decides on a verdict', () => {
  const proposed = facts({
    status: 'in_approval',
    proposal: { id: 'verdict', authorId: 'ada' },
    participants: [{ personId: 'ada', side: 'writing', kept: false }],
  });

  it.each([
    ['approve', 'published'],
    ['return', 'in_review'],
  ] as const)('%s: an editor who wrote nothing of it', (event, to) => {
    expect(outcomes(proposed, event)).toEqual({
      reader: 'forbidden editors_only',
      holder: 'forbidden own_verdict',
      checker: 'forbidden editors_only',
      editor: `→ ${to}`,
      admin: 'forbidden editors_only',
      system: 'forbidden people_only',
    });
    const wrote = { ...proposed, participants: [{ personId: 'eva', side: 'writing', kept: false } as const] };
    expect(outcome(wrote, event, cast.editor)).toBe('forbidden own_verdict');
  });

  it('nobody decides while another editor holds the approval; whoever holds it decides', () => {
    const at = (assigneeId: string | null) =>
      outcome({ ...proposed, ...held('approval', assigneeId) }, 'approve', cast.editor);
    expect(at('finn')).toBe('conflict held_by_another');
    expect(at('eva')).toBe('→ published');
    expect(at(null)).toBe('→ published');
  });

  it('its author alone withdraws it, back to where the writing goes on', () => {
    const not = 'forbidden not_the_author';
    const withdrawn = (to: string) => ({
      reader: not,
      holder: `→ ${to}`,
      checker: not,
      editor: not,
      admin: not,
      system: 'forbidden people_only',
    });
    expect(outcomes(proposed, 'withdraw')).toEqual(withdrawn('in_review'));
    expect(outcomes({ ...proposed, hasPublished: true }, 'withdraw')).toEqual(withdrawn('correcting'));
    expect(outcome({ ...proposed, proposal: null }, 'withdraw', cast.holder)).toBe(not);
  });

  it('returns a correction to the correcting', () => {
    expect(outcome({ ...proposed, hasPublished: true }, 'return', cast.editor)).toBe('→ correcting');
  });
});

describe('a move that the table has not', () => {
  const why = (given: Partial<ClaimFacts>, event: ClaimMoveName) =>
    judgeClaimMove(facts(given), event, cast.editor).refusal;

  it('is a conflict for everybody, and says what there is', () => {
    for (const result of Object.values(outcomes(facts({ status: 'published', hasPublished: true }), 'start')))
      expect(result).toBe('conflict illegal_move');
    expect(why({ status: 'published' }, 'start')?.why).toBe(
      'A claim that is published has no move "start"; from there it can: correct, retract, merge.',
    );
  });
});

describe('the list of moves', () => {
  const listed = (given: Partial<ClaimFacts>, actor: Actor) =>
    listClaimMoves(facts(given), actor).map(({ event, to, allowed, why }) => ({ event, to, allowed, why }));

  it('has every move from here once, allowed or with the reason', () => {
    const refused = { allowed: false, why: 'Only an editor may do this.' };
    expect(listed({}, cast.checker)).toEqual([
      { event: 'accept', to: 'open', ...refused },
      { event: 'reject', to: 'rejected', ...refused },
      { event: 'merge', to: 'merged', ...refused },
    ]);
    expect(listed({}, cast.editor).map(({ allowed, why }) => [allowed, why])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
  });

  it('names the one place of two that holds now', () => {
    const destinations = (hasPublished: boolean) =>
      listed({ status: 'in_approval', hasPublished }, cast.editor).map(({ event, to }) => `${event} ${to}`);
    expect(destinations(false)).toEqual(['approve published', 'return in_review', 'withdraw in_review']);
    expect(destinations(true)).toEqual(['approve published', 'return correcting', 'withdraw correcting']);
  });

  it('says where a move is made that is not made here', () => {
    const elsewhere = (given: Partial<ClaimFacts>) =>
      listClaimMoves(facts(given), cast.editor).flatMap((move) =>
        move.elsewhere ? [`${move.event}: ${move.elsewhere.of} ${move.elsewhere.id}`] : [],
      );
    expect(elsewhere({ status: 'in_approval', proposal: { id: 'v1', authorId: 'ada' } })).toEqual([
      'approve: verdict v1',
      'return: verdict v1',
      'withdraw: verdict v1',
    ]);
    expect(elsewhere({ status: 'in_approval' })).toEqual([]);
    expect(elsewhere({ status: 'in_review', ...held('review') })).toEqual(['record: task task']);
    expect(elsewhere({ status: 'in_review' })).toEqual([]);
    expect(elsewhere({ status: 'submitted', ...held('triage') })).toEqual([]);
  });

  it('gives every refusal a sentence and a code', () => {
    for (const status of claimStatuses)
      for (const event of claimMoveNames)
        for (const actor of Object.values(cast)) {
          const { refusal } = judgeClaimMove(facts({ status, ...held('approval', 'finn') }), event, actor);
          if (!refusal) continue;
          expect(refusal.code).toMatch(/^[a-z_]{5,}$/);
          expect(refusal.why).toMatch(/^[A-Z].{10,}\.$/);
        }
  });
});

it('a claim is merged into one that stands, and a published one into one that readers can read', () => {
  const [own, known] = [{ isPublished: false }, { isPublished: true }];
  const into = (status: (typeof claimStatuses)[number], isPublished: boolean, test?: boolean) => ({
    ...{ status, isPublished },
    test,
  });
  for (const status of claimStatuses) {
    const gone = status === 'merged' || status === 'rejected' ? 'gone' : undefined;
    expect(mergeTargetFault(own, into(status, false, true))).toBe(gone);
    expect(mergeTargetFault(known, into(status, false))).toBe(gone ?? 'unpublished');
    expect(mergeTargetFault(known, into(status, true))).toBe(gone);
  }
  expect(mergeTargetFault(known, into('published', true, true))).toBe('trial');
  expect(mergeTargetFault({ ...known, test: true }, into('published', true, true))).toBeUndefined();
});
