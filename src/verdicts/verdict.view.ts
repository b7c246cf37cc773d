import type { z } from 'zod';
import type { Conflict } from '../desk/desk.schema.js';
import type { VerdictRow } from './verdict.repository.js';
import type { verdict } from './verdict.schema.js';

type Texts = Record<string, string>;

/** The parts of its entity tag. The provisions it cites change beside it, and their versions only grow. */
export const tagOfVerdict = (row: VerdictRow, forDesk: boolean): (string | number)[] => [
  row.id,
  row.version,
  forDesk ? 'desk' : 'public',
  row.provisions.reduce((sum, { provision }) => sum + provision.version, 0),
];

export const viewVerdict = (row: VerdictRow, forDesk: boolean): z.input<typeof verdict> => ({
  id: row.id,
  claim: row.claim.ref,
  state: row.state,
  revision: row.revision,
  findings: { attribution: row.attribution, fidelity: row.fidelity, veracity: row.veracity },
  rating: {
    scale: row.rating.scale,
    slug: row.rating.slug,
    labels: row.rating.labels as Texts,
    polarity: row.rating.polarity,
  },
  rationale: row.rationale as Texts,
  evidence: row.evidence.map(({ evidence }) => evidence),
  provisions: row.provisions.map(({ provision, ...cited }) => ({
    provision: provision.ref,
    verified: provision.verified,
    ...cited,
  })),
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
    approver: row.approver?.ref ?? null,
  }),
});
