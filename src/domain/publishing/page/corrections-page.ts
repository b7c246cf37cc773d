/** PURE: the list of what was put right. */
import type { Edition } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { correctionReason, retractionReason } from '../feed-words.js';
import { dayOf } from './dates.js';
import { writePage } from './frame.js';
import { feedLinks, headOf, inShort, otherLanguages, pageLinks } from './list-parts.js';
import { code, foreign, line, link, noteFor, plain } from './parts.js';
import { claimPath, correctionsPath, queryOf } from './paths.js';
import type { Reader } from './reader.js';
import { statement, statementFor } from './relations.js';
import { ratingMark } from './verdict.js';

type Rating = Edition<Words>['verdict']['rating'];

export interface CorrectionItem {
  kind: 'correction' | 'retraction' | 'merge';
  at: string;
  /** What it was corrected to does not stand any more: of that, neither ratings nor words are told again. */
  takenBack: boolean;
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
  const { list } = reader.words;
  return writePage(
    {
      title: `${list.heading} — ${publisher.name}`,
      head: [
        ...headOf(publisher, reader, {
          path: (language) => `${correctionsPath(language)}${queryOf({ after })}`,
          about: list.about,
        }),
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
        ...pageLinks(reader, {
          first: after === undefined ? null : correctionsPath(reader.frame),
          next: next === null ? null : `${correctionsPath(reader.frame)}${queryOf({ after: next })}`,
        }),
      ],
    },
    publisher,
    reader,
  );
}

function correctionItem(item: CorrectionItem, reader: Reader): string {
  const { kind, at, edition } = item;
  const said = statementFor(edition, reader);
  const date = dayOf(at, reader);
  return [
    element('p', { class: 'quiet' }, line(statusForm(kind, reader.words.status), { date })),
    statement(inShort(said), claimPath(reader.language, edition.claim.ref)),
    ...(kind === 'correction' ? correctedWhy(item, reader) : takenBackWhy(item, reader)),
  ].join('');
}

function correctedWhy({ edition, was, reason, takenBack }: CorrectionItem, reader: Reader): string[] {
  const { frame, words } = reader;
  const { verdict, correction } = edition;
  const why = element(
    'p',
    {},
    line(words.history.reason, { reason: escape(correctionReason(reason, frame)) }),
  );
  if (takenBack) return [why];
  const changed = was !== null && was.slug !== verdict.rating.slug;
  return [
    element(
      'p',
      {},
      ...(changed
        ? [escape(`${words.list.from} `), ratingMark(was, reader), escape(` ${words.list.to} `)]
        : []),
      ratingMark(verdict.rating, reader),
    ),
    why,
    ...(correction ? [noteFor('p', correction.note, reader)] : []),
  ];
}

function takenBackWhy(
  { reason, into, notice }: CorrectionItem,
  { language, frame, words }: Reader,
): string[] {
  return [
    element(
      'p',
      {},
      escape(into === null ? retractionReason({ reason, into }, frame) : `${words.status.seeOther} `),
      ...(into === null ? [] : [link(claimPath(language, into), code(into))]),
    ),
    ...(notice === null ? [] : [foreign('p', notice)]),
  ];
}

const statusForm = (kind: CorrectionItem['kind'], status: Reader['words']['status']): string =>
  ({ correction: status.corrected, retraction: status.retracted, merge: status.merged })[kind];
