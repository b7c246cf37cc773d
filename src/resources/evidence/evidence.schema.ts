import { z } from 'zod';
import { repairs } from '../../platform/http/repairs.js';
import { evidenceStances } from '../../domain/evidence/stance.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  httpUrl,
  idReference,
  instant,
  pageOf,
  pageQuery,
  prose,
  reference,
  uuid,
} from '../../platform/http/schema.js';
import { captureChanges, captureFailureCodes } from '../../domain/evidence/capture.js';
import { longest } from '../../domain/text/lengths.js';

const stance = z.enum(evidenceStances);
const sha256 = z.string().describe('Of the bytes as they came, in hexadecimal');

const failure = z.strictObject({
  code: z.enum(captureFailureCodes),
  detail: z.string().describe('Why, in words'),
});

export const captureOutcomes = ['captured', 'failed'] as const;

/** What is said of a capture wherever something rests on it. */
export const captureSummary = z
  .strictObject({
    id: uuid,
    number: z.int().describe('Counts the captures of this evidence, from 1'),
    outcome: z.enum(captureOutcomes),
    attemptedAt: instant,
    sha256: sha256.nullable(),
    title: z.string().nullable(),
    failure: failure.nullable(),
    change: z
      .enum(captureChanges)
      .nullable()
      .describe(
        'Since the last capture: the same bytes, the same readable text, changed, or gone; null where that is not known',
      ),
  })
  .meta({ id: 'CaptureSummary' });

export const capture = z
  .strictObject({
    ...captureSummary.shape,
    evidence: idReference,
    url: z.string().describe('Where the answer came from in the end'),
    redirects: z
      .array(z.strictObject({ url: z.string(), httpStatus: z.int() }))
      .describe('What was asked before it'),
    httpStatus: z.int().nullable().describe('Null where there was no answer'),
    headers: z
      .array(z.tuple([z.string(), z.string()]))
      .describe('Names and values as they came, without the values of cookies'),
    mediaType: z.string().nullable(),
    charset: z.string().nullable().describe('The encoding it was read in, whatever it says of itself'),
    language: z.string().nullable().describe('As the page says'),
    size: z.int().nullable().describe('In bytes'),
    excerpt: z.string().nullable().describe('The beginning of the readable text, where it has any'),
  })
  .meta({ id: 'Capture' });

export const captureText = z
  .strictObject({
    text: z
      .string()
      .nullable()
      .describe('Line by line; null where there is nothing to read, as in a picture'),
    language: z.string().nullable().describe('As the page says'),
  })
  .meta({ id: 'CaptureText' });

export const capturePage = pageOf(capture);

const captureState = z.strictObject({
  status: z
    .enum(['owed', 'captured', 'failed'])
    .describe('owed: a worker has still to look at it, or to try again'),
  latest: captureSummary.nullable().describe('What came of it the last time'),
  previous: captureSummary
    .nullable()
    .describe(
      'The last before it that was captured: what `change` compares with, and what is rested on while the latest failed',
    ),
});

export const evidenceInput = z.strictObject({
  url: httpUrl,
  stance: stance.describe('for or against the claim, or around it'),
  note: prose(longest.evidenceNote).optional(),
});

export type EvidenceInput = z.output<typeof evidenceInput>;

export const evidenceSorts = ['createdAt'] as const;
export const evidenceQuery = pageQuery.extend({
  sort: sortedBy(evidenceSorts),
  stance: commaSeparated(stance).optional(),
  ...createdWithin,
  updatedSince,
});
export type EvidenceQuery = z.output<typeof evidenceQuery>;

export const evidence = z
  .strictObject({
    id: uuid,
    claim: reference,
    url: z.string(),
    stance,
    note: z.string().nullable(),
    createdAt: instant,
    capture: captureState,
  })
  .meta({ id: 'Evidence' });

export const addedEvidence = evidence
  .extend({
    repairs,
  })
  .meta({ id: 'AddedEvidence' });
