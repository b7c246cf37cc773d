import { z } from 'zod';
import { markReasons } from '../../domain/claim/retraction.js';
import { publicMarks } from '../../domain/edition/edition.js';
import { noticeMoveNames, noticeStatuses } from '../../domain/edition/notice.js';
import { digest, idParams, reference } from '../../platform/http/schema.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { note } from '../../workflow/command.schema.js';
import { erasable } from './edition.schema.js';

export const notice = z
  .strictObject({
    digest: digest.describe('Names the notice: SHA-256 over the RFC 8785 form of `sealed`'),
    status: z.enum(noticeStatuses),
    document: z.strictObject({
      form: z.literal(1).describe('The form of this document'),
      claim: reference,
      revision: z.int().describe('The revision that was taken back'),
      mark: z.enum(publicMarks),
      reason: z.enum(markReasons),
      into: reference.nullable().describe('The claim it was merged into'),
      note: erasable(z.string()),
    }),
    sealed: z
      .record(z.string(), z.unknown())
      .describe('The same document as it is hashed: the note stands as its seal'),
  })
  .meta({
    id: 'Notice',
    description: 'The note of a retraction or merge: an edition without a revision of its own',
  });

export const noticeMoves = transitionsOf(noticeMoveNames, noticeStatuses).meta({ id: 'NoticeTransitions' });

export const noticeCommand = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('approve') }),
  z.strictObject({ event: z.literal('drop') }),
]);

export const noticeInput = z
  .strictObject({ note: note.describe('For readers, why it was taken back') })
  .meta({ id: 'NoticeInput' });

export const noticeParams = idParams.extend({ edition: digest.describe('Digest of the notice') });
