/** PURE: rows of the flow as the API shows them. */
import type { z } from 'zod';
import { stages, type Stage } from '../../domain/task/lifecycle.js';
import type { FlowRows, Window } from './flow.repository.js';
import {
  ageBuckets,
  concentrate,
  isoWeek,
  shareOfReturns,
  weeksBetween,
  type AgeBucket,
} from '../../domain/stats/flow.js';
import type { flow } from './flow.schema.js';
import type { Measure, FlowSums } from '../../domain/stats/percentiles.js';

type Flow = z.input<typeof flow>;

export function viewFlow(rows: FlowRows, { from, to, tests, now }: Window & { now: Date }): Flow {
  const sums = rows.weeks.map((one) => one.sums);
  const people = viewPeople(rows, sums);
  const [approved, returned] = [countOf(sums, 'claim.approved'), countOf(sums, 'claim.returned')];
  return {
    startsAt: from.toISOString(),
    endsAt: to.toISOString(),
    measuredAt: now.toISOString(),
    tests: tests ? 'include' : 'exclude',
    stages: stages.map((stage) => viewStage(stage, rows)),
    weeks: viewWeeks(rows, weeksBetween(from, to)),
    aging: {
      live: add(rows.live),
      buckets: viewAges(rows),
      oldest: rows.oldest.map((row) => ({
        task: { id: row.task_id },
        claim: row.claim,
        stage: row.stage,
        phase: row.phase,
        holder: referTo(rows, row.holder_id),
        openedAt: row.opened_at.toISOString(),
        age: Math.round(row.age),
      })),
    },
    overdue: byStage(rows.overdue),
    people,
    concentration: {
      completed: concentrate(people.map(({ completed }) => completed)),
      verdicts: concentrate(people.map(({ verdicts }) => verdicts)),
      approvals: concentrate(people.map(({ approvals }) => approvals)),
    },
    returns: { returned, approved, share: shareOfReturns({ approved, returned }) },
    corrections: countOf(sums, 'claim.correction_started'),
    retractions: countOf(sums, 'claim.retracted'),
  };
}

function viewStage(stage: Stage, { times }: FlowRows): Flow['stages'][number] {
  const of = (measure: Measure) => times.find((row) => row.stage === stage && row.measure === measure);
  const seconds = (measure: Measure) => {
    const row = of(measure);
    return row?.count ? { p50: Math.round(row.times[0]), p90: Math.round(row.times[1]) } : null;
  };
  return {
    stage,
    completed: of('waiting')?.count ?? 0,
    started: of('working')?.count ?? 0,
    waiting: seconds('waiting'),
    working: seconds('working'),
  };
}

function viewWeeks({ weeks }: FlowRows, names: string[]): Flow['weeks'] {
  const by = new Map<string, FlowSums[]>();
  // Each is looked at once: over years there are hundreds.
  for (const { since, sums } of weeks) by.set(isoWeek(since), [...(by.get(isoWeek(since)) ?? []), sums]);
  return names.map((week) => {
    const sums = by.get(week) ?? [];
    return {
      week,
      completed: byStage(sums.flatMap(({ ended }) => ended.map(([stage, , count]) => ({ stage, count })))),
      published: countOf(sums, 'claim.approved'),
    };
  });
}

function viewAges({ live }: FlowRows): Record<AgeBucket, number> {
  const counts = ageBuckets.map(({ name }, index) => [
    name,
    add(live.filter(({ bucket }) => bucket === index)),
  ]);
  return Object.fromEntries(counts) as Record<AgeBucket, number>;
}

/** Whoever has, or did, anything; the busiest first. */
function viewPeople(
  { live, refs }: Pick<FlowRows, 'live' | 'refs'>,
  sums: readonly FlowSums[],
): Flow['people'] {
  const people = new Map<string, Omit<Flow['people'][number], 'member'>>();
  const tally = (
    id: string | null,
    what: keyof Omit<Flow['people'][number], 'member'>,
    count: number,
  ): void => {
    if (id === null) return;
    const person = people.get(id) ?? { held: 0, taken: 0, completed: 0, verdicts: 0, approvals: 0 };
    person[what] += count;
    people.set(id, person);
  };
  for (const { holder_id, count } of live) tally(holder_id, 'held', count);
  for (const { ended, given, happened } of sums) {
    for (const [, holder, count] of ended) tally(holder, 'completed', count);
    for (const [member, count] of given) tally(member, 'taken', count);
    for (const [type, actor, count] of happened) {
      const what = countedAs[type];
      if (what) tally(actor, what, count);
    }
  }
  return [...people]
    .flatMap(([id, person]) => {
      const member = referTo({ refs }, id);
      return member === null ? [] : [{ member, ...person }];
    })
    .sort((a, b) => b.completed - a.completed || (a.member.ref < b.member.ref ? -1 : 1));
}

/** Members are never deleted; an event may name somebody who never was one. */
function referTo({ refs }: Pick<FlowRows, 'refs'>, id: string | null) {
  const ref = id === null ? undefined : refs.get(id);
  return id === null || ref === undefined ? null : { id, ref };
}

const countedAs: Partial<Record<string, 'taken' | 'verdicts' | 'approvals'>> = {
  'task.taken': 'taken',
  'verdict.submitted': 'verdicts',
  'claim.approved': 'approvals',
};

const countOf = (sums: readonly FlowSums[], wanted: string): number =>
  add(
    sums.flatMap(({ happened }) =>
      happened.filter(([type]) => type === wanted).map(([, , count]) => ({ count })),
    ),
  );

const add = (rows: readonly { count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

function byStage(rows: readonly { stage: Stage; count: number }[]): Record<Stage, number> {
  const counts = { triage: 0, review: 0, approval: 0, correction: 0 };
  for (const { stage, count } of rows) counts[stage] += count;
  return counts;
}
