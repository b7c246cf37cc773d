/** What pages say of themselves: the shape of it, for each language. */

type Named<Name extends string> = Readonly<Record<Name, string>>;
/** By a code of the edition; one that is new is shown as it is. */
type Codes = Readonly<Record<string, string>>;

export interface PageWords {
  site: Named<
    'verdicts' | 'corrections' | 'skip' | 'otherLanguage' | 'foot' | 'feed' | 'data' | 'navigation'
  >;
  status: Named<
    'published' | 'revision' | 'corrected' | 'retracted' | 'merged' | 'contested' | 'outOfTurn' | 'seeOther'
  > &
    Named<'earlier' | 'replaced' | 'standing'>;
  claim: Named<'heading' | 'ownWords' | 'saidBy' | 'on' | 'article' | 'unknown' | 'anonymous'>;
  kinds: Codes;
  verdict: Named<'heading' | 'scale' | 'offScale' | 'refuted' | 'supported' | 'findings' | 'recheck'>;
  attribution: Codes;
  fidelity: Codes;
  veracity: Named<'said'>;
  rationale: Named<'heading' | 'otherLanguage'>;
  evidence: Named<'heading' | 'none' | 'captured' | 'failed' | 'notCaptured' | 'hash'>;
  stances: Codes;
  chain: Named<'heading' | 'carried' | 'note'>;
  modes: Codes;
  /** `outOf`: what this claim does to another, before the names of those who said that one. */
  /** `inBy` and `outOf` stand before who says the other claim, whatever they are: their words know no gender. */
  relations: { in: Codes; inBy: Codes; out: Codes; outOf: Codes } & Named<
    'denied' | 'nobody' | 'others' | 'rated' | 'clash'
  >;
  contacts: Named<'heading' | 'none'>;
  outcomes: Codes;
  norms: Named<'heading' | 'paragraph' | 'unverified' | 'act' | 'actor' | 'date' | 'direction'> & {
    directions: Codes;
  };
  history: Named<'heading' | 'first' | 'reason' | 'changed' | 'was' | 'now' | 'added' | 'gone' | 'inFull'> & {
    fields: Codes;
  };
  method: { heading: string; sentences: readonly string[] } & Named<'contact' | 'report' | 'cite'>;
  index: Named<
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
  list: Named<'heading' | 'about' | 'none' | 'from' | 'to'>;
  problem: Named<'notFound' | 'notFoundWhy' | 'invalid' | 'invalidWhy' | 'back'>;
  embed: Named<'more' | 'title' | 'corrected'>;
}
