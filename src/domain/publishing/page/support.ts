/** PURE: what a verdict rests on: evidence, who was asked, the norms. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { textFor } from '../../text/nearest-language.js';
import { saysAgainst } from '../../verdict/right-of-reply.js';
import { element, escape } from '../markup.js';
import { joined } from '../feed-words.js';
import { edtfOf, momentOf } from './dates.js';
import { code, foreign, hostOf, line, link, list, noteFor, plain, section, spoken } from './parts.js';
import type { Reader } from './reader.js';
import { sourceName } from './sources.js';
import { fill } from './page-words.js';

type Evidence = Edition<Words>['evidence'][number];

export function evidenceSection({ evidence }: Edition<Words>, reader: Reader): string {
  const { words } = reader;
  if (evidence.length === 0)
    return section('evidence', words.evidence.heading, plain('p', words.evidence.none, { class: 'quiet' }));
  const items = evidence.map((one, at) =>
    element('li', { id: `e${String(at + 1)}` }, evidenceItem(one, at + 1, reader)),
  );
  return section('evidence', words.evidence.heading, element('ol', { class: 'evidence' }, ...items));
}

function evidenceItem({ url, stance, note, capture }: Evidence, number: number, reader: Reader): string {
  const { words } = reader;
  const title = capture?.title;
  const shown = typeof title === 'string' && title.trim() !== '' ? foreign('bdi', title) : code(hostOf(url));
  return [
    element(
      'p',
      {},
      code(`[E${String(number)}]`, { class: 'quiet' }),
      ' ',
      link(url, shown, { rel: 'external nofollow' }),
      ' ',
      plain('span', words.stances[stance] ?? stance, { class: `stance ${stance}` }),
    ),
    ...(note === null ? [] : [noteFor('p', note, reader)]),
    element('p', { class: 'quiet' }, [code(hostOf(url)), captureOf(capture, reader)].join(' · ')),
    ...(capture?.sha256
      ? [element('p', { class: 'quiet hash' }, escape(`${words.evidence.hash}: `), code(capture.sha256))]
      : []),
  ].join('');
}

function captureOf(capture: Evidence['capture'], reader: Reader): string {
  const { evidence } = reader.words;
  if (!capture) return escape(evidence.notCaptured);
  const date = momentOf(capture.attemptedAt, reader);
  return line(capture.sha256 === null ? evidence.failed : evidence.captured, { date });
}

/** Who was asked for a reply and what came of it; of what says something against somebody also that nobody was. */
export function contactsSection({ claim, contacts }: Edition<Words>, reader: Reader): string {
  const { contacts: words, outcomes } = reader.words;
  if (contacts.length === 0)
    return saysAgainst(claim.kind)
      ? section('asked', words.heading, plain('p', words.none, { class: 'quiet' }))
      : '';
  const items = contacts.map(({ source, label, outcome, date, text }) =>
    [
      element(
        'p',
        {},
        joined(
          [
            ...(source ? [sourceName(source, reader)] : []),
            ...(label === null ? [] : [noteFor('bdi', label, reader)]),
          ],
          reader.frame,
        ),
        ' — ',
        escape(outcomes[outcome] ?? outcome),
        ' · ',
        edtfOf(date, reader),
      ),
      ...(text === null ? [] : [element('blockquote', {}, noteFor('p', text, reader))]),
    ].join(''),
  );
  return section('asked', words.heading, list(items, { class: 'entries' }));
}

export function normsSection({ provisions }: Edition<Words>, reader: Reader): string {
  const { norms } = reader.words;
  if (provisions.length === 0) return '';
  const items = provisions.map(({ paragraph, instrument, verified, act, actor, date, direction }) => {
    const title = textFor(instrument.titles, reader.language);
    return [
      element(
        'p',
        {},
        title ? spoken('bdi', title) : foreign('bdi', instrument.label),
        ' ',
        element(
          'span',
          { class: 'quiet' },
          foreign('bdi', instrument.label),
          ' · ',
          escape(fill(norms.paragraph, { number: '' })),
          code(paragraph),
        ),
        ...(verified ? [] : [' ', plain('span', `(${norms.unverified})`, { class: 'quiet' })]),
      ),
      element(
        'dl',
        {},
        ...pair(norms.act, foreign('dd', act)),
        ...pair(norms.actor, foreign('dd', actor)),
        ...pair(norms.date, element('dd', {}, edtfOf(date, reader))),
        ...(direction === null
          ? []
          : pair(norms.direction, plain('dd', norms.directions[direction] ?? direction))),
      ),
    ].join('');
  });
  return section('norms', norms.heading, list(items, { class: 'entries' }));
}

const pair = (term: string, description: string): string[] => [plain('dt', term), description];
