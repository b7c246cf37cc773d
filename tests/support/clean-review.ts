/** A review as schema.org would have it, to be spoiled; and how the importer reads one. */
import { planImport, type ImportOptions } from '../../src/domain/import/plan-import.js';

export const clean = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/1',
  inLanguage: 'ar',
  claimReviewed: 'روسيا تسلمت صواريخ من كوريا الشمالية',
  datePublished: '2024-06-20',
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Matthew Miller' },
    datePublished: '2024-06-17',
    appearance: { '@type': 'CreativeWork', url: 'https://news.example/a' },
  },
  reviewRating: {
    '@type': 'Rating',
    alternateName: 'صحيح',
    ratingValue: 5,
    worstRating: 1,
    bestRating: 5,
  },
  author: { '@type': 'Organization', name: 'Checkers', url: 'https://checks.example' },
};

/** What becomes of the one review in a document. */
export const read = (document: unknown, options: ImportOptions = {}) => {
  const [only, ...more] = planImport(document, options);
  if (!only || more.length > 0) throw new Error('not one');
  return { ...only, review: only.step.do === 'store' ? only.step.review : undefined };
};

export const rating = (change: object) => ({ ...clean, reviewRating: { ...clean.reviewRating, ...change } });
export const item = (change: object) => ({ ...clean, itemReviewed: { ...clean.itemReviewed, ...change } });
export const without = (name: keyof typeof clean) =>
  Object.fromEntries(Object.entries(clean).filter(([key]) => key !== name));
