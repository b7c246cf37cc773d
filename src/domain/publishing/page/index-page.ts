/** PURE: the index of all that is published. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { canonicalTopic } from '../../text/canonical-topic.js';
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { joined, words as feedWords } from '../feed-words.js';
import { dayOf } from './dates.js';
import { writePage } from './frame.js';
import { feedLinks, headOf, inShort, otherLanguages, pageLinks, topicIn, topicLink } from './list-parts.js';
import { code, line, link, plain } from './parts.js';
import { claimPath, indexPath, queryOf } from './paths.js';
import type { PublicRevision } from './public-claim.js';
import type { Reader } from './reader.js';
import { statement, statementFor } from './relations.js';
import { claimants } from './sources.js';
import { ratingLabel, ratingMark } from './verdict.js';

type Rating = Edition<Words>['verdict']['rating'];

export interface IndexPage {
  asked: {
    q?: string | undefined;
    topic?: string | undefined;
    rating?: string | undefined;
    after?: string | undefined;
  };
  items: readonly (PublicRevision & { underCorrection: boolean })[];
  /** Every rating that something published has. */
  ratings: readonly Rating[];
  next: string | null;
}

export function writeIndexPage(
  { asked, items, ratings, next }: IndexPage,
  publisher: Publisher,
  reader: Reader,
): string {
  const { index } = reader.words;
  const { after, ...filters } = asked;
  const query = queryOf(filters);
  const isFiltered = query !== '';
  const path = (language: string): string => `${indexPath(language)}${query}`;
  return writePage(
    {
      title: `${index.heading} — ${publisher.name}`,
      head: [
        ...headOf(publisher, reader, {
          path: (language) => `${indexPath(language)}${queryOf(asked)}`,
          about: feedWords[reader.frame].about,
          found: asked.q !== undefined,
        }),
        ...feedLinks(publisher, reader, asked.topic),
      ],
      others: otherLanguages(reader, path),
      content: [
        plain('h1', index.heading),
        searchForm(asked, ratings, reader),
        ...(asked.topic === undefined
          ? []
          : [
              element(
                'p',
                { class: 'quiet' },
                escape(`${index.topic}: `),
                topicIn(canonicalTopic(asked.topic), reader),
                ' · ',
                link(indexPath(reader.frame), escape(index.clear)),
              ),
            ]),
        items.length === 0
          ? plain('p', isFiltered || after !== undefined ? index.none : index.empty)
          : element(
              'ul',
              { class: 'found' },
              ...items.map((one) => element('li', {}, indexItem(one, reader))),
            ),
        ...pageLinks(reader, {
          first: after === undefined ? null : path(reader.frame),
          next: next === null ? null : `${indexPath(reader.frame)}${queryOf({ ...filters, after: next })}`,
        }),
      ],
    },
    publisher,
    reader,
  );
}

function searchForm(asked: IndexPage['asked'], ratings: readonly Rating[], reader: Reader): string {
  const { index } = reader.words;
  const option = (value: string, text: string): string =>
    plain('option', text, { value, ...(value === (asked.rating ?? '') && { selected: '' }) });
  return element(
    'form',
    { class: 'finder', action: indexPath(reader.frame), role: 'search' },
    element(
      'label',
      {},
      escape(index.search),
      element('input', { type: 'search', name: 'q', value: asked.q ?? '', dir: 'auto', maxlength: '200' }),
    ),
    element(
      'label',
      {},
      escape(index.rating),
      element(
        'select',
        { name: 'rating' },
        option('', index.anyRating),
        ...ratings.map((rating) => option(rating.slug, ratingLabel(rating, reader).text)),
      ),
    ),
    ...(asked.topic === undefined
      ? []
      : [element('input', { type: 'hidden', name: 'topic', value: asked.topic })]),
    plain('button', index.find),
  );
}

function indexItem(
  { edition, publishedAt, underCorrection }: IndexPage['items'][number],
  reader: Reader,
): string {
  const { claim, verdict, correction } = edition;
  const { frame, words } = reader;
  const said = statementFor(edition, reader);
  const date = dayOf(publishedAt, reader);
  return [
    element('p', {}, ratingMark(verdict.rating, reader)),
    statement(inShort(said), claimPath(reader.language, claim.ref)),
    ...(underCorrection ? [plain('p', feedWords[frame].underCorrection, { class: 'band' })] : []),
    element(
      'p',
      { class: 'quiet' },
      [
        joined(claimants(edition, reader), frame),
        line(correction ? words.status.corrected : words.status.published, { date }),
        code(claim.ref),
      ].join(' · '),
    ),
    ...(claim.topics.length === 0
      ? []
      : [element('p', { class: 'quiet chips' }, ...claim.topics.map((topic) => topicLink(topic, reader)))]),
  ].join('');
}
