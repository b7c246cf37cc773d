import { expect, it } from 'vitest';
import type { Verdict } from '../../../web/src/api/verdicts.js';
import { isBlank } from '../../../web/src/drafts/draft.rules.js';
import { draftFrom, mayBeginWith } from '../../../web/src/review/from-verdict.rules.js';

it('a correction begins with all that is published: findings, texts, evidence, norms and when to look again', () => {
  const verdict = {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rationale: { en: 'It is so.', ar: 'هو كذلك.' },
    evidence: [{ id: 'e1' }, { id: 'e2' }],
    provisions: [
      {
        provision: { id: 'p1', ref: 'norm' },
        act: 'Export',
        actor: 'A state',
        date: '2023',
        direction: null,
      },
    ],
    recheckAt: '2027-01-01T00:00:00.000Z',
  };
  const begin = (now: string) => draftFrom(verdict as unknown as Verdict, new Date(now));
  expect(begin('2027-01-02')).not.toHaveProperty('recheckAt');
  expect(begin('2026-12-01')).toEqual({
    findings: verdict.findings,
    rationale: verdict.rationale,
    evidence: ['e1', 'e2'],
    provisions: [{ id: 'p1', act: 'Export', actor: 'A state', date: '2023' }],
    recheckAt: verdict.recheckAt,
  });
});

it('a draft in which nothing was written is blank', () => {
  expect([{}, { rationale: { ar: '  ' } }, { evidence: [] }].map(isBlank)).toEqual([true, true, true]);
  expect(isBlank({ findings: { attribution: 'confirmed' } })).toBe(false);
});

it('a correction can be begun with what is published until all three questions are answered', () => {
  const findings = { attribution: 'confirmed', fidelity: 'faithful' } as const;
  expect(mayBeginWith({ rationale: { en: 'Already written.' }, findings })).toBe(true);
  expect(mayBeginWith({ findings: { ...findings, veracity: 'true' } })).toBe(false);
});
