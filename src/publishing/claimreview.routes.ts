import { idParams } from '../platform/http/schema.js';
import { tagOfDocument } from '../platform/http/document-tag.js';
import { replyOr304 } from '../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Operation } from '../platform/http/route.js';
import { claimReview, claimReviewsQuery, dataFeed, languageQuery } from './claimreview.schema.js';
import type { ClaimReviewService } from './claimreview.service.js';

const operation = operationsTagged('Syndication');
const contentType = 'application/ld+json';

export function claimReviewOperations(claimReviews: ClaimReviewService): Operation[] {
  return [
    operation('GET /v1/claims/{id}/claimreview', {
      id: 'getClaimReview',
      summary: 'The published verdict on a claim as schema.org ClaimReview',
      description:
        'While a correction is under way the published revision stands, with `creativeWorkStatus` saying so. ' +
        '404 before a verdict is published, 410 with the reason once it was retracted or the claim merged.',
      permission: 'read',
      params: idParams,
      query: languageQuery,
      answers: shows('JSON-LD', claimReview, { contentType }),
      problems: ['claim_not_found', 'verdict_not_published', 'verdict_retracted', 'claim_merged'],
      handle: async ({ params: { id }, query: { language }, request }) => {
        const document = await claimReviews.read(id, language);
        return replyOr304(request, tagOfDocument('claimreview', JSON.stringify(document)), ok(document));
      },
    }),
    operation('GET /v1/claimreviews', {
      id: 'listClaimReviews',
      summary: 'Every published verdict as a schema.org DataFeed, one ClaimReview per claim',
      description:
        'In the order in which the claims were entered. Of a retracted verdict nothing is left but an item with ' +
        '`dateDeleted`, its address, and the reason in its description. The `Link` header leads to the next page.',
      permission: 'read',
      query: claimReviewsQuery,
      answers: shows('JSON-LD', dataFeed, {
        contentType,
        headers: { Link: 'The next page, `rel="next"`; absent on the last' },
      }),
      handle: async ({ query, request }) => {
        const { document, next } = await claimReviews.list(query);
        const { topic, updatedSince } = query;
        const more = new URLSearchParams({
          language: query.language,
          limit: String(query.limit),
          ...(topic && { topic: topic.join(',') }),
          ...(updatedSince !== undefined && { updatedSince }),
          after: String(next),
        });
        const link = `</v1/claimreviews?${more.toString()}>; rel="next"`;
        const headers = next === null ? {} : { Link: link };
        // The cursor is no part of the document, and yet of what was answered.
        const etag = tagOfDocument('claimreviews', JSON.stringify([document, next]));
        return replyOr304(request, etag, ok(document, headers));
      },
    }),
  ];
}
