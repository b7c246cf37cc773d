/** PURE: who denies a claim, and what other claims it has to do with. */
import { leavesOf } from '../../claim/attribution.js';
import { opposingTypes } from '../../claim/relation.js';
import type { Edition, EditionRelation } from '../../edition/edition.js';
import { isRemoved, type Words } from '../../edition/read-edition.js';
import { containBidi } from '../../text/contain-bidi.js';
import { directionOfText } from '../../text/direction.js';
import { textFor, type TextIn } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import { link, list, plain, section } from './parts.js';
import { claimPath } from './paths.js';
import { joined } from '../feed-words.js';
import { languageForReader, type PublicClaim } from './public-claim.js';
import { quoted } from './quoted.js';
import type { Reader } from './reader.js';
import { namesOf } from './sources.js';
import { ratingMark } from './verdict.js';

interface Other {
  type: string;
  direction: 'in' | 'out';
  claim: EditionRelation['claim'];
}

/** What its own edition says of others, and what theirs have come to say of it since; each once. */
function othersOf({ current: { edition }, related }: PublicClaim): Other[] {
  const theirs = related.flatMap(({ claim, chain, relations }) =>
    relations
      .filter((one) => one.claim.id === edition.claim.id && one.direction === 'out')
      .map(({ type }): Other => ({
        type,
        direction: 'in',
        claim: {
          id: claim.id,
          ref: claim.ref,
          language: claim.language,
          statement: claim.quote.exact,
          claimants: leavesOf(chain),
        },
      })),
  );
  const all = new Map(
    [...edition.relations, ...theirs].map((one) => [`${one.direction} ${one.type} ${one.claim.id}`, one]),
  );
  return [...all.values()];
}

export function relationSections(page: PublicClaim, reader: Reader): string {
  const { relations: words } = reader.words;
  const others = othersOf(page);
  const isDenial = ({ type, direction }: Other): boolean =>
    direction === 'in' && (opposingTypes as readonly string[]).includes(type);
  const show = (one: Other): string => otherItem(one, page, reader);
  const denials = others.filter(isDenial);
  const rest = others.filter((one) => !isDenial(one));
  return [
    section(
      'denials',
      words.denied,
      denials.length === 0
        ? plain('p', words.nobody, { class: 'quiet' })
        : list(denials.map(show), { class: 'entries' }),
    ),
    ...(rest.length === 0
      ? []
      : [section('related', words.others, list(rest.map(show), { class: 'entries related' }))]),
  ].join('');
}

function otherItem({ type, direction, claim }: Other, page: PublicClaim, reader: Reader): string {
  const { relations: words } = reader.words;
  const standing = page.related.find((one) => one.claim.id === claim.id);
  const own = quoted(claim.statement, claim.language, reader);
  const said = standing ? statementFor(standing, reader) : own;
  const who = namesOf(standing ? leavesOf(standing.chain) : claim.claimants, reader);
  const manner = who.length === 0 ? words[direction] : direction === 'out' ? words.outOf : words.inBy;
  const clash = page.current.edition.conflicts.some((one) => one.claim.id === claim.id);
  return [
    element(
      'p',
      { class: 'quiet' },
      escape(manner[type] ?? type),
      ...(who.length > 0 ? [' ', joined(who, reader.frame)] : []),
    ),
    statement(said, standing && claimPath(languageForReader(standing, reader), claim.ref)),
    ...(standing ? [element('p', {}, ratingMark(standing.verdict.rating, reader))] : []),
    ...(clash ? [plain('p', words.clash, { class: 'quiet' })] : []),
  ].join('');
}

/** What is claimed, as a line of its own that runs as its language does. */
export const statement = ({ language, text }: TextIn, href?: string): string => {
  const said = element('q', {}, escape(containBidi(text)));
  return element(
    'p',
    { class: 'statement', lang: language, dir: directionOfText(text, language) },
    href === undefined ? said : link(href, said),
  );
};

/** What a claim says, in the language of the reader where somebody has put it so. */
export function statementFor(
  { claim: { glosses, language, quote } }: Edition<Words>,
  reader: Reader,
): TextIn {
  const own = quoted(quote.exact, language, reader);
  const others = glosses === null || typeof glosses === 'string' || isRemoved(glosses) ? {} : glosses;
  const there = isRemoved(quote.exact) ? others : { ...others, [language]: own.text };
  return textFor(there, reader.language, language) ?? own;
}
