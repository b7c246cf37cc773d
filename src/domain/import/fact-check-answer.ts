/** PURE: an answer of the Fact Check Tools API (claims:search), as ClaimReviews. */
import type { Found } from './found.js';
import type { ImportLimit } from './import-limit.js';
import { isNode, pointerTo, type Node } from './node.js';

const isCheckedClaim = (value: unknown): value is Node & { claimReview: unknown[] } =>
  isNode(value) && Array.isArray(value['claimReview']);

export const isCheckAnswer = (node: Node): node is Node & { claims: unknown[] } =>
  node['@type'] === undefined && Array.isArray(node['claims']) && node['claims'].some(isCheckedClaim);

export function readCheckAnswer(
  answer: Node & { claims: unknown[] },
  at: string,
  limit: ImportLimit,
): Found[] {
  const found = answer.claims.flatMap((claim, index): Found[] => {
    const here = pointerTo(pointerTo(at, 'claims'), index);
    if (!isCheckedClaim(claim)) return [{ kind: 'other', at: here, what: 'a claim without a review' }];
    // Each of its reviews says all of it.
    const size = JSON.stringify({ ...claim, claimReview: null }).length;
    return claim.claimReview.map((review, place): Found => {
      const there = pointerTo(pointerTo(here, 'claimReview'), place);
      if (!isNode(review)) return { kind: 'other', at: there, what: `a ${typeof review}` };
      limit.spend(size);
      return { kind: 'review', node: toClaimReview(claim, review), at: there, isMade: true };
    });
  });
  const next = answer['nextPageToken'];
  if (typeof next !== 'string' || next === '') return found;
  return [
    ...found,
    { kind: 'other', at: pointerTo(at, 'nextPageToken'), what: 'more follow on another page' },
  ];
}

function toClaimReview(claim: Node, review: Node): Node {
  const { publisher } = review;
  const { name, site } = isNode(publisher) ? publisher : {};
  return {
    '@type': 'ClaimReview',
    url: review['url'],
    claimReviewed: claim['text'],
    headline: review['title'],
    datePublished: review['reviewDate'],
    inLanguage: review['languageCode'],
    itemReviewed: {
      '@type': 'Claim',
      datePublished: claim['claimDate'],
      ...(claim['claimant'] !== undefined && { author: { name: claim['claimant'] } }),
    },
    reviewRating: { alternateName: review['textualRating'] },
    author: {
      '@type': 'Organization',
      name: name ?? site,
      ...(typeof site === 'string' && { url: site.includes('://') ? site : `https://${site}` }),
    },
  };
}
