/** PURE: what was checked before, in the shape of the Fact Check Tools API. */
import type { z } from 'zod';
import { claimantsOf } from '../domain/publishing/claimant.js';
import { claimIn } from '../domain/publishing/claimreview.js';
import type { Language } from '../domain/text/languages.js';
import { reviewUrl, type Publisher } from '../domain/publishing/publisher.js';
import type { Review } from '../domain/publishing/published.js';
import { certainDay } from '../domain/text/edtf-day.js';
import { nearestText } from '../domain/text/nearest-language.js';
import type { ComparedReview } from './match.repository.js';
import type { matches } from './match.schema.js';
import { words } from '../domain/publishing/feed-words.js';

type Match = Omit<z.input<typeof matches>['claims'][number], 'score' | 'why'>;

export function viewOwn(
  { claim, verdict, changed, underCorrection }: Review,
  language: Language,
  publisher: Publisher,
): Match {
  const { authors, credits } = claimantsOf(claim.chain);
  const names = authors.length > 0 ? authors.map(({ name }) => name) : credits;
  const label = nearestText(verdict.rating.labels, language, claim.language);
  const url = reviewUrl(publisher, claim.ref, language);
  return {
    text: claimIn(claim, language)?.text ?? words[language].removed,
    claimant: joined(names),
    claimDate: certainDay(claim.statementDate) ?? null,
    claimReview: [
      {
        publisher: { name: publisher.name, site: siteOf(publisher.url) },
        url,
        title: null,
        reviewDate: changed,
        textualRating: label?.text ?? verdict.rating.slug,
        languageCode: label?.language ?? null,
      },
    ],
    ref: claim.ref,
    underCorrection,
  };
}

export const viewReview = (row: ComparedReview): Match => ({
  text: row.claimText,
  claimant: joined((row.claimants as { name: string }[]).map(({ name }) => name)),
  claimDate: row.claimDate,
  claimReview: [
    {
      publisher: { name: row.publisherName, site: siteOf(row.publisherUrl ?? row.url) },
      url: row.url,
      title: row.title,
      reviewDate: row.reviewDate,
      textualRating: row.textualRating,
      languageCode: row.language,
    },
  ],
  ref: null,
  underCorrection: false,
});

const joined = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join(', '));

/** The host, as that API writes it. */
const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
