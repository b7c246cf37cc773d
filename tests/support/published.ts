/** What is published of a claim, for tests of how it is written: a denial that two have uttered, in Arabic. */
import type { ClaimSource } from '../../src/domain/publishing/claimant.js';
import type { Retraction, Review, ReviewedClaim } from '../../src/domain/publishing/published.js';
import type { Publisher } from '../../src/domain/publishing/publisher.js';

export const publisher: Publisher = {
  name: 'Desk & Sons',
  url: 'https://desk.example',
  reviewUrl: 'https://desk.example/{language}/claims/{ref}',
};

export const source = (
  ref: string,
  kind: ClaimSource['kind'],
  more: Partial<ClaimSource> = {},
): ClaimSource => ({
  id: `id-${ref}`,
  ref,
  name: ref.toUpperCase(),
  kind,
  wikidata: null,
  otherNames: [],
  removed: false,
  ...more,
});

type Link = ReviewedClaim['chain']['links'][number];

export const link = (id: string, parentId: string | null, more: Partial<Link> = {}): Link => ({
  id,
  parentId,
  position: 0,
  source: null,
  label: null,
  anonymous: false,
  ...more,
});

const outlet = source('youm7', 'outlet');

export const chainOf = (...links: Link[]): ReviewedClaim['chain'] => ({
  claim: { id: 'claim', ref: 'C37' },
  article: { id: 'article', ref: 'visit', title: 'A visit', outlet },
  links: [link('root', null, { source: outlet }), ...links],
});

export const claim = (more: Partial<ReviewedClaim> = {}): ReviewedClaim => ({
  id: 'claim',
  ref: 'C37',
  language: 'ar',
  text: 'نفت موسكو',
  glosses: { en: 'Moscow has denied it' },
  statementDate: '2024-06-17',
  article: { title: 'زيارة', url: 'https://youm7.example/1', language: 'ar', datePublished: '2024-06-18' },
  chain: chainOf(link('ru', 'root', { source: source('russia', 'government') })),
  ...more,
});

export const verdict = (more: Partial<Review['verdict']> = {}): Review['verdict'] => ({
  id: '01a20c02-6d5c-737d-b3f3-a214632e35f5',
  revision: 2,
  rating: {
    slug: 'false',
    labels: { ar: 'خطأ', en: 'False' },
    polarity: 'refutes',
    value: 1,
    worst: 1,
    best: 5,
  },
  rationale: { en: 'Two panels saw it.\n\nSo did a third.' },
  evidence: [],
  provisions: [],
  correction: null,
  publishedAt: '2026-11-02T09:00:00.000Z',
  ...more,
});

export const review = (more: Partial<Review> = {}): Review => ({
  kind: 'review',
  claim: claim(),
  verdict: verdict(),
  firstPublished: '2026-11-01T09:00:00.000Z',
  changed: '2026-11-03T09:00:00.000Z',
  underCorrection: false,
  ...more,
});

export const retraction: Retraction = {
  kind: 'retraction',
  claim: claim(),
  id: '01a20c02-6d5c-737d-b3f3-000000000001',
  reason: 'unsupported',
  into: null,
  notice: null,
  takenBack: '2026-11-04T09:00:00.000Z',
  changed: '2026-11-05T09:00:00.000Z',
};
