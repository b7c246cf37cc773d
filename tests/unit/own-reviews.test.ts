/** What stands at our own address is ours, however the address is written; what stands elsewhere is not. */
import { expect, it } from 'vitest';
import { ignoreOwnReviews } from '../../src/domain/import/ignore-own-reviews.js';
import { planImport } from '../../src/domain/import/plan-import.js';
import { clean } from '../support/clean-review.js';

const publisher = {
  name: 'A desk of ours',
  url: 'https://www.desk.example:8443',
  reviewUrl: 'https://pages.desk.example/{language}/{ref}',
};

const stepOf = (url: string): string | undefined =>
  ignoreOwnReviews(planImport({ ...clean, url }), publisher)[0]?.step.do;

it.each([
  'https://desk.example/1',
  'https://desk.example./1',
  'https://www.desk.example../1',
  'http://WWW.Desk.Example:8080/1',
  'https://pages.desk.example.:443/en/C1',
])('a review at %s is ours, and not taken in', (url) => {
  expect(stepOf(url)).toBe('ignore');
});

it.each(['https://desk.example.org/1', 'https://other-desk.example/1', 'https://checks.example/1'])(
  'a review at %s is of somebody else',
  (url) => {
    expect(stepOf(url)).toBe('store');
  },
);
