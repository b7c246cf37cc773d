/** PURE: what stands of a claim as one entry of a feed, in whatever form the feed is written. */
import { claimIn } from './claimreview.js';
import type { Language } from '../text/languages.js';
import { hasPagesHere, reviewUrl, type Publisher } from './publisher.js';
import type { Retraction, Review, Published } from './published.js';
import { firstCodePoints } from '../text/code-points.js';
import { directionOfText } from '../text/direction.js';
import { textFor, type TextIn } from '../text/nearest-language.js';
import { element, escape, textElement } from './markup.js';
import { paragraphsOf, piecesOf, type Piece } from './page/prose.js';
import { correctionReason, retractionReason, takenBack, words } from './feed-words.js';

export interface Entry {
  /** A URN: the same for good, another in each language. */
  id: string;
  kind: 'verdict' | 'correction' | 'retraction' | 'merge';
  claim: string;
  url: string;
  title: string;
  html: string;
  published: string;
  updated: string;
  /** None for a retraction or merge: what was taken back is not told again. */
  rating: { slug: string; label: string } | null;
  revision: number | null;
  underCorrection: boolean;
}

export function toEntry(published: Published, language: Language, publisher: Publisher): Entry {
  const { claim, changed } = published;
  const common = { claim: claim.ref, url: reviewUrl(publisher, claim.ref, language), updated: changed };
  if (published.kind === 'retraction')
    return {
      ...common,
      id: urnOf(published.id, language),
      kind: published.into === null ? 'retraction' : 'merge',
      title: titleOf(takenBack(published, language), published, language),
      html: page(language, quoteOf(published, language), retractionOf(published, language)),
      published: published.takenBack,
      rating: null,
      revision: null,
      underCorrection: false,
    };
  const { verdict, underCorrection } = published;
  const { slug, labels } = verdict.rating;
  const label = textFor(labels, language)?.text ?? slug;
  return {
    ...common,
    id: urnOf(verdict.id, language),
    kind: verdict.correction ? 'correction' : 'verdict',
    title: titleOf(
      verdict.correction ? `${words[language].correction}: ${label}` : label,
      published,
      language,
    ),
    html: page(
      language,
      quoteOf(published, language),
      textElement('p', label),
      ...noticesOf(published, language),
      ...bodyOf(published, language, publisher),
    ),
    published: verdict.publishedAt,
    rating: { slug, label },
    revision: verdict.revision,
    underCorrection,
  };
}

/**
 * A verdict in two languages is two entries, each with an identifier of its own for good: the verdict's UUID,
 * and the same as one of form 8, which RFC 9562 leaves to whoever makes them.
 */
const urnOf = (uuid: string, language: Language): string =>
  `urn:uuid:${language === 'ar' ? uuid : `${uuid.slice(0, 14)}8${uuid.slice(15)}`}`;

const claimOrRemoved = (claim: Published['claim'], language: Language): TextIn =>
  claimIn(claim, language) ?? { language, text: words[language].removed };

const longestTitle = 140;

/** One line. */
function titleOf(what: string, { claim }: Published, language: Language): string {
  const text = claimOrRemoved(claim, language).text.replace(/\s+/g, ' ');
  const start = firstCodePoints(text, longestTitle);
  return `${what}: ${start === text ? text : `${start}…`}`;
}

const page = (language: Language, ...content: string[]): string =>
  element('div', { lang: language, dir: words[language].direction }, ...content);

/** Text that may be in another language than the page says so, and which way it runs. */
const inLanguage = (language: string, text: string) => ({
  lang: language,
  dir: directionOfText(text, language),
});

function quoteOf({ claim }: Published, language: Language): string {
  const { text, language: spoken } = claimOrRemoved(claim, language);
  return element('blockquote', inLanguage(spoken, text), textElement('p', text));
}

const retractionOf = (retraction: Retraction, language: Language): string =>
  element(
    'p',
    {},
    textElement('strong', `${takenBack(retraction, language)}:`),
    ' ',
    textElement('span', retractionReason(retraction, language)),
    // It may be in another language than the page.
    ...(retraction.notice === null ? [] : [' ', textElement('span', retraction.notice, { dir: 'auto' })]),
  );

function noticesOf({ verdict, underCorrection }: Review, language: Language): string[] {
  const { correction, underCorrection: notice } = words[language];
  return [
    ...(underCorrection ? [element('p', {}, textElement('strong', notice))] : []),
    ...(verdict.correction
      ? [
          element(
            'p',
            {},
            textElement(
              'strong',
              `${correction} (${correctionReason(verdict.correction.reason, language)}):`,
            ),
            ' ',
            textElement('span', verdict.correction.note, { dir: 'auto' }),
          ),
        ]
      : []),
  ];
}

function bodyOf({ claim, verdict }: Review, language: Language, publisher: Publisher): string[] {
  const body = textFor(verdict.rationale, language, claim.language);
  if (!body) return [];
  const cited = verdict.evidence.length;
  const paragraphs = paragraphsOf(body.text).map((text) =>
    element('p', {}, ...piecesOf(text, cited).map((piece) => pieceIn(piece, claim.ref, language, publisher))),
  );
  return [element('div', inLanguage(body.language, body.text), ...paragraphs)];
}

/** A mark leads to the evidence on our page, where there is one. */
function pieceIn(piece: Piece, ref: string, language: Language, publisher: Publisher): string {
  const text = escape(piece.text);
  if (piece.kind === 'text' || (piece.kind === 'mark' && !hasPagesHere(publisher))) return text;
  const href =
    piece.kind === 'link' ? piece.href : `${reviewUrl(publisher, ref, language)}#e${String(piece.number)}`;
  return element('a', { href }, text);
}
