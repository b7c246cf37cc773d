/** PURE: the index of all that is published, and the list of what was put right. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import type { TextIn } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { retractionReason, words as feedWords } from '../words.js';
import { dayOf } from './dates.js';
import { writePage } from './frame.js';
import { cut } from './head.js';
import { code, foreign, line, link, noteFor, plain } from './parts.js';
import { claimPath, correctionsPath, feedPath, indexPath, queryOf } from './paths.js';
import type { PublicRevision } from './public-claim.js';
import { quoted } from './quoted.js';
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

const otherLanguages = (reader: Reader, path: (language: string) => string) =>
  ['ar', 'en'].filter((one) => one !== reader.frame).map((language) => ({ language, href: path(language) }));

const feedLinks = ({ url }: Publisher, { frame, words }: Reader, topic?: string): string[] =>
  [
    ['rss', 'application/rss+xml'],
    ['atom', 'application/atom+xml'],
    ['json', 'application/feed+json'],
  ].map(([form = '', type = '']) =>
    element('link', {
      rel: 'alternate',
      type,
      href: `${url}${feedPath(frame, form)}${queryOf({ topic })}`,
      title: `${words.site.verdicts} (${form.toUpperCase()})`,
    }),
  );

const alternates = ({ url }: Publisher, path: (language: string) => string): string[] =>
  ['ar', 'en'].map((language) =>
    element('link', { rel: 'alternate', hreflang: language, href: `${url}${path(language)}` }),
  );

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
        element('link', { rel: 'canonical', href: `${publisher.url}${path(reader.frame)}` }),
        ...alternates(publisher, path),
        ...feedLinks(publisher, reader, asked.topic),
      ],
      others: otherLanguages(reader, path),
      content: [
        plain('h1', index.heading),
        finder(asked, ratings, reader),
        ...(asked.topic === undefined
          ? []
          : [
              element(
                'p',
                { class: 'quiet' },
                escape(`${index.topic}: `),
                code(asked.topic),
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
        ...turns([
          ...(after === undefined ? [] : [link(path(reader.frame), escape(index.first))]),
          ...(next === null
            ? []
            : [
                link(
                  `${indexPath(reader.frame)}${queryOf({ ...filters, after: next })}`,
                  escape(index.next),
                  { rel: 'next' },
                ),
              ]),
        ]),
      ],
    },
    publisher,
    reader,
  );
}

const turns = (links: readonly string[]): string[] =>
  links.length === 0 ? [] : [element('p', { class: 'turn' }, ...links)];

function finder(asked: IndexPage['asked'], ratings: readonly Rating[], reader: Reader): string {
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

const longestShown = 280;
const inShort = ({ language, text }: TextIn): TextIn => ({ language, text: cut(text, longestShown) });

function indexItem(
  { edition, publishedAt, underCorrection }: IndexPage['items'][number],
  reader: Reader,
): string {
  const { claim, verdict, correction } = edition;
  const { frame, words } = reader;
  const said = statementFor(edition, reader) ?? {
    language: claim.language,
    text: quoted(claim.quote.exact, reader),
  };
  const date = dayOf(publishedAt, reader);
  return [
    element('p', {}, ratingMark(verdict.rating, reader)),
    statement(inShort(said), claimPath(reader.language, claim.ref)),
    ...(underCorrection ? [plain('p', feedWords[frame].underCorrection, { class: 'band' })] : []),
    element(
      'p',
      { class: 'quiet' },
      [
        claimants(edition, reader).join(frame === 'ar' ? '، ' : ', '),
        line(correction ? words.status.corrected : words.status.published, { date }),
        code(claim.ref),
      ].join(' · '),
    ),
    ...(claim.topics.length === 0
      ? []
      : [
          element(
            'p',
            { class: 'quiet chips' },
            ...claim.topics.map((topic) => link(`${indexPath(frame)}${queryOf({ topic })}`, code(topic))),
          ),
        ]),
  ].join('');
}

export interface CorrectionItem {
  kind: 'correction' | 'retraction' | 'merge';
  at: string;
  /** As it was corrected, or as it was taken back. */
  edition: Edition<Words>;
  /** Of the revision before; null where it was taken back. */
  was: Rating | null;
  reason: string;
  into: string | null;
  notice: string | null;
}

export function writeCorrectionsPage(
  {
    items,
    next,
    after,
  }: { items: readonly CorrectionItem[]; next: string | null; after?: string | undefined },
  publisher: Publisher,
  reader: Reader,
): string {
  const { list, index } = reader.words;
  return writePage(
    {
      title: `${list.heading} — ${publisher.name}`,
      head: [
        element('link', { rel: 'canonical', href: `${publisher.url}${correctionsPath(reader.frame)}` }),
        ...alternates(publisher, correctionsPath),
        ...feedLinks(publisher, reader),
      ],
      others: otherLanguages(reader, correctionsPath),
      content: [
        plain('h1', list.heading),
        plain('p', list.about, { class: 'quiet about' }),
        items.length === 0
          ? plain('p', list.none)
          : element(
              'ul',
              { class: 'found' },
              ...items.map((one) => element('li', {}, correctionItem(one, reader))),
            ),
        ...turns([
          ...(after === undefined ? [] : [link(correctionsPath(reader.frame), escape(index.first))]),
          ...(next === null
            ? []
            : [
                link(`${correctionsPath(reader.frame)}${queryOf({ after: next })}`, escape(index.next), {
                  rel: 'next',
                }),
              ]),
        ]),
      ],
    },
    publisher,
    reader,
  );
}

function correctionItem(
  { kind, at, edition, was, reason, into, notice }: CorrectionItem,
  reader: Reader,
): string {
  const { frame, words } = reader;
  const { claim, verdict, correction } = edition;
  const said = statementFor(edition, reader) ?? {
    language: claim.language,
    text: quoted(claim.quote.exact, reader),
  };
  const date = dayOf(at, reader);
  const changed = was !== null && was.slug !== verdict.rating.slug;
  return [
    element('p', { class: 'quiet' }, line(statusForm(kind, words.status), { date })),
    statement(inShort(said), claimPath(reader.language, claim.ref)),
    ...(kind === 'correction'
      ? [
          element(
            'p',
            {},
            ...(changed
              ? [escape(`${words.list.from} `), ratingMark(was, reader), escape(` ${words.list.to} `)]
              : []),
            ratingMark(verdict.rating, reader),
          ),
          element(
            'p',
            {},
            line(words.history.reason, { reason: escape(feedWords[frame].reasons[reason] ?? reason) }),
          ),
          ...(correction ? [noteFor('p', correction.note, reader)] : []),
        ]
      : [
          element(
            'p',
            {},
            escape(into === null ? retractionReason({ reason, into }, frame) : `${words.status.seeOther} `),
            ...(into === null ? [] : [link(claimPath(reader.language, into), code(into))]),
          ),
          ...(notice === null ? [] : [foreign('p', notice)]),
        ]),
  ].join('');
}

const statusForm = (kind: CorrectionItem['kind'], status: Reader['words']['status']): string =>
  ({ correction: status.corrected, retraction: status.retracted, merge: status.merged })[kind];
