import {
  entityTag,
  requireMatch,
  withVersionTag,
  taggedReplyOr304,
} from '../../platform/http/conditional.js';
import { pageOfAll } from '../../platform/http/page.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { newScale, scale, scaleQuery, type Scale } from './rating.schema.js';
import type { RatingService } from './rating.service.js';

const operation = operationsTagged('Ratings');
const tagOf = ({ version }: Scale): string => entityTag('scale', version);

export const ratingOperations = (ratings: RatingService): Operation[] => [
  operation('GET /v1/ratings', {
    id: 'listRatings',
    summary: 'Read the scale of ratings in use, or an older one',
    description:
      'In the order in which they are shown. A scale never changes: a new one is a new version, and each verdict names the version it was rated by.',
    permission: 'read',
    query: scaleQuery,
    answers: shows('A page of the scale', scale),
    problems: ['scale_not_found'],
    handle: async ({ query, request }) => {
      const found = await ratings.find(query.scale);
      const page = pageOfAll(found.items, query, ({ slug }) => slug, { scale: found.version });
      return taggedReplyOr304(request, tagOf(found), ok({ ...found, ...page }));
    },
  }),
  operation('POST /v1/ratings', {
    id: 'createRatingScale',
    summary: 'Put a whole new scale in use',
    description: 'Verdicts already written keep the version of the scale they were given in.',
    permission: 'administer',
    body: newScale,
    headers: { 'If-Match': 'The ETag of the scale it replaces: refused with 412 when another is in use' },
    answers: { 201: { description: 'The scale', body: scale, tagged: true } },
    problems: ['scale_changed', 'stale'],
    handle: async ({ body, caller, request }) => {
      const made = await ratings.publish(body, caller, (current) => {
        requireMatch(request, current ? tagOf(current) : '');
      });
      return withVersionTag(tagOf(made), created(`/v1/ratings?scale=${String(made.version)}`, made));
    },
  }),
];
