/** What goes into a verdict and what comes out of it. */
import { z } from 'zod';
import { evidenceStances } from '../../domain/evidence/stance.js';
import { captureSummary } from '../evidence/evidence.schema.js';
import { correctionReasons } from '../../domain/claim/correction.js';
import {
  byLanguage,
  edtf,
  idOrRef,
  idReference,
  instant,
  label,
  prose,
  reference,
  uuid,
} from '../../platform/http/schema.js';
import { patchOf } from '../../platform/http/patch.js';
import { verdictMoveNames, verdictStatuses } from '../../domain/verdict/lifecycle.js';
import { attributionFindings, fidelityFindings } from '../../domain/verdict/rules.js';
import { warnings } from '../../domain/verdict/warning.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { longest } from '../../domain/text/lengths.js';

/** A related claim whose rating clashes with this verdict's. */
const conflict = z
  .strictObject({
    claim: reference.describe('The related claim'),
    relation: z.string().describe('as an edge: "C37 denies C34"'),
    rating: z.string(),
    theirs: z.string(),
    status: z.enum(['proposed', 'published']).describe('of their verdict'),
    note: z.string().nullable().describe('why both may stand, in the words of whoever approved'),
  })
  .meta({ id: 'CoherenceConflict' });

const findings = z.strictObject({
  attribution: z.enum(attributionFindings).describe('Was it said?'),
  fidelity: z.enum(fidelityFindings).describe('Was it quoted faithfully?'),
  veracity: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the slug of a rating')
    .max(64)
    .describe('Is it so? The slug of a rating of the current scale'),
});

const citedProvision = z.strictObject({
  id: idOrRef.describe('id or ref of the provision'),
  act: label(1000, 'What was done'),
  actor: label(500, 'By whom'),
  date: edtf.describe('When'),
  direction: z
    .enum(['to', 'from'])
    .optional()
    .describe(
      "Which way the goods went, seen from the instrument's subject; needed where the provision governs one way",
    ),
});

/** What PostgreSQL can keep as a moment, and a desk can mean. */
const laterMoment = instant.refine((moment) => moment >= '2000', 'must be after the year 2000');

const parts = {
  findings,
  rationale: byLanguage(prose(longest.rationale)),
  evidence: z.array(uuid).max(100).describe('ids of evidence of this claim'),
  provisions: z.array(citedProvision).max(50),
  captures: z
    .array(uuid)
    .max(100)
    .optional()
    .describe('Captures of the evidence that are meant, where it is not the last one that succeeded'),
  recheckAt: laterMoment
    .nullable()
    .optional()
    .describe(
      'Until when the finding is taken to hold, which must lie ahead when it is recorded; then it is due to be checked again',
    ),
};

export const verdictInput = z
  .strictObject({ ...parts, evidence: parts.evidence.default([]), provisions: parts.provisions.default([]) })
  .meta({ id: 'VerdictSubmission' });
export type VerdictInput = z.output<typeof verdictInput>;

const begun = (max: number) => label(max).or(z.literal('')).optional();
/** As far as somebody has come with it. */
const begunProvision = citedProvision.extend({
  act: begun(1000).describe('What was done'),
  actor: begun(500).describe('By whom'),
  date: begun(64).describe('When'),
});

/** A verdict in the making: any part of one, kept as it is given. */
export const draftInput = z
  .strictObject({ ...parts, findings: findings.partial(), provisions: z.array(begunProvision).max(50) })
  .partial()
  .meta({ id: 'DraftInput' });
export type Draft = z.output<typeof draftInput>;

/** As much of a verdict as there is; the norms that it cites are described whole. */
export const previewInput = z
  .strictObject({ ...parts, findings: findings.partial() })
  .partial()
  .meta({ id: 'VerdictPreviewInput' });

/** A change to a verdict that awaits approval. */
export const verdictPatch = patchOf({
  rationale: parts.rationale.optional(),
  findings: findings.partial().optional(),
  evidence: parts.evidence.optional(),
  captures: parts.captures,
  provisions: parts.provisions.optional(),
  recheckAt: parts.recheckAt,
}).meta({ id: 'VerdictPatch' });

export const verdict = z
  .strictObject({
    id: uuid,
    claim: reference,
    task: idReference.optional().describe('For the desk'),
    status: z.enum(verdictStatuses),
    revision: z.int().nullable(),
    findings: findings.extend({ veracity: z.string() }),
    rating: z.strictObject({
      scale: z.int(),
      slug: z.string(),
      labels: z.record(z.string(), z.string()),
      polarity: z.enum(['supports', 'refutes', 'neutral']),
    }),
    rationale: z.record(z.string(), z.string()),
    evidence: z.array(
      z.strictObject({
        id: uuid,
        url: z.string(),
        stance: z.enum(evidenceStances),
        note: z.string().nullable(),
        capture: captureSummary
          .nullable()
          .describe('What it was read in, once recorded; null where no capture had come of it by then'),
      }),
    ),
    provisions: z.array(
      z.strictObject({
        provision: reference,
        verified: z.boolean(),
        act: z.string(),
        actor: z.string(),
        date: z.string(),
        direction: z.enum(['to', 'from']).nullable(),
      }),
    ),
    recheckAt: instant.nullable(),
    recheckDue: z.boolean().optional().describe('Its time has passed while it was published; for the desk'),
    correction: z
      .strictObject({ reason: z.enum(correctionReasons), note: z.string() })
      .nullable()
      .describe('Why this revision replaced the one before it'),
    brokeGlass: z.boolean().describe('Approved out of turn, with a second person'),
    breakGlass: z
      .strictObject({
        reason: z.string().describe('Why it could not wait'),
        by: reference.describe('Who approved it out of turn'),
        second: reference.describe('Who confirms it, or did'),
      })
      .nullable()
      .optional()
      .describe('The approval out of turn, also while its second person has not confirmed it; for the desk'),
    warnings: z.array(z.enum(warnings)).optional().describe('What its approver should look at; for the desk'),
    conflicts: z.array(conflict).describe('Ratings of related claims that clash with this one'),
    note: z.string().nullable().optional().describe('From the member who decided; for the desk'),
    problem: z
      .record(z.string(), z.unknown())
      .nullable()
      .optional()
      .describe('Why it was refused; for the desk'),
    author: reference.optional().describe('For the desk'),
    lastEditor: reference.optional().describe('For the desk'),
    approver: reference.nullable().optional().describe('For the desk'),
    submittedAt: instant,
    recordedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    updatedAt: instant.describe(
      'When it was last changed; outside the desk, when it was published or, since then, superseded or retracted',
    ),
    version: z.int(),
  })
  .meta({ id: 'Verdict' });

export const verdictPreview = z
  .strictObject({
    faults: z
      .array(z.strictObject({ code: z.string(), pointer: z.string(), message: z.string() }))
      .describe('Why it would be refused; empty where it could be recorded'),
    awaits: z.array(uuid).describe('ids of evidence that it would wait for: nobody has looked at it yet'),
    warnings: z
      .array(z.strictObject({ code: z.enum(warnings), pointer: z.string(), message: z.string() }))
      .describe('Warnings to its approver, each with the field that can answer it'),
    conflicts: z.array(conflict).describe('Ratings of related claims that clash with this one'),
  })
  .meta({ id: 'VerdictPreview' });

export const verdictMoves = transitionsOf(verdictMoveNames, verdictStatuses).meta({
  id: 'VerdictTransitions',
});
