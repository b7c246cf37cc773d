import { z } from 'zod';
import { claimStatuses } from '../domain/claim/lifecycle.js';
import { relationTypes } from '../domain/claim/relation.js';
import { languageTag, prose, ref, reference, wholeNumber } from '../platform/http/schema.js';
import { cautionKinds, stances } from '../domain/match/stance.js';

export const matchInput = z
  .strictObject({
    text: prose(5000).describe('The claim somebody makes, in their words'),
    language: languageTag.describe(
      'The language of the text; ratings are named in it where they have a name',
    ),
    limit: z.int().min(1).max(50).default(10),
  })
  .meta({ id: 'MatchRequest' });

export const similarQuery = z.strictObject({
  limit: wholeNumber({ min: 1, max: 50 }).default(10).describe('How many at most'),
});

const found = z.strictObject({
  numbers: z
    .array(z.string())
    .describe(
      'One form for each: 1500, -5%, 1/4; with its money where it is given: `5000000 $`, and of which country where that is said: 5000000 CAD',
    ),
  dates: z.array(z.string()).describe('As precise as they are given: 2024-06-18, 2024-06, --06-18, --06'),
  names: z.array(z.string()).describe('Of sources known here, under the name they are shown with'),
  words: z.array(z.string()),
});

const why = z
  .strictObject({
    sameText: z.boolean().describe('Nothing but writing differs'),
    shared: found,
    onlyHere: found.describe('In the text that was asked about, and not in the other'),
    onlyThere: found,
    cautions: z
      .array(
        z.strictObject({
          kind: z.enum(cautionKinds),
          here: z.array(z.string()).describe('What causes it in the text that was asked about'),
          there: z.array(z.string()).describe('And in the other'),
        }),
      )
      .describe('What to look at before taking the two for one, with the words that cause it'),
    stance: z.enum(stances).describe('What the words say of it; never who is right'),
  })
  .meta({ id: 'MatchReasons' });

const score = z
  .number()
  .min(0)
  .max(1)
  .describe('How alike the words are: 1 is the same text. It says nothing about who is right');

/** The shape of the Fact Check Tools API (claims:search), with `score`, `why` and what is ours beside it. */
export const matches = z
  .strictObject({
    claims: z.array(
      z.strictObject({
        text: z.string(),
        claimant: z.string().nullable(),
        claimDate: z.string().nullable(),
        claimReview: z.array(
          z.strictObject({
            publisher: z.strictObject({ name: z.string(), site: z.string() }),
            url: z.string(),
            title: z.string().nullable(),
            reviewDate: z.string().nullable(),
            textualRating: z.string(),
            languageCode: z.string().nullable(),
          }),
        ),
        ref: ref.nullable().describe('Of our own claim; null for what others have checked'),
        underCorrection: z.boolean(),
        score,
        why,
      }),
    ),
    nextPageToken: z.null().describe('There is one page: the best, best first'),
  })
  .meta({ id: 'Matches' });

export const proposals = z
  .strictObject({
    items: z.array(
      z.strictObject({
        claim: reference.extend({
          text: z.string(),
          language: z.string(),
          status: z.enum(claimStatuses),
          rating: z.string().nullable(),
        }),
        relations: z
          .array(z.strictObject({ type: z.enum(relationTypes), direction: z.enum(['out', 'in']) }))
          .describe('Those that stand already between the two'),
        score,
        why,
      }),
    ),
    next: z.null().describe('There is one page: the best, best first'),
  })
  .meta({ id: 'SimilarClaims' });
