/** PURE: the parts of an edition as texts, each thing in them by itself, so that what has become of it can be said word by word. */
import { topicName } from '../../../src/domain/claim/topic-names.js';
import type { EditionPart } from '../../../src/domain/edition/changed-parts.js';
import { pageWords } from '../../../src/domain/publishing/page/page-words.js';
import { dateInWords } from '../../../src/domain/text/date-in-words.js';
import { isolateIn } from '../../../src/domain/text/contain-bidi.js';
import { directionOf } from '../../../src/domain/text/direction.js';
import type { Language } from '../../../src/domain/text/languages.js';
import type { EditionDocument } from '../api/verdicts.js';
import type { Words } from '../language/words.js';
import { hostOf } from '../parts/foreign.js';
import { labelOf } from '../parts/ratings.rules.js';
import { nameOf } from '../review/names.rules.js';
import { textsOf, type Removable } from './sealed-text.rules.js';

/** How the desk says it. */
export interface Said {
  language: Language;
  numberingSystem?: string | undefined;
  words: Words;
  rating: (slug: string) => string;
  day: (instant: string) => string;
}

interface Text {
  /** What it is of: the same before and after. */
  key: string;
  /** BCP 47, where it is known. */
  language?: string | undefined;
  text: string;
}

interface ChangedText {
  key: string;
  language: string | undefined;
  before: string;
  after: string;
}

/** What a part held and what it holds, of those things in it that are not the same. */
export function changedTexts(
  part: EditionPart,
  before: EditionDocument,
  after: EditionDocument,
  said: Said,
): ChangedText[] {
  const [old, now] = [textsOfPart(part, before, said), textsOfPart(part, after, said)];
  return [...new Map([...old, ...now].map(({ key, language }) => [key, language]))].flatMap(
    ([key, language]) => {
      const [was = '', is = ''] = [old, now].map((texts) => texts.find((one) => one.key === key)?.text);
      return was === is ? [] : [{ key, language, before: was, after: is }];
    },
  );
}

function textsOfPart(part: EditionPart, document: EditionDocument, said: Said): Text[] {
  const { claim, article, verdict, correction } = document;
  const { words, language } = said;
  const page = pageWords[language];
  const one = (...pieces: (string | null | undefined)[]): Text[] => [{ key: part, text: joined(pieces) }];
  switch (part) {
    case 'revision':
      return one(words('verdicts.revision', { revision: document.revision }));
    case 'claim':
      return one(claim.ref, claim.language);
    case 'kind':
      return one(...[claim.kind, ...claim.secondaryKinds].map((kind) => page.kinds[kind]));
    case 'quote':
      return [{ key: part, language: claim.language, text: quoted(claim.quote.exact, said) }];
    case 'glosses':
      return textsOf(claim.glosses).map(asText);
    case 'topics':
      return one(...claim.topics.map((topic) => topicName(topic, language) ?? kept(topic, said)));
    case 'statementDate':
      return one(claim.statementDate === null ? null : date(claim.statementDate, said));
    case 'test':
      return one(claim.test ? words('facts.test') : null);
    case 'article':
      return one(
        kept(article.title, said),
        article.outlet && source(article.outlet, said),
        article.datePublished === null ? null : date(article.datePublished, said),
        article.url === null ? null : kept(article.url, said),
      );
    case 'chain':
      return [{ key: part, text: chainLines(document.chain, kept(article.title, said), said).join('\n') }];
    case 'verdict':
      return [];
    case 'findings': {
      const { attribution, fidelity, veracity } = verdict.findings;
      return one(page.attribution[attribution], page.fidelity[fidelity], said.rating(veracity));
    }
    case 'rating':
      return one(labelOf(verdict.rating, language));
    case 'rationale':
      return textsOf(verdict.rationale).map(asText);
    case 'recheckAt':
      return one(verdict.recheckAt === null ? null : said.day(verdict.recheckAt));
    case 'correction':
      return correction
        ? one(
            words.known('reason.', correction.reason),
            ...textsOf(correction.note).map(({ text }) => kept(text, said)),
          )
        : [];
    default:
      return listed(part, document, said);
  }
}

/** Parts that are lists: of each thing in them a text, by its id. */
function listed(
  part: 'evidence' | 'provisions' | 'relations' | 'contacts' | 'conflicts',
  { claim, evidence, provisions, relations, contacts, conflicts }: EditionDocument,
  said: Said,
): Text[] {
  const { words, language } = said;
  const page = pageWords[language];
  switch (part) {
    case 'evidence':
      return evidence.map(({ id, url, stance, note, capture }) => ({
        key: id,
        text: joined([
          words.known('stance.', stance),
          capture?.title ? kept(capture.title, said) : kept(hostOf(url), said),
          ...textsOf(note).map(({ text }) => kept(text, said)),
          capture === null
            ? page.evidence.notCaptured
            : capture.outcome === 'captured'
              ? words('evidence.captured', { moment: said.day(capture.attemptedAt) })
              : words('approval.notKept'),
        ]),
      }));
    case 'provisions':
      return provisions.map(({ ref, paragraph, instrument, ...norm }) => ({
        key: ref,
        text: joined([
          kept(instrument.label, said),
          words('norms.paragraph', { paragraph }),
          normWords(norm, said),
          words(norm.verified ? 'norms.verified' : 'norms.unverified'),
        ]),
      }));
    case 'relations':
      return relations.map(({ id, type, direction, claim: other }) => ({
        key: id,
        text: joined([
          relation(
            ...(direction === 'in'
              ? ([other.ref, type, claim.ref] as const)
              : ([claim.ref, type, other.ref] as const)),
            said,
          ),
          ...other.claimants.map((who) => claimant(who, said)),
          kept(other.statement, said),
        ]),
      }));
    case 'contacts':
      return contacts.map(({ id, source: who, label, outcome, date: at, text }) => ({
        key: id,
        text: joined([
          who && source(who, said),
          ...textsOf(label).map((named) => kept(named.text, said)),
          page.outcomes[outcome],
          date(at, said),
          ...textsOf(text).map((written) => kept(written.text, said)),
        ]),
      }));
    case 'conflicts':
      return conflicts.map(({ claim: other, relation: how, rating, theirs }) => {
        const [from = '', type = '', to = ''] = how.split(' ');
        const ratings = { ours: said.rating(rating), theirs: said.rating(theirs) };
        return {
          key: other.id,
          text: joined([relation(from, type, to, said), words('approval.clashRatings', ratings)]),
        };
      });
  }
}

interface Norm {
  act: string;
  actor: string;
  date: string;
  direction: string | null;
}

/** What somebody did by it, in one line. */
export function normWords({ act, actor, date: at, direction }: Norm, said: Said): string {
  const { norms } = pageWords[said.language];
  const way = direction === null ? null : `${norms.direction} ${norms.directions[direction] ?? direction}`;
  return joined([kept(act, said), kept(actor, said), date(at, said), way]);
}

const joined = (pieces: readonly (string | null | undefined)[]): string =>
  pieces.filter((piece) => piece !== null && piece !== undefined && piece !== '').join(' · ');

const asText = ({ language, text }: { language: string | undefined; text: string }): Text => ({
  key: language ?? '',
  language,
  text,
});

const quoted = (text: Removable, { words }: Said): string =>
  typeof text === 'string' ? text : words('removed');

/** Words of others turn nothing round that stands beside them. */
const kept = (text: Removable, { words, language }: Said): string =>
  typeof text === 'string' ? isolateIn(directionOf(language), text) : words('removed');

const date = (of: string, { language, numberingSystem }: Said): string =>
  dateInWords(of, language, numberingSystem)
    .map((piece) => (typeof piece === 'string' ? piece : 'written' in piece ? piece.written : piece.shown))
    .join('');

const relation = (from: string, type: string, to: string, { words }: Said): string =>
  `${from} ${words.known('relation.', type)} ${to}`;

type Link = EditionDocument['chain'];
type Source = NonNullable<Link['source']>;

const source = ({ name, names }: Source, said: Said): string =>
  typeof name === 'string' ? kept(nameOf({ name, names }, said.language), said) : said.words('removed');

function claimant(
  { source: of, label, anonymous }: Pick<Link, 'source' | 'label' | 'anonymous'>,
  said: Said,
): string {
  const unnamed = pageWords[said.language].claim.anonymous;
  const name = of ? source(of, said) : label === null ? null : kept(label, said);
  return name === null ? unnamed : anonymous ? `${name} (${unnamed})` : name;
}

/** Each line heard it from those below it that are further in. */
function chainLines(link: Link, article: string | undefined, said: Said, depth = 0): string[] {
  const { verb, mode, date: at, from } = link;
  const isArticle = article !== undefined && link.source === null && link.label === null;
  const who = isArticle ? article : claimant(link, said);
  const line = joined([
    verb === null ? who : `${who} «${kept(verb, said)}»`,
    pageWords[said.language].modes[mode],
    at === null ? null : date(at, said),
  ]);
  return [
    `${'– '.repeat(depth)}${line}`,
    ...from.flatMap((deeper) => chainLines(deeper, undefined, said, depth + 1)),
  ];
}
