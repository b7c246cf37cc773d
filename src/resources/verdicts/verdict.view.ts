import type { z } from 'zod';
import type { Conflict } from '../../workflow/command.schema.js';
import { viewCaptureSummary } from '../evidence/capture.view.js';
import { findWarnings } from '../../domain/verdict/warning.js';
import type { VerdictRow } from '../../workflow/verdict.repository.js';
import type { verdict } from './verdict.schema.js';

type Texts = Record<string, string>;

/**
 * The parts of its entity tag. What it cites, and whom the desk has asked, changes beside it: provisions by
 * their versions, contacts by their number, and both only grow.
 */
export const tagOfVerdict = (row: VerdictRow, forDesk: boolean): (string | number)[] => [
  row.id,
  row.version,
  forDesk ? 'desk' : 'public',
  row.provisions.reduce((sum, { provision }) => sum + provision.version, 0) +
    (forDesk ? row.claim._count.contacts : 0),
];

export const viewVerdict = (row: VerdictRow, forDesk: boolean): z.input<typeof verdict> => ({
  id: row.id,
  claim: row.claim.ref,
  status: row.status,
  revision: row.revision,
  findings: { attribution: row.attribution, fidelity: row.fidelity, veracity: row.veracity },
  rating: {
    scale: row.rating.scale,
    slug: row.rating.slug,
    labels: row.rating.labels as Texts,
    polarity: row.rating.polarity,
  },
  rationale: row.rationale as Texts,
  evidence: row.evidence.map(({ evidence, capture }) => ({
    ...evidence,
    capture: capture && viewCaptureSummary(capture),
  })),
  provisions: row.provisions.map(({ provision, ...cited }) => ({
    provision: provision.ref,
    verified: provision.verified,
    ...cited,
    direction: cited.direction as 'to' | 'from' | null,
  })),
  validUntil: row.validUntil?.toISOString() ?? null,
  recheckDue: row.status === 'published' && row.recheckAskedAt !== null,
  correction:
    row.correctionReason === null ? null : { reason: row.correctionReason, note: row.correctionNote ?? '' },
  brokeGlass: row.second !== null,
  conflicts: row.conflicts as Conflict[],
  submittedAt: row.submittedAt.toISOString(),
  recordedAt: row.recordedAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  version: row.version,
  ...(forDesk && {
    task: row.taskId,
    note: row.note,
    problem: row.problem as Record<string, unknown> | null,
    author: row.author.ref,
    lastEditor: row.lastEditor.ref,
    approver: row.approver?.ref ?? null,
    breakGlass: row.second && { reason: row.breakGlassReason ?? '', second: row.second.ref },
    warnings: warningsOf(row),
  }),
});

const warningsOf = ({ claim, rating, evidence, provisions }: VerdictRow) =>
  findWarnings({
    kind: claim.kind,
    polarity: rating.polarity,
    stances: evidence.map(({ evidence: { stance } }) => stance),
    provisions: provisions.map(({ provision }) => provision),
    contacts: claim._count.contacts,
  });
