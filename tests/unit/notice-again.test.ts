/** A notice whose event names no note that could be compared is none that passes. */
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/domain/replay/apply.js';
import type { Cells } from '../../src/domain/replay/row.js';
import type { OrderedEvent } from '../../src/integrity/decisions/ordered-event.js';
import { createEditionCheck } from '../../src/integrity/editions/check-editions.js';

const claim = 'a1b2c3d4-0000-7000-8000-000000000001';
const after: State = new Map<string, Map<string, Cells>>([
  ['claims', new Map([[claim, { id: claim, ref: 'it-rained', mark: 'retracted' }]])],
  ['verdicts', new Map([['v', { id: 'v', revision: 1 }]])],
]);
const proposed = (note: unknown): OrderedEvent => ({
  ...{ id: 'e', type: 'claim.notice_proposed', claim, ordinal: 3, actor: null, key: null, order: 1 },
  subject: { type: 'claim', id: claim },
  at: '2026-01-01T00:00:00.000Z',
  data: { edition: 'ab'.repeat(32), note },
});

describe('a notice that is proposed', () => {
  it.each([
    ['words', 'It was wrong.'],
    ['nothing', undefined],
    ['no digest', { sealed: 'no' }],
  ])('is bad where its note is %s and no seal', (_what, note) => {
    const check = () => {
      createEditionCheck().event(proposed(note), after, false);
    };
    expect(check).toThrow('note that is no seal');
  });

  it('is passed over where the event is withheld', () => {
    createEditionCheck().event(proposed(undefined), after, true);
    expect(() => {
      createEditionCheck().event(proposed({ sealed: 'ab'.repeat(32) }), after, false);
    }).toThrow('is not what the events had told');
  });
});
