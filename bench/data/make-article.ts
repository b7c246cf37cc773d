/** An article and what is claimed in it. */
import { createHash } from 'node:crypto';
import { contextLength } from '../../src/domain/text/anchor.js';
import type { Random } from './random.js';
import type { Source } from './people.js';
import { makeStatement } from './sentences.js';
import { fillers, topics, verbs, type Language } from './words.js';

export const claimsPerArticle = 8;

export interface GeneratedArticle {
  language: Language;
  title: string;
  outlet: Source;
  text: string;
  sha256: string;
  claims: GeneratedClaim[];
  relations: GeneratedRelation[];
}

export interface GeneratedClaim {
  kind: (typeof kinds)[number];
  quote: { exact: string; prefix: string; suffix: string; start: number; end: number };
  folded: string;
  date: string;
  topic: string;
  /** Whom the article has it from, and whom that one had it from, if anybody. */
  chain: { source: Source; verb: string; mode: string }[];
}

/** Between claims of the same story, by their places in it. */
interface GeneratedRelation {
  from: number;
  to: number;
  type: 'denies' | 'contradicts' | 'repeats' | 'supports' | 'qualifies';
}

/** Those whose verdicts need no provisions to be complete. */
const kinds = [
  'accusation',
  'denial',
  'assertion',
  'announcement',
  'observation',
  'characterization',
] as const;

export function makeArticle(
  random: Random,
  sources: { all: readonly Source[]; outlets: readonly Source[] },
): GeneratedArticle {
  const language = random.happens(0.6) ? 'ar' : 'en';
  // No word here is written with surrogate pairs, so lengths in UTF-16 are lengths in code points.
  let text = '';
  const places: { start: number; end: number }[] = [];
  const claims: Omit<GeneratedClaim, 'quote'>[] = [];
  const said = new Set<string>();
  while (claims.length < claimsPerArticle) {
    const statement = makeStatement(random, language);
    // A quote must be at one place of the text.
    if (said.has(statement.text)) continue;
    said.add(statement.text);
    const chain = [tell(random, sources.all, language), tell(random, sources.all, language)];
    const [{ source, verb }] = chain as [GeneratedClaim['chain'][number]];
    const [first, second] = language === 'ar' ? [verb, source.names.ar] : [source.names.en, verb];
    text += `${first} ${second} `;
    places.push({ start: text.length, end: text.length + statement.text.length });
    text += `${statement.text}. `;
    if (claims.length % 3 === 2) text += `${random.pick(fillers)[language]}\n\n`;
    claims.push({
      kind: random.pick(kinds),
      folded: statement.folded,
      date: statement.date,
      topic: random.pick(topics),
      chain: chain.slice(0, random.happens(0.3) ? 2 : 1),
    });
  }
  const quotes = places.map(({ start, end }) => ({
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
    end,
  }));
  return {
    language,
    title: quotes[0]?.exact ?? '',
    outlet: random.pick(sources.outlets),
    text,
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    claims: claims.map((claim, index) => ({ ...claim, quote: quotes[index] as GeneratedClaim['quote'] })),
    relations: relate(random),
  };
}

function tell(
  random: Random,
  sources: readonly Source[],
  language: Language,
): GeneratedClaim['chain'][number] {
  const { mode, word } = random.pick(verbs);
  return { source: random.pick(sources), verb: word[language], mode };
}

const types = ['denies', 'denies', 'contradicts', 'repeats', 'supports', 'qualifies'] as const;

/** Two pairs of neighbors at most: one claim in four says something about another. */
function relate(random: Random): GeneratedRelation[] {
  return [1, 5].flatMap((from) =>
    random.happens(0.8) ? [{ from, to: from - 1, type: random.pick(types) }] : [],
  );
}
