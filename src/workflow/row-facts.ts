/** PURE: the rows of a change as facts for its events; chains and norms stand in the data of theirs. */
import type { Change } from './change.js';
import type { Columns } from './columns.js';
import type { ChangedRow, DocketRows } from './docket-rows.js';
import type { editionRows } from './edition-rows.js';
import type { RowFact } from './assign-rows.js';

type Rows = DocketRows & ReturnType<typeof editionRows>;

export const factsOf = (change: Change, rows: Rows): RowFact[] => [
  ...rows.claims.map(({ id, set, was }) => ({
    table: 'claims' as const,
    claim: id,
    about: id,
    ...{ now: { id, ...set }, was: { id, ...was } },
  })),
  ...changedIn('verdicts', change, rows.verdicts),
  ...changedIn('review_tasks', change, rows.tasks),
  ...addedIn('review_tasks', change, rows.newTasks),
  ...addedIn('verdicts', change, rows.newVerdicts),
  ...citedFacts(change, rows),
  ...addedIn('relations', change, rows.relations),
  ...rows.unrelated.map((id) => ({ ...ofClaim('relations', change), about: id, gone: { id } })),
  ...addedIn('evidence', change, rows.noted?.evidence ?? []),
  ...addedIn('contacts', change, rows.noted?.contacts ?? []),
  ...(rows.noted?.withdrawn ?? []).map(({ id, ...set }) => ({
    ...ofClaim('contacts', change),
    ...{ now: { id, ...set }, was: { id, status: 'recorded', withdrawn_at: null } },
  })),
  ...rows.editions.map(({ claim, verdict, digest, document, revision, manner, publishedAt }) => ({
    ...ofClaim('editions', change),
    now: {
      digest,
      document,
      revision,
      manner,
      claim_id: claim,
      verdict_id: verdict,
      published_at: publishedAt,
    },
  })),
  ...noticeFacts(change, rows),
  ...glassFacts(change),
];

const ofClaim = <Name extends RowFact['table']>(table: Name, { docket: { claim } }: Change) => ({
  table,
  claim: claim.id,
  about: claim.id,
});

const changedIn = (table: RowFact['table'], change: Change, rows: readonly ChangedRow[]): RowFact[] =>
  rows.map(({ id, set, was }) => ({
    ...{ ...ofClaim(table, change), about: id },
    ...{ now: { id, ...set, ...ownerOf(table, change) }, was: { id, ...was } },
  }));

/** Words of a verdict are sealed as words of its claim, where they are about it. */
const ownerOf = (table: RowFact['table'], { docket: { claim } }: Change): Columns =>
  table === 'verdicts' ? { claim_id: claim.id } : {};

const addedIn = (table: RowFact['table'], change: Change, rows: readonly Columns[]): RowFact[] =>
  rows.map((row) => ({ ...ofClaim(table, change), about: String(row['id']), now: row }));

/** What a verdict cites is written anew as a whole. */
const citedFacts = (change: Change, { cited }: Rows): RowFact[] =>
  cited.flatMap(({ id, claimId, evidence, provisions }) => {
    const before = change.before.verdicts.find((one) => one.id === id);
    const about = { claim: claimId, about: id };
    return [
      ...(before?.evidence ?? [])
        .filter(({ evidenceId }) => !evidence.some((one) => one['evidence_id'] === evidenceId))
        .map(({ evidenceId }) => ({
          ...{ table: 'verdict_evidence' as const, ...about },
          gone: { verdict_id: id, evidence_id: evidenceId },
        })),
      ...evidence.map((row) => ({
        ...{ table: 'verdict_evidence' as const, ...about },
        now: { verdict_id: id, claim_id: claimId, ...row },
      })),
      ...(before?.provisions ?? []).slice(provisions.length).map((_, index) => ({
        ...{ table: 'verdict_provisions' as const, ...about },
        gone: { verdict_id: id, position: provisions.length + index },
      })),
      ...provisions.map((row) => ({
        ...{ table: 'verdict_provisions' as const, ...about },
        now: { verdict_id: id, ...row },
      })),
    ];
  });

const noticeFacts = (change: Change, { notices }: Rows): RowFact[] => [
  ...(notices?.added ?? []).map(({ digest, mark, revision, document, claim, by, at }) => ({
    ...ofClaim('notices', change),
    now: { digest, mark, revision, document, claim_id: claim, proposed_by_id: by, proposed_at: at },
  })),
  ...(notices?.decided ?? []).map(({ digest, status, by, at }) => ({
    ...ofClaim('notices', change),
    now: { digest, status, decided_by_id: by, decided_at: at },
  })),
];

/** A verdict that is proposed no more is not waited for either: the database deletes the row with its proposals. */
function glassFacts(change: Change): RowFact[] {
  const { before, docket } = change;
  const glassBreak = change.docket.glassBreak;
  if (glassBreak && glassBreak !== before.glassBreak) {
    const { verdictId, by, second, digest, reason, note, acknowledge, askedAt, escalatedAt } = glassBreak;
    const now = {
      verdict_id: verdictId,
      by_id: by.id,
      second_id: second.id,
      digest,
      reason,
      note,
      acknowledge,
      asked_at: askedAt,
      escalated_at: escalatedAt,
    };
    return [{ ...ofClaim('glass_breaks', change), about: verdictId, now }];
  }
  const waited = before.glassBreak;
  if (!waited) return [];
  const isOver = docket.verdicts.every(({ id, status }) => id !== waited.verdictId || status !== 'proposed');
  if (glassBreak && !isOver) return [];
  return [
    { ...ofClaim('glass_breaks', change), about: waited.verdictId, gone: { verdict_id: waited.verdictId } },
  ];
}
