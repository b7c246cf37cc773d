import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/domain/access/rules.js';
import {
  assignedStages,
  chooseMember,
  type Candidate,
  type Need,
} from '../../src/domain/task/choose-member.js';
import { sideOf, sides, type Participant, type Side } from '../../src/domain/task/side.js';

const start = Date.UTC(2026, 10, 2, 9);

const somebody = (ref: string, more: Partial<Candidate> = {}): Candidate => ({
  id: `id-${ref}`,
  personId: `id-${ref}`,
  ref,
  role: 'checker',
  languages: [],
  topics: [],
  away: false,
  held: 0,
  limit: 5,
  takenLately: 0,
  lastTakenAt: null,
  ...more,
});
const need = (more: Partial<Need> = {}): Need => ({
  stage: 'review',
  language: 'ar',
  topics: [],
  participants: [],
  editors: [],
  lapsed: null,
  ...more,
});

describe('whom a task is given to', () => {
  const choose = (given: Partial<Need>, ...candidates: Candidate[]) => {
    const { chosen, skipped } = chooseMember(need(given), candidates);
    const codes = Object.entries(skipped).map(([id, { code }]) => `${id.replace('id-', '')}: ${code}`);
    return [chosen?.ref ?? null, ...codes.sort()];
  };

  it('is nobody where there is nobody', () => {
    expect(chooseMember(need(), [])).toEqual({ chosen: null, reasons: [], skipped: {} });
  });

  it('checks claims in its language, a variant counting as its language and not the other way', () => {
    const lina = somebody('lina', { languages: ['ar'] });
    const omar = somebody('omar', { languages: ['ar-EG'] });
    expect(choose({ language: 'ar-EG' }, lina)).toEqual(['lina']);
    expect(choose({ language: 'ar' }, omar)).toEqual([null, 'omar: language']);
    expect(choose({ language: 'fa' }, lina, somebody('mina'))).toEqual(['mina', 'lina: language']);
  });

  it('knows its topics, before anything else is weighed', () => {
    const expert = somebody('zoe', { topics: ['visit', 'arms'], takenLately: 9 });
    expect(choose({ topics: ['arms'] }, expert, somebody('ada'))).toEqual(['zoe', 'ada: topic']);
    expect(choose({ topics: ['trade'] }, expert, somebody('ada'))).toEqual(['ada', 'zoe: fair_share']);
  });

  it('was given least in the last week, then has waited longest, then is first by name', () => {
    const [ada, ben, cem] = [
      somebody('ada', { takenLately: 2 }),
      somebody('ben', { takenLately: 1, lastTakenAt: new Date(start) }),
      somebody('cem', { takenLately: 1, lastTakenAt: new Date(start + 1000) }),
    ];
    expect(choose({}, ada, ben, cem)).toEqual(['ben', 'ada: fair_share', 'cem: idle']);
    expect(choose({}, somebody('dia'), somebody('cem'))).toEqual(['cem', 'dia: drawn']);
    const never = somebody('eva', { takenLately: 1 });
    expect(choose({}, ben, never)).toEqual(['eva', 'ben: idle']);
  });

  it('is not away, has room, and did not let the same work lapse just now', () => {
    expect(choose({}, somebody('ada', { away: true }), somebody('ben', { held: 5 }))).toEqual([
      null,
      'ada: away',
      'ben: no_room',
    ]);
    expect(choose({ lapsed: 'id-ada' }, somebody('ada'))).toEqual([null, 'ada: lapsed']);
  });

  it('was not on the other side of the verdict', () => {
    const part = (ref: string, side: Side) => ({
      participants: [{ personId: `id-${ref}`, side, kept: false }],
    });
    expect(choose(part('ada', 'deciding'), somebody('ada'))).toEqual([null, 'ada: own_decision']);
    const eva = somebody('eva', { role: 'editor' });
    expect(choose({ stage: 'approval', ...part('eva', 'writing') }, eva)).toEqual([null, 'eva: own_verdict']);
    expect(choose({ stage: 'approval', ...part('eva', 'deciding') }, eva)).toEqual(['eva']);
  });

  it('is told why, and so is everybody else', () => {
    const at = new Date(start);
    const expert = somebody('ada', { topics: ['arms', 'visit'], languages: ['ar'], held: 2, takenLately: 1 });
    const told = chooseMember(need({ topics: ['visit', 'arms'] }), [
      { ...expert, lastTakenAt: at },
      somebody('ben'),
      somebody('cem', { away: true }),
      somebody('dia', { languages: ['en'] }),
      somebody('eva', { held: 5 }),
    ]);
    expect(told.reasons.map(({ why }) => why)).toEqual([
      'They check claims in "ar".',
      'They know: visit, arms.',
      'They hold 2 of at most 5 tasks.',
      'They had 1 task in the last seven days, nobody as well suited fewer.',
      'Their last was given at 2026-11-02T09:00:00.000Z.',
    ]);
    expect(Object.values(told.skipped).map(({ why }) => why)).toEqual([
      'They are away.',
      'They do not check claims in "ar".',
      'They hold 5 of at most 5 tasks already.',
      'Somebody else knows a topic of the claim.',
    ]);
    const idle = chooseMember(need(), [somebody('ada'), somebody('ben')]);
    expect(idle.reasons.map(({ why }) => why)).toEqual([
      'They check claims in all languages.',
      'Nobody who is free knows its topics.',
      'They hold 0 of at most 5 tasks.',
      'They had 0 tasks in the last seven days, nobody as well suited fewer.',
      'They were never given any.',
    ]);
    expect(idle.skipped['id-ben']?.why).toBe('As well suited as the one chosen, who is first by name.');
    const fairly = chooseMember(need(), [
      somebody('ada', { takenLately: 2 }),
      somebody('ben', { lastTakenAt: at }),
      somebody('cem'),
    ]);
    expect(Object.values(fairly.skipped).map(({ why }) => why)).toEqual([
      'They had 2 tasks in the last seven days, somebody else fewer.',
      'Somebody else has waited for work longer.',
    ]);
    const lapsed = chooseMember(need({ lapsed: 'id-ada' }), [somebody('ada')]);
    expect(lapsed.skipped['id-ada']?.why).toBe('They just let this work lapse.');
  });

  it('may work at the stage', () => {
    expect(choose({ stage: 'approval' }, somebody('ada'))).toEqual([null, 'ada: wrong_role']);
    expect(choose({}, somebody('ron', { role: 'reader' }))).toEqual([null, 'ron: wrong_role']);
  });
});

const names = ['ada', 'ben', 'cem', 'dia', 'eva', 'fay', 'gus'];
const topics = fc.subarray(['arms', 'visit', 'trade']);
const candidates: fc.Arbitrary<Candidate[]> = fc
  .uniqueArray(
    fc.record({
      ref: fc.constantFrom(...names),
      role: fc.constantFrom(...roles, 'checker' as const, 'checker' as const),
      languages: fc.subarray(['ar', 'en', 'fa']),
      topics,
      away: fc.boolean(),
      held: fc.nat(6),
      limit: fc.integer({ min: 1, max: 6 }),
      takenLately: fc.nat(4),
      lastTakenAt: fc.option(
        fc.nat(5).map((hours) => new Date(start + hours * 3_600_000)),
        { nil: null },
      ),
    }),
    { selector: ({ ref }) => ref, maxLength: names.length },
  )
  .map((people) => people.map((one) => ({ ...one, id: `id-${one.ref}`, personId: `id-${one.ref}` })));
const ids = names.map((name) => `id-${name}`);
const participants: fc.Arbitrary<Participant[]> = fc.uniqueArray(
  fc.record({
    personId: fc.constantFrom(...ids.slice(0, 3)),
    side: fc.constantFrom(...sides),
    kept: fc.boolean(),
  }),
  { selector: ({ personId }) => personId },
);
const needs: fc.Arbitrary<Need> = fc.record({
  stage: fc.constantFrom(...assignedStages, 'approval' as const),
  language: fc.constantFrom('ar', 'ar-EG', 'fa', 'de'),
  topics,
  participants,
  editors: fc.subarray(ids),
  lapsed: fc.option(fc.constantFrom(...ids), { nil: null }),
});

describe('whoever is there and whatever is asked', () => {
  const always = (check: (given: Need, people: Candidate[]) => void) => {
    fc.assert(fc.property(needs, candidates, check), { numRuns: 3_000 });
  };

  it('gives nothing to anybody who is away, full, or on the other side', () => {
    always((given, people) => {
      const { chosen } = chooseMember(given, people);
      if (!chosen) return;
      expect(chosen.away).toBe(false);
      expect(chosen.held).toBeLessThan(chosen.limit);
      const other = given.participants.find(({ personId }) => personId === chosen.id);
      if (other) expect(other.side).toBe(sideOf[given.stage]);
      expect(chosen.id).not.toBe(given.lapsed);
    });
  });

  it('answers the same in whatever order people come', () => {
    always((given, people) => {
      expect(chooseMember(given, [...people].reverse())).toEqual(chooseMember(given, people));
    });
  });

  it('accounts for everybody: the one chosen with every reason, all others with one', () => {
    always((given, people) => {
      const { chosen, reasons, skipped } = chooseMember(given, people);
      const others = people.filter(({ id }) => id !== chosen?.id).map(({ id }) => id);
      expect(Object.keys(skipped).sort()).toEqual(others.sort());
      expect(reasons.map(({ code }) => code)).toEqual(
        chosen ? ['language', 'topic', 'room', 'fair_share', 'idle'] : [],
      );
      for (const { why } of [...reasons, ...Object.values(skipped)]) expect(why).toMatch(/^[A-Z].{8,}\.$/);
    });
  });

  it('passes nobody over for somebody who suits the task worse', () => {
    always((given, people) => {
      const { chosen, skipped } = chooseMember(given, people);
      const passedOver = people.filter(({ id }) =>
        ['topic', 'fair_share', 'idle', 'drawn'].includes(skipped[id]?.code ?? ''),
      );
      if (passedOver.length > 0) expect(chosen).not.toBeNull();
      const knows = (one: Candidate) => one.topics.some((topic) => given.topics.includes(topic));
      for (const other of passedOver) {
        if (!chosen || knows(chosen) !== knows(other)) expect(chosen && knows(chosen)).toBe(true);
        else expect(chosen.takenLately).toBeLessThanOrEqual(other.takenLately);
      }
    });
  });
});

describe('over a hundred tasks', () => {
  it('five who are alike are given twenty each', () => {
    let people = names.slice(0, 5).map((ref) => somebody(ref, { limit: 1000 }));
    for (let index = 0; index < 100; index++) {
      const { chosen } = chooseMember(need(), people);
      const taken = { lastTakenAt: new Date(start + index) };
      people = people.map((one) =>
        one.ref === chosen?.ref
          ? { ...one, ...taken, held: one.held + 1, takenLately: one.takenLately + 1 }
          : one,
      );
    }
    expect(people.map(({ takenLately }) => takenLately)).toEqual([20, 20, 20, 20, 20]);
  });
});
