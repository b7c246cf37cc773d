/** The spans of tasks as the replay of the events gives them: another way than that of the database to the same figures. */
import { instantOf } from '../../src/domain/event/chain.js';
import { apply, nothing, type State } from '../../src/domain/replay/apply.js';
import type { Cells, ReplayedEvent } from '../../src/domain/replay/row.js';
import type { TestIsnad } from './test-runtime.js';

export interface Span {
  task: string;
  phase: string;
  /** In seconds. */
  waiting: number;
  working: number;
  begun: boolean;
  ended: boolean;
  holder: string | null;
}

/** What a task is in by its row: waiting for somebody to begin, worked on, or neither. */
function phaseOf({ status, paused_at }: Cells): string {
  if (['done', 'returned', 'canceled', 'expired'].includes(String(status))) return 'ended';
  if (paused_at !== null && paused_at !== undefined) return 'paused';
  if (status === 'in_progress') return 'working';
  return status === 'submitted' ? 'recording' : 'waiting';
}

export async function replayedSpans({ database: { pool } }: TestIsnad): Promise<Span[]> {
  const { rows } = await pool.query<Omit<ReplayedEvent, 'at'> & { micros: string }>(
    `SELECT claim_id AS claim, type, ordinal, micros_of(at) AS micros, data FROM events
     WHERE claim_id IS NOT NULL ORDER BY claim_id, ordinal`,
  );
  const spans = new Map<string, Span>();
  /** Since a task moved last: how long it stays as it is now, nobody knows yet. */
  const since = new Map<string, number>();
  let state: State = nothing;
  let before: { claim: string | null; tasks: readonly Cells[] } | undefined;
  for (const { micros, ...event } of rows) {
    const isNext = before?.claim === event.claim;
    state = apply(isNext ? state : nothing, { ...event, at: instantOf(micros) });
    const tasks = [...(state.get('review_tasks')?.values() ?? [])];
    for (const task of tasks) {
      const id = String(task['id']);
      const then = isNext ? before?.tasks.find((one) => one['id'] === id) : undefined;
      if (then && isSame(then, task)) continue;
      if (then) addTime(spans, then, (Number(micros) - (since.get(id) ?? 0)) / 1e6);
      since.set(id, Number(micros));
      note(spans, task);
    }
    before = { claim: event.claim, tasks };
  }
  return [...spans.values()].toSorted((a, b) => (a.task < b.task ? -1 : 1));
}

const isSame = (one: Cells, other: Cells): boolean =>
  ['status', 'assignee_id', 'paused_at'].every((column) => one[column] === other[column]);

function addTime(spans: Map<string, Span>, task: Cells, seconds: number): void {
  const span = spans.get(String(task['id']));
  const phase = phaseOf(task);
  if (span && (phase === 'waiting' || phase === 'working')) span[phase] += seconds;
}

function note(spans: Map<string, Span>, task: Cells): void {
  const id = String(task['id']);
  const phase = phaseOf(task);
  const known = spans.get(id) ?? { waiting: 0, working: 0, begun: false };
  spans.set(id, {
    ...known,
    ...{ task: id, phase, begun: known.begun || phase === 'working', ended: phase === 'ended' },
    holder: (task['assignee_id'] ?? null) as string | null,
  });
}
