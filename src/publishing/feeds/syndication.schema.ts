import { z } from 'zod';

/** https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    description: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    next_url: z.string().optional(),
    language: z.string(),
    authors: z.array(z.strictObject({ name: z.string(), url: z.string() })),
    items: z.array(
      z.strictObject({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        content_html: z.string(),
        date_published: z.iso.datetime(),
        date_modified: z.iso.datetime(),
        language: z.string(),
        tags: z.array(z.string()).optional(),
        _isnad: z.strictObject({
          kind: z.enum(['verdict', 'correction', 'retraction', 'merge']),
          claim: z.string(),
          rating: z.string().nullable(),
          revision: z.int().nullable(),
          under_correction: z.boolean(),
        }),
      }),
    ),
  })
  .meta({ id: 'JsonFeed' });
