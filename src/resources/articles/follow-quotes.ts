/** What becomes of the quotes of an article in its next version. */
import { createFollowers } from '../../domain/text/follow-quote.js';
import type { Db } from '../../platform/db/client.js';
import { createGiveWay } from '../../platform/give-way.js';
import { findText, type QuotedVersion } from './article.repository.js';
import type { RevisedArticle } from './article.schema.js';

type Followed = ReturnType<ReturnType<ReturnType<typeof createFollowers>>>;
type Quote = QuotedVersion['claims'][number];

/** What was found of each quote, by claim and place. */
export type FollowedQuotes = Map<string, Followed>;

const keyOf = (version: QuotedVersion, { id, quoteStart, quoteEnd }: Quote): string =>
  `${id} ${version.id} ${String(quoteStart)} ${String(quoteEnd)}`;

/** Looks for those that are not in `known` yet, and adds them. Reads one text at a time, and lets others have their turn. */
export async function followQuotes(
  db: Db,
  versions: readonly QuotedVersion[],
  text: string,
  known: FollowedQuotes,
): Promise<void> {
  const giveWay = createGiveWay();
  let followers: ReturnType<typeof createFollowers> | undefined;
  for (const version of versions) {
    const open = version.claims.filter((quote) => !known.has(keyOf(version, quote)));
    if (open.length === 0) continue;
    followers ??= createFollowers(text);
    const follow = followers(await findText(db, version.id));
    for (const quote of open) {
      known.set(keyOf(version, quote), follow({ start: quote.quoteStart, end: quote.quoteEnd }));
      await giveWay();
    }
  }
}

export const outcomesOf = (
  versions: readonly QuotedVersion[],
  known: FollowedQuotes,
): RevisedArticle['quotes'] =>
  versions.flatMap((version) =>
    version.claims.map((quote) => {
      const found = known.get(keyOf(version, quote));
      const claim = { id: quote.id, ref: quote.ref };
      if (!found || found.outcome === 'lost') return { claim, outcome: 'lost', quote: null };
      const { outcome, ...place } = found;
      return { claim, outcome, quote: place };
    }),
  );
