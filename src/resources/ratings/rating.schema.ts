import { z } from 'zod';
import { polarities } from '../../domain/rating/polarity.js';
import { byLanguage, instant, label, pageQuery, wholeNumber } from '../../platform/http/schema.js';
import { faultsOfScale } from '../../domain/rating/rules.js';

const polarity = z.enum(polarities).describe('What it says about the claim; two ratings clash by polarity');
const number = z.int().min(-1000).max(1000);
const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

const forecast = z.boolean().describe('For claims about the future only');

const newRating = z.strictObject({
  slug,
  labels: byLanguage(label(100)),
  polarity,
  value: number.nullable().default(null).describe('None for a neutral rating'),
  worst: number.nullable().default(null),
  best: number.nullable().default(null),
  forecast: forecast.default(false),
});
export type NewRating = z.output<typeof newRating>;

export const newScale = z.strictObject({
  ratings: z
    .array(newRating)
    .min(2)
    .max(50)
    .check(({ value, issues }) => {
      for (const { index, field, message } of faultsOfScale(value))
        issues.push({ code: 'custom', input: value[index], path: [index, field], message });
    })
    .describe('All of them, in the order in which they are shown'),
});
export type NewScale = z.output<typeof newScale>;

export const scaleQuery = pageQuery.extend({
  scale: wholeNumber({ min: 1, max: 2_147_483_647 }).optional().describe('An older version of the scale'),
});

const rating = z
  .strictObject({
    slug: z.string(),
    labels: z.record(z.string(), z.string()),
    polarity,
    value: z.int().nullable(),
    worst: z.int().nullable(),
    best: z.int().nullable(),
    forecast,
  })
  .meta({ id: 'Rating' });

export const scale = z
  .strictObject({
    version: z.int(),
    createdAt: instant,
    items: z.array(rating).describe('In the order in which they are shown'),
    next: z.string().nullable(),
  })
  .meta({ id: 'RatingScale' });
export type Scale = z.output<typeof scale>;
