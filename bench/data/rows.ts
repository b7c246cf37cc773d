/** How what was made up is written into the tables: one list of columns and one row for each. */
import { startClock, leaseEnd } from '../../src/domain/task/clock.js';
import { wordForms } from '../../src/domain/text/word-forms.js';
import type { Cell } from './copy.js';
import type { Life, Task, Verdict } from './life.js';
import { leaseMinutes, yearInMinutes } from './people.js';
import type { GeneratedArticle, GeneratedClaim } from './make-article.js';

const dated = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));

export const columns = {
  articles: 'id, ref, title, language, date_published, outlet_id, created_at',
  article_versions: 'id, article_id, number, text, sha256, code_points, created_at',
  claims: `id, ref, article_version_id, kind, secondary_kinds, language, quote_exact, quote_prefix, quote_suffix,
    quote_start, quote_end, folded, word_forms, statement_date, topics, leads, status, live_stage, version, contested, merged_into, revision, rating, created_at, updated_at`,
  attributions: 'id, claim_id, parent_id, position, source_id, verb, mode, date',
  relations: 'id, from_id, to_id, type, created_at',
  review_tasks: `id, claim_id, stage, round, status, assignee_id, draft, draft_version, version, opened_at, taken_at, closed_at,
    lease_until, clock, clock_from, remind_at, due_at, escalate_at`,
  task_spans:
    'task_id, claim_id, stage, holder_id, opened_at, started_at, ended_at, outcome, phase, waiting, working',
  verdicts: `id, claim_id, task_id, status, revision, attribution, fidelity, scale, veracity, rationale, author_id, last_editor_id,
    approver_id, version, submitted_at, recorded_at, published_at`,
} as const;

export type Table = keyof typeof columns;

export const articleRow = (id: string, ref: string, story: GeneratedArticle, at: number): Cell[] => [
  id,
  ref,
  story.title,
  story.language,
  new Date(at).toISOString().slice(0, 10),
  story.outlet.id,
  new Date(at),
];

export const versionRow = (id: string, articleId: string, story: GeneratedArticle, at: number): Cell[] => [
  id,
  articleId,
  1,
  story.text,
  story.sha256,
  story.text.length,
  new Date(at),
];

interface ClaimParts {
  life: Life;
  generated: GeneratedClaim;
  versionId: string;
  language: string;
  contested: boolean;
  mergedInto: string | null;
}

export function claimRow({
  life,
  generated,
  versionId,
  language,
  contested,
  mergedInto,
}: ClaimParts): Cell[] {
  const { quote } = generated;
  const published = life.status === 'published';
  const created = life.history[0]?.at ?? life.now;
  const updated = life.history.at(-1)?.at ?? life.now;
  return [
    life.id,
    life.ref,
    versionId,
    generated.kind,
    '{}',
    language,
    quote.exact,
    quote.prefix,
    quote.suffix,
    quote.start,
    quote.end,
    generated.folded,
    `{${wordForms(generated.folded)
      .map((form) => JSON.stringify(form))
      .join(',')}}`,
    generated.date,
    `{${generated.topic}}`,
    '{}',
    life.status,
    life.tasks.find(({ closedAt }) => closedAt === null)?.stage ?? null,
    life.history.length,
    contested,
    mergedInto,
    published ? 1 : null,
    published ? life.rating : null,
    new Date(created),
    new Date(updated),
  ];
}

export function taskRow(claimId: string, task: Task): Cell[] {
  const { clock, takenAt, closedAt, draft } = task;
  const times = clock && startClock(clock, new Date(task.clockFrom), yearInMinutes);
  const lease = takenAt !== null && clock ? leaseEnd(new Date(takenAt), leaseMinutes) : null;
  return [
    task.id,
    claimId,
    task.stage,
    1,
    task.status,
    task.holder?.id ?? null,
    draft && JSON.stringify(draft),
    draft ? 1 : 0,
    task.version,
    new Date(task.openedAt),
    dated(takenAt),
    dated(closedAt),
    lease,
    clock,
    times?.clockFrom ?? null,
    times?.remindAt ?? null,
    times?.dueAt ?? null,
    times?.escalateAt ?? null,
  ];
}

/** What `spans_of_tasks` would make of the task's events. */
export function spanRow(claimId: string, task: Task): Cell[] {
  const { openedAt, startedAt, submittedAt, closedAt } = task;
  const waitedUntil = startedAt ?? closedAt ?? openedAt;
  const worked = startedAt !== null && submittedAt !== null ? submittedAt - startedAt : 0;
  const phase = closedAt !== null ? 'ended' : startedAt !== null ? 'working' : 'waiting';
  return [
    task.id,
    claimId,
    task.stage,
    task.holder?.id ?? null,
    new Date(openedAt),
    dated(startedAt),
    dated(closedAt),
    closedAt === null ? null : 'completed',
    phase,
    (waitedUntil - openedAt) / 1000,
    worked / 1000,
  ];
}

export function verdictRow(life: Life, verdict: Verdict, scale: number): Cell[] {
  const revision = verdict.approver ? 1 : null;
  const { attribution, fidelity } = life.verdictInput.findings;
  return [
    verdict.id,
    life.id,
    verdict.task.id,
    verdict.status,
    revision,
    attribution,
    fidelity,
    scale,
    life.rating,
    JSON.stringify(life.verdictInput.rationale),
    verdict.author.id,
    verdict.author.id,
    verdict.approver?.id ?? null,
    1 + (verdict.status === 'proposed' ? 1 : verdict.status === 'published' ? 2 : 3),
    new Date(verdict.submittedAt),
    new Date(verdict.recordedAt),
    dated(verdict.publishedAt),
  ];
}
