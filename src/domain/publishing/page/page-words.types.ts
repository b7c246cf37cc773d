/** What pages say of themselves: the shape of it, for each language. */

type Words<Name extends string> = Readonly<Record<Name, string>>;
/** By a code of the edition; one that is new is shown as it is. */
type Codes = Readonly<Record<string, string>>;

/** What a page says in the place of another: nothing is there, what was asked is not whole, or not now. */
export type ProblemKind = 'notFound' | 'invalid' | 'busy';

export interface PageWords {
  site: Words<
    'verdicts' | 'corrections' | 'skip' | 'otherLanguage' | 'foot' | 'feed' | 'data' | 'navigation'
  >;
  status: Words<
    'published' | 'revision' | 'corrected' | 'retracted' | 'merged' | 'contested' | 'outOfTurn' | 'seeOther'
  > &
    Words<'earlier' | 'replaced' | 'standing'>;
  claim: Words<'heading' | 'ownWords' | 'saidBy' | 'on' | 'article' | 'unknown' | 'anonymous'>;
  kinds: Codes;
  verdict: Words<'heading' | 'scale' | 'offScale' | 'refuted' | 'supported' | 'findings' | 'recheck'>;
  attribution: Codes;
  fidelity: Codes;
  veracity: Words<'said'>;
  rationale: Words<'heading' | 'otherLanguage'>;
  evidence: Words<'heading' | 'none' | 'captured' | 'failed' | 'notCaptured' | 'hash'>;
  stances: Codes;
  chain: Words<'heading' | 'note'>;
  modes: Codes;
  /** `outOf`: what this claim does to another, before the names of those who said that one. */
  /** `inBy` and `outOf` stand before who says the other claim, whatever they are: their words know no gender. */
  relations: { in: Codes; inBy: Codes; out: Codes; outOf: Codes } & Words<
    'denied' | 'nobody' | 'others' | 'clash'
  >;
  contacts: Words<'heading' | 'none'>;
  outcomes: Codes;
  norms: Words<'heading' | 'paragraph' | 'unverified' | 'act' | 'actor' | 'date' | 'direction'> & {
    directions: Codes;
  };
  history: Words<'heading' | 'first' | 'reason' | 'changed' | 'was' | 'now' | 'added' | 'gone' | 'inFull'> & {
    fields: Codes;
  };
  method: { heading: string; sentences: readonly string[] } & Words<'contact' | 'report' | 'cite'>;
  index: Words<
    | 'heading'
    | 'search'
    | 'rating'
    | 'anyRating'
    | 'topic'
    | 'find'
    | 'next'
    | 'first'
    | 'none'
    | 'empty'
    | 'clear'
  >;
  list: Words<'heading' | 'about' | 'none' | 'from' | 'to'>;
  problem: Words<ProblemKind | `${ProblemKind}Why` | 'back'>;
  embed: Words<'more' | 'title' | 'corrected'>;
}
