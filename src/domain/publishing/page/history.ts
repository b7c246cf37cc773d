/** PURE: what became of a claim from one revision to the next. */
import { compareEditions } from '../../edition/compare-editions.js';
import type { Words } from '../../edition/read-edition.js';
import { containRun } from '../../text/contain-bidi.js';
import { diffWords } from '../../text/diff-words.js';
import { directionOfText } from '../../text/direction.js';
import { textFor } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import { correctionReason, joined } from '../feed-words.js';
import { dayOf } from './dates.js';
import { code, hostOf, line, link, noteFor, plain, section } from './parts.js';
import { revisionPath } from './paths.js';
import { languageForReader, type PublicClaim, type PublicRevision } from './public-claim.js';
import type { Reader } from './reader.js';
import { ratingMark } from './verdict.js';

/** The newest first, each with what it changed of the one before it. */
export function historySection({ before, current, takenBackBefore }: PublicClaim, reader: Reader): string {
  const { history, status } = reader.words;
  const all = [...before, current];
  const items = all
    .map((one, at) => [
      revisionItem(one, all[at - 1], reader),
      ...(one === current ? [] : [inFull(one, reader)]),
    ])
    .reverse();
  return section(
    'history',
    history.heading,
    element('ol', { class: 'history', reversed: '' }, ...items.map((item) => element('li', {}, ...item))),
    ...(takenBackBefore ? [plain('p', status.earlier, { class: 'quiet' })] : []),
  );
}

function inFull({ edition }: PublicRevision, reader: Reader): string {
  const { claim, revision } = edition;
  const readIn = languageForReader(edition, reader);
  return element(
    'p',
    { class: 'alone' },
    link(revisionPath(readIn, claim.ref, revision), escape(reader.words.history.inFull)),
  );
}

function revisionItem(one: PublicRevision, previous: PublicRevision | undefined, reader: Reader): string {
  const { history, status } = reader.words;
  const { edition, publishedAt, manner } = one;
  const { correction } = edition;
  const head = [
    dayOf(publishedAt, reader),
    escape(status.revision.replace('{number}', String(edition.revision))),
  ];
  return [
    element('p', {}, head.join(' · ')),
    ...(manner === 'break_glass' ? [plain('p', status.outOfTurn, { class: 'quiet' })] : []),
    ...(correction
      ? [
          element(
            'p',
            {},
            line(history.reason, {
              reason: escape(correctionReason(correction.reason, reader.frame)),
            }),
          ),
          noteFor('p', correction.note, reader),
        ]
      : []),
    ...(previous ? changes(previous, one, reader) : [plain('p', history.first, { class: 'quiet' })]),
  ].join('');
}

/** Shown in full below, not only by name. */
const shownInFull = ['/verdict/rating', '/verdict/findings', '/verdict/rationale', '/claim/glosses'];

function changes(
  { edition: old }: PublicRevision,
  { edition: now }: PublicRevision,
  reader: Reader,
): string[] {
  const { history, attribution, fidelity } = reader.words;
  const [was, is] = [old.verdict, now.verdict];
  const named = [
    ...new Set(
      compareEditions(old, now)
        .filter((pointer) => !shownInFull.includes(pointer))
        .filter((pointer) => pointer !== '/evidence' || hasChangedPiece(old.evidence, now.evidence))
        .map((pointer) => history.fields[`/${pointer.split('/')[1] ?? ''}`]),
    ),
  ].filter((name) => name !== undefined);
  return [
    ...(was.rating.slug === is.rating.slug
      ? []
      : [
          element(
            'p',
            {},
            escape(`${history.was} `),
            ratingMark(was.rating, reader),
            escape(` · ${history.now} `),
            ratingMark(is.rating, reader),
          ),
        ]),
    ...sentences(attribution, was.findings.attribution, is.findings.attribution, reader),
    ...sentences(fidelity, was.findings.fidelity, is.findings.fidelity, reader),
    ...textChange(was.rationale, is.rationale, reader),
    ...textChange(old.claim.glosses, now.claim.glosses, reader),
    ...evidenceChange(old.evidence, now.evidence, reader),
    ...(named.length === 0
      ? []
      : [
          element(
            'p',
            { class: 'quiet' },
            line(history.changed, {
              fields: escape(joined(named, reader.frame)),
            }),
          ),
        ]),
  ];
}

/** That something was struck out or added is only seen: here it is said as well. */
const sentences = (
  words: Readonly<Record<string, string>>,
  was: string,
  is: string,
  { words: { history } }: Reader,
): string[] =>
  was === is
    ? []
    : [
        element(
          'p',
          {},
          ...[escape(`${history.was} `), plain('del', words[was] ?? was)],
          ...[escape(` ${history.now} `), plain('ins', words[is] ?? is)],
        ),
      ];

/** Word by word, in the language of the reader; one that was only now written, or is gone, has nothing to be compared with. */
function textChange(
  old: Words | null,
  now: Words | null,
  { language, frame, words: { history } }: Reader,
): string[] {
  const [was, is] = [old, now].map((text) =>
    text === null || typeof text === 'string' || 'removed' in text ? undefined : textFor(text, language),
  );
  if (!was || was.language !== is?.language || was.text === is.text) return [];
  const inWords = (what: string): string => plain('span', `${what}: `, { class: 'unseen', lang: frame });
  const runs = diffWords(was.text, is.text).map(({ kind, text }) => {
    const run = escape(containRun(text));
    if (kind === 'same') return run;
    return kind === 'added'
      ? element('ins', {}, inWords(history.added), run)
      : element('del', {}, inWords(history.gone), run);
  });
  return [
    element('p', { class: 'diff', lang: is.language, dir: directionOfText(is.text, is.language) }, ...runs),
  ];
}

type Evidence = PublicRevision['edition']['evidence'];

/** A piece that both rest on has another note, stance or capture; those that came or went are named one by one. */
const hasChangedPiece = (old: Evidence, now: Evidence): boolean =>
  now.some((one) => {
    const was = old.find(({ id }) => id === one.id);
    return was !== undefined && compareEditions(was, one).length > 0;
  });

function evidenceChange(old: Evidence, now: Evidence, { words: { history } }: Reader): string[] {
  const missing = (some: Evidence, from: Evidence): Evidence =>
    some.filter(({ id }) => !from.some((one) => one.id === id));
  const say = (word: string, { url }: Evidence[number]): string =>
    element('p', {}, escape(`${word}: `), link(url, code(hostOf(url)), { rel: 'external nofollow' }));
  return [
    ...missing(now, old).map((one) => say(history.added, one)),
    ...missing(old, now).map((one) => say(history.gone, one)),
  ];
}
