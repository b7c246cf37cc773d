/** PURE: the verdict as a word with its mark and place on the scale, and the three findings as sentences. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { containBidi } from '../../text/contain-bidi.js';
import { directionOf } from '../../text/direction.js';
import { primary } from '../../text/languages.js';
import { textFor, type TextIn } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import { dayOf } from './dates.js';
import { code, line, link, list, mark, plain, section, spoken, wordsFor } from './parts.js';
import { paragraphsOf, piecesOf, type Piece } from './prose.js';
import type { Reader } from './reader.js';
import { placeOf, sayPlace } from './scale.js';

type Rating = Edition<Words>['verdict']['rating'];

export const ratingLabel = ({ labels, slug }: Pick<Rating, 'labels' | 'slug'>, reader: Reader): TextIn =>
  textFor(labels, reader.language) ?? { language: 'en', text: slug };

/** Word and mark together; the color is in the class. */
export const ratingMark = (rating: Rating, reader: Reader, name = 'span'): string =>
  element(
    name,
    { class: `rating ${rating.polarity}` },
    mark(rating.polarity),
    spoken('span', ratingLabel(rating, reader)),
  );

/** With more places than these, single ones cannot be seen. */
const mostPlaces = 7;

/** Drawn from refuted to supported along the direction of reading, and said in words. */
export function scaleOf(rating: Rating, { words }: Reader): string {
  const { verdict } = words;
  const known = placeOf(rating);
  if (!known) return plain('p', sayPlace(rating, words), { class: 'quiet' });
  const { value, worst, best } = known;
  const places = Math.max(2, Math.min(mostPlaces, Math.abs(best - worst) + 1));
  const place = Math.round(((value - worst) / (best - worst || 1)) * (places - 1));
  const steps = Array.from({ length: places }, (_, at) =>
    element('i', at === place ? { class: `here ${rating.polarity}` } : {}, ''),
  );
  return element(
    'div',
    { class: 'scale' },
    element(
      'p',
      { class: 'steps', 'aria-hidden': 'true' },
      plain('span', verdict.refuted),
      ...steps,
      plain('span', verdict.supported),
    ),
    plain('p', sayPlace(rating, words), { class: 'unseen' }),
  );
}

export function verdictSection({ verdict }: Edition<Words>, reader: Reader): string {
  const { words } = reader;
  const { attribution, fidelity } = verdict.findings;
  return element(
    'section',
    { class: `verdict ${verdict.rating.polarity}`, 'aria-labelledby': 'verdict' },
    plain('h2', words.verdict.heading, { id: 'verdict' }),
    ratingMark(verdict.rating, reader, 'p'),
    scaleOf(verdict.rating, reader),
    plain('h3', words.verdict.findings, { class: 'unseen' }),
    list(
      [
        escape(words.attribution[attribution] ?? attribution),
        escape(words.fidelity[fidelity] ?? fidelity),
        line(words.veracity.said, { rating: spoken('b', ratingLabel(verdict.rating, reader)) }),
      ],
      { class: 'findings' },
    ),
    ...(verdict.recheckAt === null
      ? []
      : [
          element(
            'p',
            { class: 'quiet' },
            line(words.verdict.recheck, { date: dayOf(verdict.recheckAt, reader) }),
          ),
        ]),
  );
}

export function rationaleSection({ claim, verdict, evidence }: Edition<Words>, reader: Reader): string {
  const { words, language, frame } = reader;
  const body = wordsFor(verdict.rationale, reader, claim.language);
  if (!body) return '';
  const isTheirs = [primary(language), frame].includes(primary(body.language));
  return section(
    'why',
    words.rationale.heading,
    ...(isTheirs ? [] : [plain('p', words.rationale.otherLanguage, { class: 'quiet' })]),
    element(
      'div',
      { class: 'prose', lang: body.language, dir: directionOf(body.language) },
      ...paragraphsOf(body.text).map((part) =>
        element('p', {}, ...piecesOf(part, evidence.length).map(pieceOf)),
      ),
    ),
  );
}

function pieceOf(piece: Piece): string {
  if (piece.kind === 'mark') return link(`#e${String(piece.number)}`, code(piece.text), { class: 'note' });
  if (piece.kind === 'link') return link(piece.href, code(piece.text), { rel: 'external nofollow noopener' });
  return escape(containBidi(piece.text));
}
