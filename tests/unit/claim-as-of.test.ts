import { describe, expect, it } from 'vitest';
import { claimAsOf } from '../../src/domain/claim/claim-as-of.js';
import { replay } from '../../src/domain/replay/apply.js';
import type { ReplayedEvent, Rows } from '../../src/domain/replay/row.js';

const id = '01900000-0000-7000-8000-000000000001';
const into = '01900000-0000-7000-8000-000000000002';

/** A chain of the claim: of each event its type, the rows that are different after it, and what else it says. */
const chain = (...told: [type: string, now?: Rows, data?: object, gone?: Rows][]): ReplayedEvent[] =>
  told.map(([type, now = {}, data = {}, gone = {}], index) => ({
    ...{ type, claim: id, ordinal: index + 1 },
    at: `2026-11-02T09:00:0${String(index + 1)}.000000Z`,
    data: { ...data, rows: { now, gone } },
  }));

const then = (events: readonly ReplayedEvent[]) => claimAsOf(replay(events), id);
const submitted: [string, Rows, object] = ['claim.submitted', {}, { to: 'submitted', ref: 'C1' }];
const published = (verdict: string, revision: number): [string, Rows] => [
  'claim.approved',
  {
    claims: [{ id, status: 'published', rating: 'false', revision }],
    verdicts: [{ id: verdict, claim_id: id, revision }],
  },
];

describe('a claim as it was', () => {
  it('is not there before its first event', () => {
    expect(then([])).toBeUndefined();
  });

  it('begins as submitted, with nothing known of it', () => {
    expect(then(chain(submitted))).toEqual({
      status: 'submitted',
      rating: null,
      revision: null,
      contested: false,
      mergedInto: null,
      version: 1,
      updatedAt: '2026-11-02T09:00:01.000Z',
      published: [],
      relations: [],
      evidence: [],
      contacts: [],
      provisions: [],
      row: {
        ...{ id, ref: 'C1', status: 'submitted', version: 1 },
        ...{ created_at: '2026-11-02T09:00:01.000000Z', updated_at: '2026-11-02T09:00:01.000000Z' },
      },
      links: [],
    });
  });

  it('has the chain that was set last, the norms that are linked still, and how it was described last', () => {
    const link = (key: string) => ({ id: key, claim_id: id, position: 0, mode: 'direct' });
    const norm = (key: string) => ({ id: key, claim_id: id });
    const events = chain(
      submitted,
      ['claim.attributed', {}, { attributions: [link('a'), link('b')] }],
      ['claim.provision_linked', { claim_provisions: [norm('n2')] }, norm('n1')],
      ['claim.changed', { claims: [{ id, topics: ['trade'] }] }],
      ['claim.attributed', {}, { attributions: [link('c')] }],
      ['claim.provision_unlinked', {}, {}, { claim_provisions: [norm('n1')] }],
    );
    expect(then(events)).toMatchObject({
      links: [link('c')],
      provisions: ['n2'],
      row: { ref: 'C1', topics: ['trade'] },
    });
    expect(then(events.slice(0, 3))).toMatchObject({
      links: [link('a'), link('b')],
      provisions: ['n1', 'n2'],
      row: { ref: 'C1' },
    });
  });

  it('has the verdicts that were published by then in the order of their revisions, and not those that were not', () => {
    const events = chain(
      submitted,
      ['verdict.submitted', { verdicts: [{ id: 'b', claim_id: id, status: 'submitted' }] }],
      published('b', 1),
      ['verdict.submitted', { verdicts: [{ id: 'a', claim_id: id, status: 'submitted' }] }],
      published('a', 2),
      ['verdict.submitted', { verdicts: [{ id: 'c', claim_id: id, status: 'submitted' }] }],
    );
    expect(then(events)).toMatchObject({ revision: 2, rating: 'false', version: 6, published: ['b', 'a'] });
    expect(then(events.slice(0, 4))).toMatchObject({ revision: 1, version: 4, published: ['b'] });
  });

  it('is merged into another until it is reopened, and what is taken off it is gone', () => {
    const relation = { id: 'r', from_id: id, to_id: into };
    const events = chain(
      submitted,
      ['claim.related', { relations: [relation] }],
      ['claim.merged', { claims: [{ id, status: 'merged', merged_into: into }] }],
      ['claim.reopened', { claims: [{ id, status: 'submitted', merged_into: null }] }],
      ['claim.unrelated', {}, {}, { relations: [{ id: 'r' }] }],
    );
    expect(then(events.slice(0, 3))).toMatchObject({ status: 'merged', mergedInto: into, relations: ['r'] });
    expect(then(events)).toMatchObject({ status: 'submitted', mergedInto: null, relations: [], version: 5 });
  });

  it('counts every event, whatever it is about', () => {
    expect(
      then(chain(submitted, ['task.reminded'], ['claim.evidence_added', { evidence: [{ id: 'e' }] }])),
    ).toMatchObject({ version: 3, updatedAt: '2026-11-02T09:00:03.000Z', evidence: ['e'] });
  });
});
