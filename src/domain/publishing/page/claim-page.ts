/** PURE: the page of one claim: what was found, why, on what it rests, and what became of it. */
import { directionOfText } from '../../text/direction.js';
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { joined, retractionReason, words as feedWords } from '../feed-words.js';
import { dayOf, edtfOf } from './dates.js';
import { writePage } from './frame.js';
import { headOf, titleOf } from './head.js';
import { historySection } from './history.js';
import { methodSection } from './method.js';
import { code, foreign, line, link, plain, spoken } from './parts.js';
import { claimPath } from './paths.js';
import { languagesOf, type PublicClaim } from './public-claim.js';
import { quoted } from './quoted.js';
import type { Reader } from './reader.js';
import { relationSections, statementFor } from './relations.js';
import { topicLink } from './list-parts.js';
import { chainSection, claimants, sourceName } from './sources.js';
import { contactsSection, evidenceSection, normsSection } from './support.js';
import { rationaleSection, verdictSection } from './verdict.js';
import { isPublisher } from '../claimant.js';

export function writeClaimPage(page: PublicClaim, publisher: Publisher, reader: Reader): string {
  const { published, current } = page;
  const content =
    published.kind === 'retraction'
      ? [tombstone(page, reader), ...claimPart(page, reader), methodSection(page, publisher, reader)]
      : [...editionParts(page, reader), historySection(page, reader), methodSection(page, publisher, reader)];
  const { ref } = current.edition.claim;
  return writePage(
    {
      title: `${titleOf(page, reader)} — ${publisher.name}`,
      head: headOf(page, publisher, reader),
      others: languagesOf(current.edition)
        .filter((language) => language !== reader.language)
        .map((language) => ({ language, href: claimPath(language, ref) })),
      content: [element('article', {}, ...content)],
    },
    publisher,
    reader,
  );
}

/** All that an edition says. */
export function editionParts(page: PublicClaim, reader: Reader): string[] {
  const { edition } = page.current;
  return [
    ...claimPart(page, reader),
    verdictSection(edition, reader),
    rationaleSection(edition, reader),
    evidenceSection(edition, reader),
    chainSection(edition, reader),
    relationSections(page, reader),
    contactsSection(edition, reader),
    normsSection(edition, reader),
  ];
}

function claimPart(page: PublicClaim, reader: Reader): string[] {
  const { words } = reader;
  const { edition } = page.current;
  const { claim, article } = edition;
  const said = statementFor(edition, reader);
  const own = quoted(claim.quote.exact, claim.language, reader);
  const title = spoken('cite', quoted(article.title, article.language, reader));
  const who = claimants(edition, reader);
  return [
    ...bandsOf(page, reader),
    element(
      'p',
      { class: 'quiet' },
      [
        ...[claim.kind, ...claim.secondaryKinds].map((kind) => escape(words.kinds[kind] ?? kind)),
        code(claim.ref),
        ...statusOf(page, reader),
      ].join(' · '),
    ),
    element('h1', {}, spoken('q', said)),
    ...(said.text !== own.text
      ? [
          plain('p', words.claim.ownWords, { class: 'quiet' }),
          element(
            'blockquote',
            { class: 'original', lang: own.language, dir: directionOfText(own.text, own.language) },
            spoken('p', own),
          ),
        ]
      : []),
    element(
      'dl',
      { class: 'facts' },
      plain('dt', words.claim.saidBy),
      element('dd', {}, who.length === 0 ? escape(words.claim.unknown) : joined(who, reader.frame)),
      ...(claim.statementDate === null
        ? []
        : [plain('dt', words.claim.on), element('dd', {}, edtfOf(claim.statementDate, reader))]),
      plain('dt', words.claim.article),
      element(
        'dd',
        {},
        ...[
          typeof article.url !== 'string' ? title : link(article.url, title, { rel: 'external nofollow' }),
          ...(article.outlet && isPublisher(article.outlet)
            ? [' — ', sourceName(article.outlet, reader)]
            : []),
          ...(article.datePublished === null ? [] : [' · ', edtfOf(article.datePublished, reader)]),
        ],
      ),
      ...(claim.topics.length === 0
        ? []
        : [
            plain('dt', words.index.topic),
            element(
              'dd',
              { class: 'alone' },
              claim.topics.map((topic) => topicLink(topic, reader)).join(' · '),
            ),
          ]),
    ),
  ];
}

/** What a reader has to know before anything else. */
export function bandsOf({ published, contested }: PublicClaim, { frame, words }: Reader): string[] {
  if (published.kind !== 'review') return [];
  return [
    ...(published.underCorrection ? [plain('p', feedWords[frame].underCorrection, { class: 'band' })] : []),
    ...(contested ? [plain('p', words.status.contested, { class: 'band' })] : []),
  ];
}

/** Published when, which revision, corrected when; each piece markup. */
export function statusOf({ published, current }: PublicClaim, reader: Reader): string[] {
  const { status } = reader.words;
  if (published.kind === 'retraction')
    return [
      line(published.into === null ? status.retracted : status.merged, {
        date: dayOf(published.takenBack, reader),
      }),
    ];
  return [
    line(status.published, { date: dayOf(published.firstPublished, reader) }),
    ...(current.edition.revision > 1
      ? [escape(status.revision.replace('{number}', String(current.edition.revision)))]
      : []),
    ...(current.edition.correction
      ? [line(status.corrected, { date: dayOf(current.publishedAt, reader) })]
      : []),
  ];
}

/** What is left of a verdict that was taken back, or of a claim that is treated with another. */
export function tombstone(
  { published }: PublicClaim,
  reader: Reader,
  ofLinks: Readonly<Record<string, string>> = {},
): string {
  if (published.kind !== 'retraction') return '';
  const { frame, words } = reader;
  const { reason, notice, into } = published;
  return element(
    'div',
    { class: 'band', role: 'note' },
    element(
      'p',
      {},
      plain('strong', into === null ? feedWords[frame].retraction : words.status.seeOther),
      ' ',
      ...(into === null ? [] : [link(claimPath(frame, into), code(into), ofLinks)]),
    ),
    ...(into === null ? [plain('p', retractionReason({ reason, into }, frame))] : []),
    ...(notice === null ? [] : [foreign('p', notice)]),
  );
}
