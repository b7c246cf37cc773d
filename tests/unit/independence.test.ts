import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles, system, type Actor } from '../../src/domain/access/rules.js';
import {
  claimMoveNames,
  claimStatuses,
  owedStage,
  type ClaimStatus,
} from '../../src/domain/claim/lifecycle.js';
import { judgeClaimMove, listClaimMoves, type ClaimFacts } from '../../src/domain/claim/rules.js';
import { sideOf, sides, type Participant } from '../../src/domain/task/side.js';
import { liveStatuses, stages, taskMoveNames, type TaskStatus } from '../../src/domain/task/lifecycle.js';
import { judgeTaskMove } from '../../src/domain/task/rules.js';

const people = ['ada', 'ben', 'cem', 'dia'];
const person = fc.constantFrom(...people);
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant(system),
  fc.record({
    memberId: person,
    personId: person,
    ref: person,
    name: person,
    role: fc.constantFrom(...roles),
    keyId: fc.constant('key'),
  }),
);
const participants: fc.Arbitrary<Participant[]> = fc.uniqueArray(
  fc.record({ personId: person, side: fc.constantFrom(...sides), kept: fc.boolean() }),
  { selector: ({ personId }) => personId },
);
const editors = fc.subarray(people);
const task = fc.record({
  id: fc.constant('task'),
  stage: fc.constantFrom(...stages),
  status: fc.constantFrom<TaskStatus>(...liveStatuses),
  assigneeId: fc.option(person, { nil: null }),
});
const facts: fc.Arbitrary<ClaimFacts> = fc.record({
  status: fc.constantFrom(...claimStatuses),
  hasPublished: fc.boolean(),
  tasks: fc.array(task, { maxLength: 2 }),
  proposal: fc.option(fc.record({ id: fc.constant('verdict'), authorId: person }), { nil: null }),
  participants,
  editors,
});
const event = fc.constantFrom(...claimMoveNames);

describe('independence', () => {
  it('lets nobody who wrote on it, no admin and no machine approve or return, from any status', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('approve' as const, 'return' as const),
        actor,
        (given, what, who) => {
          const { move } = judgeClaimMove(given, what, who);
          if (!move) return;
          expect('role' in who && who.role).toBe('editor');
          const wrote = given.participants
            .filter(({ side }) => side === 'writing')
            .map(({ personId }) => personId);
          expect('memberId' in who && wrote.includes(who.personId)).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('lets nobody take, begin or hand in the work of the other side', () => {
    const work = fc.constantFrom('take' as const, 'start' as const, 'submit' as const);
    fc.assert(
      fc.property(task, work, actor, participants, editors, (given, what, who, standing, all) => {
        const { move } = judgeTaskMove(
          { ...given, participants: standing, editors: all, paused: false },
          what,
          who,
        );
        if (!move || !('memberId' in who) || given.stage === 'triage') return;
        const own = standing.find(({ personId }) => personId === who.personId);
        if (own) expect(own.side).toBe(sideOf[given.stage]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('leads every way into "published" through an approval or back from a correction', () => {
    fc.assert(
      fc.property(facts, event, actor, (given, what, who) => {
        const { move } = judgeClaimMove(given, what, who);
        if (move?.to === 'published') expect(['approve', 'cancel']).toContain(what);
        if (what === 'cancel' && move) expect(given.status).toBe('correcting');
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what a caller is told', () => {
  it('agrees with what the caller may do, and gives a reason for every no', () => {
    fc.assert(
      fc.property(facts, actor, (given, who) => {
        for (const { event: what, to, allowed, why } of listClaimMoves(given, who)) {
          const { move, refusal } = judgeClaimMove(given, what, who);
          expect(allowed).toBe(move !== undefined);
          expect(why).toBe(refusal?.why ?? null);
          if (move) expect(to).toBe(move.to);
          else expect(why?.length).toBeGreaterThan(10);
        }
      }),
    );
  });

  it('never leaves a judgment without a move or a reason', () => {
    fc.assert(
      fc.property(task, fc.constantFrom(...taskMoveNames), actor, (given, what, who) => {
        const { move, refusal } = judgeTaskMove(
          { ...given, participants: [], editors: people, paused: false },
          what,
          who,
        );
        expect((move === undefined) !== (refusal === undefined)).toBe(true);
      }),
    );
  });
});

describe('walks through the life of a claim', () => {
  /** A claim as the tables alone would have it: its status and the stages with a live task. */
  interface Walker {
    status: ClaimStatus;
    published: boolean;
    live: Set<string>;
  }

  it('keep exactly the one task that the status owes', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (walk) => {
        const claim: Walker = { status: 'submitted', published: false, live: new Set(['triage']) };
        for (const what of walk) {
          const move = claimStatuses.includes(claim.status) ? judgeAs(claim, what) : undefined;
          if (!move) continue;
          for (const stage of claim.live) {
            if (stage === owedStage[move.to]) continue;
            expect(move.ends, `${claim.status} ${what} leaves a ${stage} task`).toBeDefined();
            claim.live.delete(stage);
          }
          claim.status = move.to;
          claim.published = move.to === 'published' || (claim.published && move.to !== 'retracted');
          const owed = owedStage[move.to];
          if (owed) claim.live.add(owed);
          expect([...claim.live]).toEqual(owed ? [owed] : []);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  /** The move, by whoever may make it. */
  function judgeAs({ status, published, live }: Walker, what: (typeof claimMoveNames)[number]) {
    const given: ClaimFacts = {
      status,
      hasPublished: published,
      tasks: [...live].map((stage) => ({
        id: stage,
        stage: stage as 'review',
        status: 'assigned',
        assigneeId: 'ada',
      })),
      proposal: { id: 'verdict', authorId: 'ada' },
      participants: [{ personId: 'ada', side: 'writing', kept: false }],
      editors: ['ada', 'ben'],
    };
    const cast: Actor[] = [
      system,
      { memberId: 'ada', personId: 'ada', ref: 'ada', name: 'Ada', role: 'editor', keyId: 'key' },
      { memberId: 'ben', personId: 'ben', ref: 'ben', name: 'Ben', role: 'editor', keyId: 'key' },
    ];
    const free: ClaimFacts = { ...given, tasks: [] };
    return cast
      .map((who) => judgeClaimMove(given, what, who).move ?? judgeClaimMove(free, what, who).move)
      .find(Boolean);
  }
});
