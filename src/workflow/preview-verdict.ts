/** PURE: what would become of a verdict if it were submitted now, whole or not. Nothing of it is kept. */
import type { Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import type { VerdictRemark } from '../domain/verdict/rules.js';
import { explainWarnings } from '../domain/verdict/warning.js';
import { isRefusal } from './change.js';
import type { VerdictEdit } from './commands.js';
import { findConflicts } from './find-conflicts.js';
import type { DocketQuery, Docket } from './docket.js';
import type { Conflict } from './docket-verdict.js';
import { momentOf, submitTask } from './submit-verdict.js';
import { referencesTo, resolveReferences } from './verdict-references.js';
import { findFaults } from './verdict-faults.js';

export interface VerdictPreview {
  /** Why it would be refused. */
  faults: VerdictRemark[];
  /** ids of evidence that it would wait for, as nobody has looked at it yet. */
  awaits: string[];
  warnings: VerdictRemark[];
  conflicts: Conflict[];
}

export const docketForPreview = (task: string, written: VerdictEdit): DocketQuery => ({
  task,
  references: referencesTo(written),
  related: true,
});

/** A refusal where this caller could not submit it, whatever it says. */
export function previewVerdict(
  docket: Docket,
  taskId: string,
  { findings = {}, rationale = {}, evidence = [], captures, provisions = [], recheckAt }: VerdictEdit,
  caller: Caller,
): VerdictPreview | Refusal {
  const submitted = submitTask(docket, taskId, {}, caller);
  if (isRefusal(submitted)) return submitted;
  const { attribution, fidelity, veracity } = findings;
  const cited = resolveReferences(docket, { veracity, evidence, captures, provisions });
  if ('why' in cited) return cited;
  const { claim, contacts } = docket;
  const { rating } = cited;
  return {
    faults: findFaults(docket, {
      ...{ attribution, fidelity, rationale },
      ...cited,
      validUntil: momentOf(recheckAt),
    }),
    awaits: cited.evidence.filter(({ owed }) => owed).map(({ evidenceId }) => evidenceId),
    warnings: explainWarnings({
      kind: claim.kind,
      polarity: rating?.polarity,
      stances: cited.evidence.map(({ stance }) => stance),
      provisions: cited.provisions.map(({ provision }) => provision),
      contacts,
      rationale,
    }),
    conflicts: rating ? findConflicts(docket, rating) : [],
  };
}
