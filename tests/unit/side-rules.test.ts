import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  refuseSide,
  sideOf,
  sides,
  type Participant,
  type Independence,
  type Side,
} from '../../src/domain/task/side.js';
import { stages, writesVerdict } from '../../src/domain/task/lifecycle.js';

const part = (personId: string, side: Side, kept = false): Participant => ({ personId, side, kept });
const standing = (...participants: Participant[]): Independence => ({
  participants,
  editors: ['eva', 'finn'],
});
const codeOf = (given: Independence, who: string, wanted: Side | null) =>
  refuseSide(given, who, wanted)?.code;

describe('the two sides of a verdict', () => {
  it('are those of the stages that write it and of the one that decides', () => {
    for (const stage of stages) expect(sideOf[stage] === 'writing', stage).toBe(writesVerdict(stage));
    expect([sideOf.triage, sideOf.approval]).toEqual([null, 'deciding']);
  });

  const cases: [own: Side | undefined, wanted: Side | null, code: string | undefined][] = [
    [undefined, null, undefined],
    [undefined, 'writing', undefined],
    [undefined, 'deciding', undefined],
    ['writing', null, undefined],
    ['writing', 'writing', undefined],
    ['writing', 'deciding', 'own_verdict'],
    ['deciding', null, undefined],
    ['deciding', 'writing', 'own_decision'],
    ['deciding', 'deciding', undefined],
  ];
  it.each(cases)('whoever is on %s and wants %s: %s', (own, wanted, code) => {
    expect(codeOf(standing(...(own ? [part('ada', own)] : [])), 'ada', wanted)).toBe(code);
  });

  it('are told in words, the same to whoever asks', () => {
    const words = sides.map((wanted) => {
      const other = wanted === 'writing' ? 'deciding' : 'writing';
      return refuseSide(standing(part('eva', other)), 'eva', wanted)?.why;
    });
    for (const why of words) expect(why).toMatch(/^Whoever .*: somebody else must\.$/);
  });

  it('leave an editor to decide: the last one is not let in to write', () => {
    expect(codeOf(standing(), 'eva', 'writing')).toBeUndefined();
    expect(codeOf(standing(part('finn', 'writing')), 'eva', 'writing')).toBe('nobody_left_to_decide');
    expect(codeOf(standing(part('finn', 'deciding')), 'eva', 'writing')).toBeUndefined();
    expect(codeOf({ participants: [], editors: ['eva'] }, 'eva', 'writing')).toBe('nobody_left_to_decide');
    // Who has written already changes nothing by writing on; a checker could not decide anyway.
    expect(
      codeOf({ participants: [part('eva', 'writing')], editors: ['eva'] }, 'eva', 'writing'),
    ).toBeUndefined();
    expect(codeOf({ participants: [], editors: ['eva'] }, 'ada', 'writing')).toBeUndefined();
  });
});

it('after any walk of people who write and decide where they may, some editor still can decide', () => {
  const people = ['ada', 'ben', 'eva', 'finn'];
  const step = fc.record({ who: fc.constantFrom(...people), wanted: fc.constantFrom(...sides) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (walk) => {
      const participants: Participant[] = [];
      for (const { who, wanted } of walk) {
        if (wanted === 'deciding' && !standing().editors.includes(who)) continue;
        if (refuseSide(standing(...participants), who, wanted)) continue;
        if (!participants.some(({ personId }) => personId === who)) participants.push(part(who, wanted));
      }
      const deciders = standing().editors.filter(
        (one) => !codeOf(standing(...participants), one, 'deciding'),
      );
      expect(deciders).not.toEqual([]);
    }),
  );
});
