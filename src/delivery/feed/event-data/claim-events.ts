/** What the events of claims say. */
import { z } from 'zod';
import { claimStatuses, endedStatuses } from '../../../domain/claim/lifecycle.js';
import { relationTypes } from '../../../domain/claim/relation.js';
import { retractionReasons } from '../../../domain/claim/retraction.js';
import { editionManners, publicMarks } from '../../../domain/edition/edition.js';
import type { EventType } from '../../../domain/event/types.js';
import { captureChanges, captureFailureCodes } from '../../../domain/evidence/capture.js';
import { digest, reference, uuid } from '../../../platform/http/schema.js';
import { correctionReasons } from '../../../domain/claim/correction.js';
import { priority } from '../../../workflow/command.schema.js';
import { event, quoted, sealed, was, type EventDescription } from './event-description.js';

const status = z.enum(claimStatuses);
const moved = { from: status.describe('Its status before'), to: status.describe('Its status since') };
const text = z.string();
const because = { reason: sealed.nullable() };
const noted = { note: sealed.nullable() };
const perhapsNoted = { note: sealed.nullable().optional() };
const verdict = { verdict: uuid.describe('id of the verdict') };
const evidence = { evidence: uuid.describe('id of the evidence') };
const sha256 = digest.nullable().describe('SHA-256 of the bytes; null where there are none');
const captured = {
  ...evidence,
  capture: uuid.describe('id of the capture'),
  change: z.enum(captureChanges).nullable().describe('What became of the page since the capture before'),
  sha256,
  title: sealed.nullable().describe('Of the page'),
  excerpt: sealed.nullable().describe('The beginning of its text'),
};
const related = {
  relation: uuid,
  type: z.enum(relationTypes),
  from: uuid.describe('id of the claim it goes out from'),
  to: uuid.describe('id of the claim it points at'),
  note: sealed.nullable().optional(),
};
const notice = { edition: digest.describe('Digest of the notice') };
const rated = was.optional().describe('Rating and revision that were published until then');
const cited = z.strictObject({ ...evidence, capture: uuid.nullable().describe('id of the capture') });
/** As `GET /v1/claims/{id}` shows them, with the id of the link each hangs on. */
const attributions = z.array(z.looseObject({})).describe('The links of the chain, each after its parent');

/** Those that were given; the others stay as they were. */
const describedFields = {
  kind: text,
  secondaryKinds: z.array(text),
  language: text,
  topics: z.array(text),
  priority,
  glosses: sealed.nullable(),
  statementDate: text.nullable(),
  dateBasis: sealed.nullable(),
  modality: sealed.nullable(),
  worthiness: sealed.nullable(),
  fidelityNote: sealed.nullable(),
  leads: sealed.nullable(),
  test: z.boolean(),
};

export const claimEvents = {
  'claim.submitted': event('A claim was entered.', {
    ref: text,
    to: z.literal('submitted').describe('Its status since'),
    ...z.object(describedFields).partial().shape,
    kind: text,
    language: text,
    priority,
    externalId: text.optional(),
    articleVersion: uuid.describe('id of the version it was found in'),
    exact: quoted,
    prefix: quoted,
    suffix: quoted,
    start: z.int(),
    end: z.int(),
  }),
  'claim.changed': event('What is noted about the claim was changed.', {
    ...z.object(describedFields).partial().shape,
    was,
  }),
  'claim.attributed': event('The chain of the claim was set.', {
    sources: z.array(text).describe('The sources it names, by id or ref'),
    attributions,
    was: was.optional(),
  }),
  'claim.related': event('A relation between two claims was made; each of them has this event.', related),
  'claim.unrelated': event(
    'A relation between two claims was taken back; each of them has this event.',
    related,
  ),
  'claim.provision_linked': event('The claim was linked to a norm.', {
    id: uuid,
    norm: text.describe('ref of the instrument or provision'),
    instrument: uuid.describe('id of the instrument'),
    provision: uuid.nullable().describe('id of the provision'),
    note: sealed.nullable().optional(),
  }),
  'claim.evidence_added': event('Evidence was added.', {
    ...evidence,
    stance: text.describe('For or against the claim, or around it'),
    url: text,
    note: sealed.nullable().optional(),
  }),
  'claim.evidence_captured': event('The page of evidence was captured.', captured),
  'claim.capture_failed': event('The page of evidence could not be captured.', {
    ...captured,
    reason: z.enum(captureFailureCodes),
    again: z.boolean().describe('Whether it will be tried again'),
  }),
  'claim.capture_requested': event('Another capture of evidence was asked for.', evidence),
  'claim.contact_recorded': event('Somebody was asked about the claim, or answered.', {
    contact: uuid.describe('id of the contact'),
    source: text.nullable().describe('ref of the source that was asked'),
    label: sealed.nullable().describe('Who was asked, where it is no source of ours'),
    outcome: text,
    channel: sealed.nullable(),
    date: text,
    text: sealed.nullable().optional().describe('What was asked or answered'),
  }),
  'claim.contact_withdrawn': event(
    'What was recorded of somebody who was asked is withdrawn: no later edition holds it.',
    {
      contact: uuid.describe('id of the contact'),
    },
  ),
  'claim.clash_arose': event(
    'A relation was entered through which two ratings that stand in public clash. Nobody has said why both may stand.',
    {
      relation: z.string().describe('The two claims and what the one is to the other: "C37 denies C34"'),
      claim: reference.describe('The other claim'),
      rating: text,
      theirs: text,
    },
  ),
  'claim.became_contested': event('A denial or contradiction points at the claim, and nothing answers it.'),
  'claim.ceased_contested': event('What contested the claim was answered or taken back.'),
  'claim.accepted': event('The claim is to be checked.', {
    ...moved,
    priority: priority.optional(),
    topics: z.array(text).optional(),
    was,
  }),
  'claim.rejected': event('The claim is not to be checked.', { ...moved, ...because }),
  'claim.merged': event('Another claim stands for this one.', {
    ...moved,
    into: reference,
    revision: z.int().optional().describe('The revision that was published until then'),
    was: rated,
    ...perhapsNoted,
  }),
  'claim.merge_target_changed': event('The claim it was merged into stands no more, or stands again.', {
    into: reference,
    ended: z.enum(endedStatuses).nullable().describe('What became of that one; null: it stands'),
  }),
  'claim.started': event('The review of the claim began.', moved),
  'claim.released': event('The review of the claim went back to the pool.', { ...moved, ...perhapsNoted }),
  'claim.verdict_recorded': event('A verdict was recorded and waits for approval.', {
    ...moved,
    ...verdict,
    evidence: z.array(cited).describe('What it rests on'),
    conflicts: z.array(z.looseObject({})).optional().describe('Ratings of related claims that clash with it'),
  }),
  'claim.approved': event('A verdict was published.', {
    ...moved,
    ...verdict,
    revision: z.int(),
    edition: digest.describe('Digest of the edition'),
    manner: z.enum(editionManners),
    rating: text.describe('Slug of what was found'),
    captures: z
      .array(z.strictObject({ ...evidence, capture: uuid.nullable().describe('id of the capture'), sha256 }))
      .optional()
      .describe('What it rests on'),
    correction: z
      .strictObject({
        reason: z.enum(correctionReasons),
        ...noted,
        from: z.int().nullable().describe('The revision that it takes the place of'),
      })
      .optional(),
    ...perhapsNoted,
    acknowledged: z
      .array(z.strictObject({ claim: text, ...noted }))
      .optional()
      .describe('Clashes that may stand, each with why'),
    was: rated,
  }),
  'claim.returned': event('A verdict was given back to its author.', { ...moved, ...verdict, ...noted }),
  'claim.withdrawn': event('A verdict was taken back by its author.', { ...moved, ...verdict, ...noted }),
  'claim.correction_started': event('A correction of the published revision began.', {
    ...moved,
    reason: z.enum(correctionReasons),
    ...noted,
  }),
  'claim.correction_canceled': event('A correction was given up; the revision stands.', {
    ...moved,
    ...perhapsNoted,
  }),
  'claim.retracted': event('The published revision was taken back.', {
    ...moved,
    revision: z.int().describe('The revision that was published until then'),
    reason: z.enum(retractionReasons),
    was: rated,
  }),
  'claim.reopened': event('The claim is back in triage.', { ...moved, ...because }),
  'claim.notice_proposed': event(
    'A note for readers about a retraction or merge waits for a second person.',
    {
      ...notice,
      mark: z.enum(publicMarks),
      reason: text,
      into: text.nullable().describe('ref of the claim that it was merged into'),
      revision: z.int().describe('The revision that was taken back'),
      ...noted,
    },
  ),
  'claim.notice_approved': event('A note about a retraction or merge is public.', notice),
  'claim.notice_dropped': event('A note about a retraction or merge was not let out.', notice),
} as const satisfies Partial<Record<EventType, EventDescription>>;
