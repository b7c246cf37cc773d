/** PURE: a revision that was replaced, as it was approved, without what was taken out of it since. */
import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { editionParts } from './claim-page.js';
import { dayOf } from './dates.js';
import { writePage } from './frame.js';
import { titleOf } from './head.js';
import { line, link } from './parts.js';
import { claimPath, revisionPath } from './paths.js';
import { languageForReader, languagesOf, type PublicClaim } from './public-claim.js';
import type { Reader } from './reader.js';

/** Undefined where none of this number was replaced, or nothing stands any more: what was taken back is not read on. */
export function writeEarlierPage(
  { published, current, before }: PublicClaim,
  revision: number,
  publisher: Publisher,
  reader: Reader,
): string | undefined {
  const at = before.findIndex(({ edition }) => edition.revision === revision);
  const [earlier, replacing = current] = [before[at], before[at + 1]];
  if (!earlier || published.kind !== 'review') return undefined;
  const { language, words } = reader;
  const { edition } = earlier;
  const { ref } = edition.claim;
  const standingIn = languageForReader(current.edition, reader);
  const page: PublicClaim = {
    published: { ...published, underCorrection: false },
    current: earlier,
    // Nothing that was said since.
    before: [],
    related: [],
    takenBackBefore: false,
    contested: false,
  };
  const said = line(words.status.replaced, {
    number: escape(String(revision)),
    date: dayOf(replacing.publishedAt, reader),
  });
  return writePage(
    {
      title: `${titleOf(page, reader)} — ${publisher.name}`,
      head: [element('meta', { name: 'robots', content: 'noindex' })],
      others: languagesOf(edition)
        .filter((one) => one !== language)
        .map((one) => ({ language: one, href: revisionPath(one, ref, revision) })),
      content: [
        element(
          'div',
          { class: 'band', role: 'note' },
          element('p', {}, said),
          element('p', {}, link(claimPath(standingIn, ref), escape(words.status.standing))),
        ),
        element('article', {}, ...editionParts(page, reader)),
      ],
    },
    publisher,
    reader,
  );
}
