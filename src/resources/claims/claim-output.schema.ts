/** What comes out of a claim. */
import { z } from 'zod';
import { verdictStatuses } from '../../domain/verdict/lifecycle.js';
import { contact } from '../contacts/contact.schema.js';
import { priorities } from '../../domain/task/priority.js';
import { evidence } from '../evidence/evidence.schema.js';
import { namedSource } from '../sources/source.schema.js';
import { idReference, instant, ref, reference, uuid } from '../../platform/http/schema.js';
import { stages, taskStatuses } from '../../domain/task/lifecycle.js';
import { claimMoveNames, claimStatuses, endedStatuses } from '../../domain/claim/lifecycle.js';
import { attributionModes } from '../../domain/claim/new-claim.js';
import { relationTypes } from '../../domain/claim/relation.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { claimKind } from './claim.schema.js';
import { directions } from '../../domain/instrument/rules.js';

const priorityOut = z.enum(priorities);

const mergeTarget = reference
  .extend({
    ended: z
      .enum(endedStatuses)
      .nullable()
      .describe('Where that claim stands no more, why: follow it no further. null: it stands'),
  })
  .meta({ id: 'MergeTarget' });

const versionOfArticle = z.int().describe('The number of the text that the quote stands in, from 1');

/** Where a claim stands. */
const stateFields = {
  status: z.enum(claimStatuses),
  rating: z.string().nullable(),
  revision: z.int().nullable(),
  contested: z.boolean(),
  underCorrection: z.boolean(),
  mergedInto: mergeTarget.nullable(),
};

const summaryFields = {
  id: uuid,
  ref,
  externalId: z.string().nullable().describe('What it is called elsewhere'),
  kind: claimKind,
  secondaryKinds: z.array(claimKind),
  language: z.string(),
  text: z.string().describe('The quote, in its original language; empty once it was withheld'),
  glosses: z.record(z.string(), z.string()),
  topics: z.array(z.string()),
  priority: priorityOut,
  ...stateFields,
  article: reference.extend({ version: versionOfArticle }),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
};

export const claimSummary = z.strictObject(summaryFields).meta({ id: 'ClaimSummary' });

/** As the list of an article's claims shows it. */
export const claimInArticle = z
  .strictObject({
    ...summaryFields,
    quote: z
      .strictObject({ start: z.int(), end: z.int() })
      .describe('Where it stands in that version of the article: code points from 0, end exclusive'),
  })
  .meta({ id: 'ClaimInArticle' });

export interface Attribution {
  source: z.output<typeof namedSource> | null;
  label: string | null;
  verb: string | null;
  mode: (typeof attributionModes)[number];
  anonymous: boolean;
  date: string | null;
  note: string | null;
  from: Attribution[];
}

const remark = 'A remark, in plain text; null outside the desk';

export const attribution: z.ZodType<Attribution> = z
  .strictObject({
    source: namedSource.nullable(),
    label: z.string().nullable(),
    verb: z.string().nullable(),
    mode: z.enum(attributionModes),
    anonymous: z.boolean(),
    date: z.string().nullable(),
    note: z.string().nullable().describe(remark),
    get from() {
      return z.array(attribution);
    },
  })
  .meta({ id: 'Attribution', description: 'One link of the chain, with the links it was heard from' });

export const relation = z
  .strictObject({
    id: uuid,
    type: z.enum(relationTypes),
    direction: z.enum(['out', 'in']),
    claim: reference.extend({
      text: z.string(),
      language: z.string().describe('The language of its text'),
      status: z.enum(claimStatuses),
      rating: z.string().nullable(),
    }),
    note: z.string().nullable().describe(remark),
    createdAt: instant,
  })
  .meta({ id: 'Relation' });

export const claimProvision = z
  .strictObject({
    id: uuid,
    instrument: reference,
    provision: reference
      .extend({
        paragraph: z.string(),
        direction: z.enum(directions),
        verified: z.boolean(),
      })
      .nullable(),
    note: z.string().nullable().describe(remark),
  })
  .meta({ id: 'ClaimProvision' });

/** Beside a task. */
export const verdictOfTask = idReference
  .nullable()
  .describe('What it is about: the last verdict submitted from it, or the one that an approval decides on');

export const claim = z
  .strictObject({
    ...summaryFields,
    article: reference.extend({ title: z.string(), version: versionOfArticle }),
    quote: z.strictObject({
      exact: z.string().describe('The words quoted; empty once they were withheld'),
      prefix: z.string(),
      suffix: z.string(),
      start: z.int(),
      end: z.int(),
    }),
    modality: z.string().nullable(),
    statementDate: z.string().nullable(),
    dateBasis: z.string().nullable(),
    worthiness: z.string().nullable(),
    fidelityNote: z.string().nullable(),
    leads: z.array(z.string()),
    test: z.boolean().describe('Made to try something out'),
    chain: attribution,
    relations: z.array(relation),
    provisions: z.array(claimProvision),
    evidence: z.array(evidence),
    contacts: z.array(contact).describe('Who was asked for a reply, newest last'),
    tasks: z
      .array(
        z.strictObject({
          id: uuid,
          stage: z.enum(stages),
          round: z.int(),
          status: z.enum(taskStatuses),
          assignee: reference.nullable(),
          verdict: verdictOfTask,
        }),
      )
      .optional()
      .describe('For the desk'),
    recheckDue: z.boolean().describe('The time for which the published finding was taken to hold has passed'),
    verdicts: z
      .array(
        z.strictObject({
          id: uuid,
          status: z.enum(verdictStatuses),
          revision: z.int().nullable(),
          veracity: z.string(),
          author: reference.optional().describe('For the desk'),
        }),
      )
      .describe('All of them for the desk, otherwise those that are or were published'),
  })
  .meta({ id: 'Claim' });

/** The document newsroom tools poll. */
export const claimState = z
  .strictObject({
    id: uuid,
    ref,
    ...stateFields,
    updatedAt: instant,
    version: z.int(),
  })
  .meta({ id: 'ClaimStatus' });

const mayRecord = z.strictObject({
  allowed: z.boolean().describe('Whether you may do it now'),
  why: z.string().nullable().describe('Why not, in words; null where it is allowed'),
});

export const claimMoves = transitionsOf(claimMoveNames, claimStatuses)
  .extend({
    recording: z
      .strictObject({
        words: mayRecord.describe('Glosses, notes of evidence, and what somebody answered'),
        facts: mayRecord.describe('Relations, and that somebody was asked'),
      })
      .nullable()
      .describe('What you may write and record beside the moves; null where your role records nothing'),
  })
  .meta({ id: 'ClaimTransitions' });
