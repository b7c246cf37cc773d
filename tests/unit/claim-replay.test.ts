import { describe, expect, it } from 'vitest';
import { replayClaim, type ClaimEventRow, type ReplayedState } from '../../src/domain/claim/replay.js';

type Told = [type: string, data?: Record<string, unknown>];

const at = (ordinal: number): Date => new Date(Date.UTC(2026, 10, 2, 9, ordinal));

const replay = (...told: Told[]): ReplayedState | undefined =>
  replayClaim(
    told.map(([type, data = {}], index): ClaimEventRow => {
      const ordinal = index + 1;
      return { type, ordinal, at: at(ordinal), data };
    }),
  );

const submitted: Told = ['claim.submitted', { to: 'submitted' }];
const approved = (revision: number, rating: string, verdict: string): Told => [
  'claim.approved',
  { to: 'published', revision, rating, verdict },
];

describe('a claim told from its events', () => {
  it('is not there before the first', () => {
    expect(replay()).toBeUndefined();
  });

  it('begins as submitted, with nothing known of it', () => {
    expect(replay(submitted)).toEqual({
      status: 'submitted',
      rating: null,
      revision: null,
      contested: false,
      mergedInto: null,
      version: 1,
      updatedAt: at(1),
      published: [],
      relations: [],
      evidence: [],
      contacts: [],
      described: {
        ...{ kind: null, secondaryKinds: [], language: null, modality: null, test: false },
        ...{ statementDate: null, dateBasis: null, topics: [], priority: 'normal', worthiness: null },
        ...{ glosses: null, fidelityNote: null, leads: null },
      },
    });
  });

  it.each([
    ['claim.accepted', 'open'],
    ['claim.rejected', 'rejected'],
    ['claim.started', 'in_review'],
    ['claim.released', 'open'],
    ['claim.verdict_recorded', 'in_approval'],
    ['claim.returned', 'in_review'],
    ['claim.withdrawn', 'correcting'],
    ['claim.correction_started', 'correcting'],
    ['claim.correction_canceled', 'published'],
  ])('%s moves it to where the event says: %s', (type, to) => {
    expect(replay(submitted, [type, { to }])).toEqual({
      ...replay(submitted),
      status: to,
      version: 2,
      updatedAt: at(2),
    });
  });

  it('stays where it is with events that move nothing, and each of them counts for its version', () => {
    const changed = replay(
      submitted,
      ['claim.changed', { to: 'published' }],
      ['task.opened', { to: 'open' }],
    );
    expect(changed).toEqual({ ...replay(submitted), version: 3, updatedAt: at(3) });
    expect(replay(submitted, ['claim.accepted', { to: 'nowhere' }])?.status).toBe('submitted');
  });

  it('has the rating and revision of the last approval, and all verdicts that were published', () => {
    const twice = replay(submitted, approved(1, 'true', 'v1'), approved(2, 'false', 'v2'));
    expect(twice).toMatchObject({
      status: 'published',
      revision: 2,
      rating: 'false',
      published: ['v1', 'v2'],
    });
  });

  it('keeps what was published when it is retracted, but no rating', () => {
    const retracted = replay(submitted, approved(1, 'true', 'v1'), ['claim.retracted', { to: 'retracted' }]);
    expect(retracted).toMatchObject({ status: 'retracted', revision: null, rating: null, published: ['v1'] });
  });

  it('is merged into another until it is reopened', () => {
    const merged: Told = ['claim.merged', { to: 'merged', into: { id: 'ten', ref: 'C10' } }];
    expect(replay(submitted, merged)).toMatchObject({
      status: 'merged',
      mergedInto: { id: 'ten', ref: 'C10' },
    });
    const reopened = replay(submitted, merged, ['claim.reopened', { to: 'submitted' }]);
    expect(reopened).toMatchObject({ status: 'submitted', mergedInto: null });
  });

  it('is contested from one event to the other', () => {
    expect(replay(submitted, ['claim.became_contested'])?.contested).toBe(true);
    expect(replay(submitted, ['claim.became_contested'], ['claim.ceased_contested'])?.contested).toBe(false);
  });

  it('has the relations that stand, the evidence and the contacts in the order they came', () => {
    const state = replay(
      submitted,
      ['claim.related', { relation: 'r1' }],
      ['claim.related', { relation: 'r2' }],
      ['claim.unrelated', { relation: 'r1' }],
      ['claim.evidence_added', { evidence: 'e1' }],
      ['claim.evidence_added', { evidence: 'e2' }],
      ['claim.contact_recorded', { contact: 'c1' }],
      ['claim.contact_recorded', { contact: 'c2' }],
    );
    expect(state).toMatchObject({
      status: 'submitted',
      relations: ['r2'],
      evidence: ['e1', 'e2'],
      contacts: ['c1', 'c2'],
    });
  });

  it('tells of these also where they are the first event that is known', () => {
    expect(replay(approved(3, 'true', 'v3'))).toMatchObject({ published: ['v3'], revision: 3 });
    expect(replay(['claim.related', { relation: 'r1' }])?.relations).toEqual(['r1']);
    expect(replay(['claim.unrelated', { relation: 'r1' }])?.relations).toEqual([]);
    expect(replay(['claim.evidence_added', { evidence: 'e1' }])?.evidence).toEqual(['e1']);
    expect(replay(['claim.contact_recorded', { contact: 'c1' }])?.contacts).toEqual(['c1']);
  });
});
