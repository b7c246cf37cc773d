/** PURE: a feed as JSON Feed 1.1, with what it has no member for under a member of our own. */
import type { Channel } from './channel.js';
import type { Entry } from './entry.js';
import { printable } from './markup.js';

export const toJsonFeed = ({ self, next, home, publisher, language, title, about, entries }: Channel) => ({
  version: 'https://jsonfeed.org/version/1.1' as const,
  title,
  description: about,
  home_page_url: home,
  feed_url: self,
  ...(next !== null && { next_url: next }),
  language,
  authors: [{ name: publisher.name, url: publisher.url }],
  items: entries.map((entry) => toItem(entry, language)),
});

const toItem = (
  { id, url, title, html, published, updated, rating, kind, claim, revision, underCorrection }: Entry,
  language: string,
) => ({
  id,
  url,
  title: printable(title),
  content_html: html,
  date_published: published,
  date_modified: updated,
  language,
  ...(rating && { tags: [rating.label] }),
  _isnad: { kind, claim, rating: rating?.slug ?? null, revision, under_correction: underCorrection },
});
