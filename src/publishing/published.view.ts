/** PURE: rows as what stands of a claim in public. */
import { isUnderCorrection } from '../domain/claim/under-correction.js';
import type { ClaimSource, ClaimTelling } from '../domain/edition/claimant.js';
import type { Language } from '../domain/edition/claimreview.js';
import { firstOfSeries, type ReviewedClaim, type Published } from '../domain/edition/published.js';
import type { LastChange, PublishedRow } from './published.repository.js';

type Texts = Record<string, string>;
type SourceRow = NonNullable<PublishedRow['claim']['attributions'][number]['source']>;

export function viewPublished(
  row: PublishedRow,
  last: LastChange | undefined,
  language: Language,
): Published {
  const { revision, publishedAt, claim } = row;
  if (revision === null || publishedAt === null || !last)
    throw new Error(`verdict ${row.id} was never published`);
  const changed = last.at.toISOString();
  const reviewed = viewClaim(row, language);
  if (row.status === 'retracted')
    return { kind: 'retraction', id: last.id, claim: reviewed, note: last.reason ?? '', changed };
  const published = publishedAt.toISOString();
  const revisions = claim.verdicts.flatMap((one) =>
    one.revision !== null && one.publishedAt !== null
      ? [{ revision: one.revision, status: one.status, publishedAt: one.publishedAt.toISOString() }]
      : [],
  );
  return {
    kind: 'review',
    claim: reviewed,
    verdict: {
      id: row.id,
      revision,
      rating: { ...row.rating, labels: row.rating.labels as Texts },
      rationale: row.rationale as Texts,
      evidence: row.evidence.map(({ evidence }) => evidence),
      provisions: row.provisions.map(({ provision: { ref, paragraph, verified, instrument } }) => ({
        name: nameOf(instrument, paragraph, language),
        identifier: ref,
        verified,
      })),
      correction:
        row.correctionReason === null
          ? null
          : { reason: row.correctionReason, note: row.correctionNote ?? '' },
      publishedAt: published,
    },
    firstPublished: firstOfSeries(revisions)?.publishedAt ?? published,
    changed,
    underCorrection: isUnderCorrection({ status: claim.status, revision }),
  };
}

function viewClaim({ claim, provisions }: PublishedRow, language: Language): ReviewedClaim {
  const { article } = claim.articleVersion;
  const telling: ClaimTelling = {
    claim: { id: claim.id, ref: claim.ref },
    article: { ...article, outlet: article.outlet && viewSource(article.outlet, language) },
    links: claim.attributions.map(({ source, ...link }) => ({
      ...link,
      source: source && viewSource(source, language),
    })),
  };
  return {
    id: claim.id,
    ref: claim.ref,
    language: claim.language,
    text: claim.quoteExact,
    glosses: claim.glosses as Texts,
    statementDate: claim.statementDate,
    article,
    telling,
    version:
      claim.version +
      article.version +
      [article.outlet, ...claim.attributions.map(({ source }) => source)].reduce(
        (sum, source) => sum + (source?.version ?? 0),
        0,
      ) +
      provisions.reduce((sum, { provision }) => sum + provision.version + provision.instrument.version, 0),
  };
}

const viewSource = ({ names, ...source }: SourceRow, language: Language): ClaimSource => ({
  ...source,
  otherNames: names
    .filter(({ language: of, text }) => of === language && text !== source.name)
    .map(({ text }) => text),
});

function nameOf(
  { titles, ref }: { titles: unknown; ref: string },
  paragraph: string,
  language: Language,
): string {
  const title = (titles as Texts)[language] ?? ref;
  return language === 'ar' ? `${title}، الفقرة ${paragraph}` : `${title}, paragraph ${paragraph}`;
}
