/** PURE: rows of the flow as the API shows them. */
import type { z } from 'zod';
import { stages, type Stage } from '../tasks/task.lifecycle.js';
import type { FlowRows, StageRow, Window } from './flow.repository.js';
import { bucketAges, concentrate, isoWeek, shareOfReturns, weeksBetween } from './flow.rules.js';
import type { flow } from './flow.schema.js';

type Flow = z.input<typeof flow>;

const oldestShown = 10;

export function viewFlow(rows: FlowRows, { from, to, tests, now }: Window & { now: Date }): Flow {
  const people = viewPeople(rows);
  const total = (type: string): number => add(rows.counted.filter((row) => row.type === type));
  const [approved, returned] = [total('claim.approved'), total('claim.returned')];
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    now: now.toISOString(),
    tests: tests ? 'include' : 'exclude',
    stages: stages.map((stage) =>
      viewStage(
        stage,
        rows.stages.find((row) => row.stage === stage),
      ),
    ),
    weeks: viewWeeks(rows, weeksBetween(from, to)),
    ageing: {
      live: rows.live.length,
      buckets: bucketAges(rows.live.map(({ age }) => age)),
      oldest: rows.live.slice(0, oldestShown).map((row) => ({
        task: row.task_id,
        claim: row.claim_ref,
        stage: row.stage,
        phase: row.phase,
        holder: row.holder_id === null ? null : (rows.refs.get(row.holder_id) ?? null),
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
    corrections: total('claim.correction_started'),
    retractions: total('claim.retracted'),
  };
}

const viewStage = (stage: Stage, row: StageRow | undefined): Flow['stages'][number] => ({
  stage,
  completed: row?.completed ?? 0,
  started: row?.started ?? 0,
  waiting: viewSeconds(row?.waiting),
  working: viewSeconds(row?.working),
});

const viewSeconds = (pair: [number, number] | null | undefined) =>
  pair ? { p50: Math.round(pair[0]), p90: Math.round(pair[1]) } : null;

function viewWeeks({ ended, counted }: FlowRows, weeks: string[]): Flow['weeks'] {
  const finished = groupByWeek(ended);
  const published = groupByWeek(counted.filter(({ type }) => type === 'claim.approved'));
  return weeks.map((week) => ({
    week,
    completed: byStage(finished.get(week) ?? []),
    published: add(published.get(week) ?? []),
  }));
}

/** Each row is looked at once: over years there are thousands. */
function groupByWeek<Row extends { week: Date }>(rows: readonly Row[]): Map<string, Row[]> {
  const weeks = new Map<string, Row[]>();
  for (const row of rows) {
    const week = isoWeek(row.week);
    const group = weeks.get(week);
    if (group) group.push(row);
    else weeks.set(week, [row]);
  }
  return weeks;
}

/** Whoever has, or did, anything; the busiest first. */
function viewPeople({ live, counted, assigned, ended, refs }: FlowRows): Flow['people'] {
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
  for (const { holder_id } of live) tally(holder_id, 'held', 1);
  for (const { holder_id, count } of ended) tally(holder_id, 'completed', count);
  for (const { member_id, count } of assigned) tally(member_id, 'taken', count);
  for (const { type, actor_id, count } of counted) {
    const what = countedAs[type];
    if (what) tally(actor_id, what, count);
  }
  return [...people]
    .map(([id, person]) => ({ member: refs.get(id) ?? id, ...person }))
    .sort((a, b) => b.completed - a.completed || (a.member < b.member ? -1 : 1));
}

const countedAs: Partial<Record<string, 'taken' | 'verdicts' | 'approvals'>> = {
  'task.taken': 'taken',
  'verdict.submitted': 'verdicts',
  'claim.approved': 'approvals',
};

const add = (rows: readonly { count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

function byStage(rows: readonly { stage: Stage; count: number }[]): Record<Stage, number> {
  const counts = { triage: 0, review: 0, approval: 0, correction: 0 };
  for (const { stage, count } of rows) counts[stage] += count;
  return counts;
}
