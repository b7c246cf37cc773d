/** A draft against a desk that answers late, not at all, or with a refusal: whatever was written last is offered to it. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import type { Saved } from '../../../web/src/drafts/draft-api.js';
import type { Draft } from '../../../web/src/drafts/draft.rules.js';
import { desk, device } from './draft-fakes.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Outcome = 'late' | 'refused late' | 'refused' | 'away' | 'answer lost';
type Step =
  | { do: 'write' }
  /** The page is hidden. */
  | { do: 'hide' }
  | { do: 'flush' }
  | { do: 'wait'; ms: number }
  /** What is on its way arrives, and is answered. */
  | { do: 'answer' }
  /** What becomes of the next save. */
  | { do: 'expect'; outcome: Outcome };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'write' }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6_000 }).map((ms): Step => ({ do: 'wait', ms })) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'answer' }) },
  ...(['hide', 'flush'] as const).map((name) => ({
    weight: 1,
    arbitrary: fc.constant<Step>({ do: name }),
  })),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<Outcome>('late', 'refused late', 'refused', 'away', 'answer lost')
      .map((outcome): Step => ({ do: 'expect', outcome })),
  },
);

const faultOf = (outcome: Outcome = 'late') =>
  outcome === 'late' ? 'none' : outcome === 'refused late' ? 'refused' : outcome;

const wordsIn = ({ rationale = {} }: Draft): string => rationale['en'] ?? '';

test('is offered to the desk with its last word, whatever became of what was on its way when that was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const there = desk();
      const [waiting, outcomes]: [(() => void)[], Outcome[]] = [[], []];
      let offered: Draft = {};
      const save = async (draft: Draft, tag: string): Promise<Saved> => {
        offered = draft;
        const outcome = outcomes.shift();
        if (outcome?.endsWith('late')) await new Promise<void>((resolve) => waiting.push(resolve));
        there.faults.push(faultOf(outcome));
        return there.api.save(draft, tag);
      };
      const draft = openDraft({ store: device(), desk: { ...there.api, save } });
      await draft.ready;
      let written = '';
      for (const one of steps) {
        if (one.do === 'write') {
          written += 'x';
          const text = written;
          draft.edit((now) => ({ ...now, rationale: { en: text } }));
        } else if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
        else if (one.do === 'hide') void draft.leave();
        else if (one.do === 'flush') void draft.flush();
        else if (one.do === 'answer') waiting.shift()?.();
        else outcomes.push(one.outcome);
        await vi.advanceTimersByTimeAsync(0);
      }
      // From here on the desk answers at once, and nobody does anything.
      outcomes.length = 0;
      for (let turn = 0; turn < 5; turn++) {
        for (const answer of waiting.splice(0)) answer();
        await vi.advanceTimersByTimeAsync(10_000);
      }
      expect(wordsIn(offered)).toBe(written);
      expect(draft.state().conflicts).toEqual([]);
      if (draft.state().savedIn !== 'refused') {
        expect(wordsIn(there.draft())).toBe(written);
        expect(draft.state().savedIn).toBe('desk');
      }
      await draft.close();
    }),
    { numRuns: 300 },
  );
});
