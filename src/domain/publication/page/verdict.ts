/** PURE: the verdict as a word with its mark and place on the scale, and the three findings as sentences. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { containBidi } from '../../text/contain-bidi.js';
import { directionOf } from '../../text/direction.js';
import { textFor, type TextIn } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import { code, line, link, list, mark, plain, section, spoken, wordsFor } from './parts.js';
import type { Reader } from './reader.js';
import { fill } from './words.js';

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
export function scaleOf({ value, worst, best, polarity }: Rating, { words: { verdict } }: Reader): string {
  if (value === null || worst === null || best === null || polarity === 'neutral')
    return plain('p', verdict.offScale, { class: 'quiet' });
  const places = Math.max(2, Math.min(mostPlaces, Math.abs(best - worst) + 1));
  const place = Math.round(((value - worst) / (best - worst || 1)) * (places - 1));
  const steps = Array.from({ length: places }, (_, at) =>
    element('i', at === place ? { class: `here ${polarity}` } : {}, ''),
  );
  const values = { value: String(value), worst: String(worst), best: String(best) };
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
    plain('p', fill(verdict.scale, values), { class: 'unseen' }),
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
  );
}

/** `[E1]` in a rationale points at the first piece of evidence that is cited. */
const note = /(\[E\d{1,3}\])/;

export function rationaleSection({ claim, verdict, evidence }: Edition<Words>, reader: Reader): string {
  const { words, language, frame } = reader;
  const body = wordsFor(verdict.rationale, reader, claim.language);
  if (!body) return '';
  const primary = body.language.split('-')[0] ?? '';
  const isTheirs = [language.split('-')[0], frame].includes(primary);
  const piece = (given: string): string => {
    const number = note.test(given) ? given.slice(2, -1) : '0';
    return evidence[Number(number) - 1]
      ? link(`#e${number}`, code(given), { class: 'note' })
      : escape(containBidi(given));
  };
  const paragraphs = body.text.split('\n').filter((part) => part.trim() !== '');
  return section(
    'why',
    words.rationale.heading,
    ...(isTheirs ? [] : [plain('p', words.rationale.otherLanguage, { class: 'quiet' })]),
    element(
      'div',
      { class: 'prose', lang: body.language, dir: directionOf(body.language) },
      ...paragraphs.map((part) => element('p', {}, ...part.split(note).map(piece))),
    ),
  );
}
