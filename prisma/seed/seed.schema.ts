/**
 * PURE: the files of the seed. Everything has the form in which the API takes it and passes the same checks;
 * here it always has a ref, by which a second loading knows it again.
 */
import { z } from 'zod';
import { newArticle } from '../../src/resources/articles/article.schema.js';
import { claimInput, relationInput } from '../../src/resources/claims/claim.schema.js';
import { ref } from '../../src/platform/http/schema.js';
import { newInstrument, newProvision } from '../../src/resources/instruments/instrument.schema.js';
import { newScale } from '../../src/resources/ratings/rating.schema.js';
import { newSource } from '../../src/resources/sources/source.schema.js';

export const articleFile = newArticle.extend({
  ref,
  outlet: ref,
  text: z.string().regex(/^[\w.-]+$/, 'must name a file beside this one'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const sourcesFile = z.array(newSource.extend({ ref }));

export const instrumentsFile = z.array(
  newInstrument.extend({ provisions: z.array(newProvision.extend({ ref })) }),
);

export const scaleFile = newScale;

export const claimsFile = z.array(
  claimInput.omit({ article: true, articleVersion: true }).extend({
    ref,
    /** At these code points of the article's text, end exclusive, and nowhere else. */
    quote: z.strictObject({ exact: z.string(), start: z.int(), end: z.int() }),
  }),
);

export const relationsFile = z.array(relationInput.extend({ from: ref, to: ref }));

export interface Seed {
  /** `text` is the text itself here. */
  article: Omit<z.output<typeof articleFile>, 'sha256'>;
  /** Of the text, hexadecimal. */
  sha256: string;
  sources: z.output<typeof sourcesFile>;
  instruments: z.output<typeof instrumentsFile>;
  scale: z.output<typeof scaleFile>;
  claims: z.output<typeof claimsFile>;
  relations: z.output<typeof relationsFile>;
}
