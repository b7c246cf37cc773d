/** PURE: what is embedded elsewhere, and what is shown where nothing is. */
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { correctionReason } from '../feed-words.js';
import { bandsOf, statusOf, tombstone } from './claim-page.js';
import { dayOf } from './dates.js';
import { siteLogo, writeDocument, writePage } from './frame.js';
import { titleOf } from './head.js';
import { foreign, line, link, plain, spoken } from './parts.js';
import { claimPath, indexPath } from './paths.js';
import type { ProblemKind } from './page-words.types.js';
import type { PublicClaim } from './public-claim.js';
import type { Reader } from './reader.js';
import { statementFor } from './relations.js';
import { ratingMark } from './verdict.js';

/** Of every link in a frame: what it leads to has a window of its own. */
const outside = { target: '_blank', rel: 'noopener' } as const;

/** From 320 px upwards; says itself when the verdict was corrected or taken back, wherever it is embedded. */
export function writeEmbed(page: PublicClaim, publisher: Publisher, reader: Reader): string {
  const { published, current } = page;
  const { edition } = current;
  const { claim, verdict, correction } = edition;
  const { frame, words, language } = reader;
  const said = statementFor(edition, reader);
  const stands = published.kind === 'review';
  return writeDocument(
    { title: titleOf(page, reader), head: [element('meta', { name: 'robots', content: 'noindex' })] },
    reader,
    element(
      'body',
      {},
      element(
        'main',
        { class: `embed ${stands ? verdict.rating.polarity : ''}` },
        ...bandsOf(page, reader),
        ...(stands && correction
          ? [
              element(
                'p',
                { class: 'band' },
                line(words.embed.corrected, {
                  date: dayOf(current.publishedAt, reader),
                  reason: escape(correctionReason(correction.reason, frame)),
                }),
              ),
            ]
          : []),
        ...(stands ? [ratingMark(verdict.rating, reader, 'p')] : [tombstone(page, reader, outside)]),
        element('h1', {}, spoken('q', said)),
        element('p', { class: 'quiet' }, statusOf(page, reader).join(' · ')),
        element(
          'footer',
          {},
          element('span', { class: 'name' }, siteLogo, foreign('span', publisher.name)),
          link(claimPath(language, claim.ref), escape(words.embed.more), outside),
        ),
      ),
    ),
  );
}

/** In the place of an embed of which nothing is published, or that is not to be had now. */
export function writeProblemEmbed(kind: ProblemKind, publisher: Publisher, reader: Reader): string {
  const { problem } = reader.words;
  return writeDocument(
    { title: problem[kind], head: [element('meta', { name: 'robots', content: 'noindex' })] },
    reader,
    element(
      'body',
      {},
      element(
        'main',
        { class: 'embed' },
        plain('h1', problem[kind]),
        element(
          'footer',
          {},
          element('span', { class: 'name' }, siteLogo, foreign('span', publisher.name)),
          link(indexPath(reader.frame), escape(problem.back), outside),
        ),
      ),
    ),
  );
}

export function writeProblemPage(kind: ProblemKind, publisher: Publisher, reader: Reader): string {
  const { problem } = reader.words;
  return writePage(
    {
      title: `${problem[kind]} — ${publisher.name}`,
      head: [element('meta', { name: 'robots', content: 'noindex' })],
      others: ['ar', 'en']
        .filter((one) => one !== reader.frame)
        .map((language) => ({ language, href: indexPath(language) })),
      content: [
        plain('h1', problem[kind]),
        plain('p', problem[`${kind}Why`]),
        element('p', {}, link(indexPath(reader.frame), escape(problem.back))),
      ],
    },
    publisher,
    reader,
  );
}
