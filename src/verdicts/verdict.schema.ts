/** What goes into a verdict and what comes out of it. */
import { z } from 'zod';
import { conflict } from '../desk/desk.schema.js';
import { byLanguage, edtf, instant, instrumentIdOrRef, label, prose, ref, uuid } from '../http/schema.js';

export const attributionFindings = ['confirmed', 'unconfirmed', 'misattributed'] as const;
export const fidelityFindings = ['faithful', 'altered', 'fabricated', 'not_applicable'] as const;
export const verdictStates = [
  'submitted',
  'refused',
  'proposed',
  'returned',
  'withdrawn',
  'published',
  'superseded',
  'retracted',
] as const;

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
  id: instrumentIdOrRef.describe('id or ref of the provision'),
  act: label(1000).describe('What was done'),
  actor: label(500).describe('By whom'),
  date: edtf.describe('When'),
});

const parts = {
  findings,
  rationale: byLanguage(prose(20_000)),
  evidence: z.array(uuid).max(100).describe('ids of evidence of this claim'),
  provisions: z.array(citedProvision).max(50),
};

export const verdictInput = z
  .strictObject({ ...parts, evidence: parts.evidence.default([]), provisions: parts.provisions.default([]) })
  .meta({ id: 'VerdictSubmission' });
export type VerdictInput = z.output<typeof verdictInput>;

/** A verdict in the making: any part of one, kept as it is given. */
export const draftInput = z
  .strictObject({ ...parts, findings: findings.partial() })
  .partial()
  .meta({ id: 'DraftInput' });
export type Draft = z.output<typeof draftInput>;

export const verdict = z
  .strictObject({
    id: uuid,
    claim: ref,
    task: uuid.optional().describe('For the desk'),
    state: z.enum(verdictStates),
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
        stance: z.enum(['for', 'against', 'context']),
        note: z.string().nullable(),
      }),
    ),
    provisions: z.array(
      z.strictObject({
        provision: z.string(),
        verified: z.boolean(),
        act: z.string(),
        actor: z.string(),
        date: z.string(),
      }),
    ),
    conflicts: z.array(conflict).describe('Ratings of related claims that clash with this one'),
    note: z.string().nullable().optional().describe('From whoever decided; for the desk'),
    problem: z
      .record(z.string(), z.unknown())
      .nullable()
      .optional()
      .describe('Why it was refused; for the desk'),
    author: ref.optional().describe('For the desk'),
    approver: ref.nullable().optional().describe('For the desk'),
    submittedAt: instant,
    recordedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Verdict' });
