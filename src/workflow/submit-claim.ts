import type { Actor } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { newRef } from '../platform/db/new-ref.js';
import { Failure, notFound } from '../platform/errors.js';
import type { NewEvent } from '../domain/event/types.js';
import { appendEvents } from './events/events.repository.js';
import { anchorQuote } from '../domain/text/anchor.js';
import { foldText } from '../domain/text/fold.js';
import { foldLine } from '../domain/text/fold-line.js';
import { attribute } from './attribute-claim.js';
import type { ClaimInput } from '../resources/claims/claim.schema.js';
import { findTwin, insertClaim, lockArticleVersion, readArticleVersion } from './claim.repository.js';
import { linkProvision } from './link-provision.js';

/** Enters a claim with its quote, chain and provisions: all of it, or nothing. */
export async function submitClaim(tx: Tx, input: ClaimInput, actor: Actor): Promise<string> {
  const article = await readArticleVersion(tx, input.article, input.articleVersion);
  if (!article) throw notFound('article', input.article);
  const quote = anchor(article.text, input.quote);
  await lockArticleVersion(tx, article.id);
  const twin = await findTwin(tx, article.id, quote.start, quote.end);
  if (twin) {
    throw new Failure('conflict', `The claim ${twin.ref} stands on this very quote.`, {
      code: 'quote_taken',
      extra: { claim: twin.ref },
    });
  }
  const ref = input.ref ?? newRef('c');
  const id = await insertClaim(tx, {
    ref,
    articleVersionId: article.id,
    kind: input.kind,
    secondaryKinds: input.secondaryKinds ?? [],
    language: input.language ?? article.article.language,
    quoteExact: quote.exact,
    quotePrefix: quote.prefix,
    quoteSuffix: quote.suffix,
    quoteStart: quote.start,
    quoteEnd: quote.end,
    folded: foldText(quote.exact, 'search'),
    glosses: input.glosses ?? {},
    foldedGlosses: foldGlosses(input.glosses),
    topics: input.topics ?? [],
    leads: input.leads ?? [],
    test: input.test ?? false,
    priority: input.priority ?? 'normal',
    modality: input.modality ?? null,
    statementDate: input.statementDate ?? null,
    dateBasis: input.dateBasis ?? null,
    worthiness: input.worthiness ?? null,
    fidelityNote: input.fidelityNote ?? null,
  });
  const newEvents: NewEvent[] = [
    {
      type: 'claim.submitted',
      subject: { type: 'claim', id },
      claimId: id,
      data: { ref, kind: input.kind, to: 'submitted' },
    },
    await attribute(tx, { claimId: id, outletId: article.article.outletId, links: input.attributions }),
  ];
  for (const [index, provision] of input.provisions.entries()) {
    newEvents.push(await linkProvision(tx, id, provision, `/provisions/${String(index)}`));
  }
  await appendEvents(tx, actor, newEvents);
  return id;
}

/** What a claim is found by beside its quote, in other languages too: each gloss on a line. */
export const foldGlosses = (glosses: Readonly<Record<string, string>> = {}): string =>
  Object.values(glosses).map(foldLine).join('\n');

const reasons = {
  absent: 'does not occur in this version of the article',
  ambiguous: 'occurs more than once: give prefix, suffix or start',
  position_mismatch: 'does not stand at this position',
} as const;

function anchor(text: string, quote: ClaimInput['quote']) {
  const anchored = anchorQuote(text, quote);
  if (anchored.ok) return anchored;
  throw new Failure('unprocessable', `The quote ${reasons[anchored.reason]}.`, {
    code: `quote_${anchored.reason}`,
    faults: [{ in: 'body', pointer: '/quote', message: reasons[anchored.reason] }],
  });
}
