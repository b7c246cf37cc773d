/** Parts of a hundred, and of a thousand or more as such: %, "per cent", ‰, بالألف. */
import { textAt, type Tokens } from './number-tokens.js';

const ofHundred = /^(?:%|percent|pct|per ?cent|(?:في |ب)ال(?:ميه|مايه))$/u;
const ofThousand = /^(?:‰|permille|per (?:mille|mil|thousand)|(?:في |ب)الالف)$/u;
const ofTenThousand = /^‱$/u;
const ofMillion = /^(?:ppm|per million|(?:في |ب)المليون)$/u;
const shares: readonly (readonly [RegExp, number])[] = [
  [ofHundred, 1],
  [ofThousand, 10],
  [ofTenThousand, 100],
  [ofMillion, 1e4],
];

/** `under`: what the number is divided by, as a percentage. */
export function percentAfter(tokens: Tokens, at: number): { under: number; next: number } | undefined {
  const one = textAt(tokens, at);
  const two = `${one} ${textAt(tokens, at + 1)}`;
  for (const [form, under] of shares) {
    if (form.test(two)) return { under, next: at + 2 };
    if (form.test(one)) return { under, next: at + 1 };
  }
  return undefined;
}
