/** PURE: what would become of a verdict if it were submitted now. Nothing of it is kept. */
import type { Caller, Refusal } from '../domain/access/rules.js';
import type { Incompleteness } from '../domain/verdict/rules.js';
import { findWarnings, type Warning } from '../domain/verdict/warning.js';
import { isRefusal } from './change.js';
import type { WrittenVerdict } from './commands.js';
import { findConflicts } from './find-conflicts.js';
import type { Asked, Docket } from './docket.js';
import type { Conflict } from './docket-verdict.js';
import { submitVerdict, whatSubmittingAsks } from './submit-verdict.js';
import { findFaults } from './verdict-faults.js';

export interface VerdictPreview {
  /** Why it would be refused. */
  faults: Incompleteness[];
  /** ids of evidence that it would wait for, as nobody has looked at it yet. */
  awaits: string[];
  warnings: Warning[];
  conflicts: Conflict[];
}

export const whatPreviewingAsks = (task: string, written: WrittenVerdict): Asked => ({
  ...whatSubmittingAsks(task, written),
  related: true,
});

/** A refusal where this caller could not submit it, whatever it says. */
export function previewVerdict(
  docket: Docket,
  given: { verdictId: string; taskId: string },
  written: WrittenVerdict,
  caller: Caller,
): VerdictPreview | Refusal {
  const submitted = submitVerdict(docket, given, written, caller);
  if (isRefusal(submitted)) return submitted;
  const verdict = submitted.docket.verdicts.find(({ id }) => id === given.verdictId);
  if (!verdict) throw new Error('a submission adds its verdict');
  const { claim, contacts } = docket;
  return {
    faults: findFaults(claim, verdict),
    awaits: verdict.evidence.filter(({ owed }) => owed).map(({ evidenceId }) => evidenceId),
    warnings: findWarnings({
      kind: claim.kind,
      polarity: verdict.rating.polarity,
      stances: verdict.evidence.map(({ stance }) => stance),
      provisions: verdict.provisions.map(({ provision }) => provision),
      contacts,
    }),
    conflicts: findConflicts(docket, verdict.rating),
  };
}
