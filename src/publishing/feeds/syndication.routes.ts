import { z } from 'zod';
import { publishedQuery } from '../claimreview.schema.js';
import type { ClaimReviewService } from '../claimreview.service.js';
import { tagOfDocument } from '../../platform/http/document-tag.js';
import { replyOr304 } from '../../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { writeAtom } from '../../domain/publishing/atom.js';
import { toChannel, type Channel } from '../../domain/publishing/channel.js';
import { toEntry } from '../../domain/publishing/entry.js';
import { toJsonFeed } from '../../domain/publishing/json-feed.js';
import { writeRss } from '../../domain/publishing/rss.js';
import { jsonFeed } from './syndication.schema.js';
import { queryOf } from '../../domain/publishing/page/paths.js';

const operation = operationsTagged('Syndication');

interface Form {
  ending: string;
  id: string;
  name: string;
  contentType: string;
  body: z.ZodType;
  write: (channel: Channel) => unknown;
}

const xml = z.string().describe('XML');

export const forms: readonly Form[] = [
  {
    ending: 'rss',
    id: 'getRssFeed',
    name: 'RSS 2.0',
    contentType: 'application/rss+xml',
    body: xml,
    write: writeRss,
  },
  {
    ending: 'atom',
    id: 'getAtomFeed',
    name: 'Atom 1.0',
    contentType: 'application/atom+xml',
    body: xml,
    write: writeAtom,
  },
  {
    ending: 'json',
    id: 'getJsonFeed',
    name: 'JSON Feed 1.1',
    contentType: 'application/feed+json',
    body: jsonFeed,
    write: toJsonFeed,
  },
];

/** The same feed in three forms. */
export const syndicationOperations = (claimReviews: ClaimReviewService): Operation[] =>
  forms.map(({ ending, id, name, contentType, body, write }) => {
    const path = `/v1/published.${ending}` as const;
    return operation(`GET ${path}`, {
      id,
      summary: `Verdicts, corrections and retractions as ${name}, newest first`,
      description:
        'One entry per claim: the verdict that stands, a correction as an entry of its own with its note. Of a ' +
        'retracted verdict only the reason is left. With `topic`, those whose last edition is about it.',
      permission: 'read',
      query: publishedQuery,
      answers: shows(name, body, { contentType }),
      handle: async ({ query, request }) => {
        const { published, next, first } = await claimReviews.listLatest(query);
        const { language, limit } = query;
        const { publisher } = claimReviews;
        const topic = query.topic?.join(',');
        const self = `${path}${queryOf({ language, topic, after: query.after })}`;
        const further = (after: string): string =>
          `${path}${queryOf({ language, topic, limit: String(limit), after })}`;
        const document = write(
          toChannel({
            entries: published.map((one) => toEntry(one, language, publisher)),
            language,
            publisher,
            first,
            topics: query.topic ?? [],
            path: self,
            next: next === null ? null : further(next),
          }),
        );
        return replyOr304(request, tagOfDocument(id, JSON.stringify(document)), ok(document));
      },
    });
  });
