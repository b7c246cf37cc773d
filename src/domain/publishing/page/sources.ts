/** PURE: who is named in an edition, in the language of the reader. */
import { leavesOf } from '../../claim/attribution.js';
import type { Claimant, Edition, EditionLink, EditionSource } from '../../edition/edition.js';
import type { Words } from '../../edition/read-edition.js';
import { undetermined } from '../../text/language-of.js';
import { nameIn } from '../../text/name-in.js';
import { element } from '../markup.js';
import { edtfOf } from './dates.js';
import { foreign, plain, section, spoken } from './parts.js';
import { quoted } from './quoted.js';
import type { Reader } from './reader.js';

/** In their language where there is one; otherwise the name that the desk calls it by. */
export function sourceName(source: EditionSource, reader: Reader): string {
  const inTheirs = nameIn(source, reader.language, reader.frame);
  return inTheirs ? spoken('bdi', inTheirs) : foreign('bdi', quoted(source.name, undetermined, reader).text);
}

const whoIs = ({ source, label, anonymous }: Claimant, reader: Reader): string => {
  const known = source ? sourceName(source, reader) : label === null ? '' : foreign('bdi', label);
  if (known === '') return plain('span', reader.words.claim.anonymous, { class: 'quiet' });
  return anonymous
    ? `${known} ${plain('span', `(${reader.words.claim.anonymous})`, { class: 'quiet' })}`
    : known;
};

/** The original claimants: the leaves of the chain, each once; of an article in its own voice, its outlet. */
export const claimants = ({ chain }: Pick<Edition<Words>, 'chain'>, reader: Reader): string[] =>
  namesOf(leavesOf(chain), reader);

/** Each once. */
export const namesOf = (claimants: readonly Claimant[], reader: Reader): string[] => [
  ...new Set(claimants.map((one) => whoIs(one, reader))),
];

/** The chain as a tree of lines, from the article inward. */
export function chainSection({ chain, article }: Edition<Words>, reader: Reader): string {
  const { chain: words, modes } = reader.words;
  const item = (link: EditionLink, isRoot: boolean): string => {
    const { verb, mode, date, from } = link;
    const who =
      isRoot && link.source === null && link.label === null
        ? spoken('bdi', quoted(article.title, article.language, reader))
        : whoIs(link, reader);
    const notes = [
      ...(verb === null ? [] : [foreign('span', verb, { class: 'verb' })]),
      plain('span', modes[mode] ?? mode),
      ...(date === null ? [] : [edtfOf(date, reader)]),
    ];
    return element(
      'li',
      { class: mode === 'indirect' ? 'indirect' : 'direct' },
      element('span', { class: 'who' }, who),
      ' ',
      element('span', { class: 'quiet notes' }, notes.join(' · ')),
      ...(from.length === 0 ? [] : [element('ul', {}, ...from.map((one) => item(one, false)))]),
    );
  };
  return section(
    'chain',
    words.heading,
    plain('p', words.note, { class: 'quiet' }),
    element('ul', { class: 'chain' }, item(chain, true)),
  );
}
