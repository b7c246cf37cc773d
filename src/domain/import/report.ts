/** PURE: what an import says of each thing it met. */

/** Everything that is put right on the way in, in words. */
export const repairWords = {
  'type-missing': 'had no type, and is a ClaimReview by what it holds',
  'type-case': 'the type was written otherwise than schema.org writes it',
  'type-without-at': 'the type stood under "type"',
  'property-case': 'the property was written otherwise than schema.org writes it',
  'first-of-several': 'had several values that differ; the first is taken',
  'unstorable-character': 'held NUL or half a character, which nothing can store',
  'html-tag': 'held HTML tags',
  'html-entity': 'held HTML entities',
  'control-character': 'held line breaks or control characters',
  'surrounding-blank': 'had blanks around it',
  'not-text': 'was no text',
  cut: 'was longer than can be kept, and is cut',
  'claim-elsewhere': 'the claim stood in itemReviewed instead of claimReviewed',
  'url-elsewhere': 'the address stood elsewhere than in url',
  'url-scheme': 'the address had no scheme',
  'address-unreadable': 'was no address, and is left out',
  'item-type': 'itemReviewed was no Claim',
  'author-as-text': 'was a text instead of a person or organisation',
  'author-without-name': 'had no name, and is left out',
  'claimant-elsewhere': 'itemReviewed was the claimant instead of the claim',
  'publisher-as-text': 'was a text instead of an organisation',
  'publisher-from-url': 'no publisher was named; the host of the address is taken',
  'rating-as-text': 'the rating was a text or a number instead of a Rating',
  'label-elsewhere': 'the words of the rating stood elsewhere than in alternateName',
  'label-from-number': 'the rating had no words; the number and its bounds are taken',
  'number-as-text': 'was a text instead of a number',
  'number-unreadable': 'was no number, and is left out',
  'number-out-of-bounds': 'lay outside of its bounds, and is left out',
  'bounds-missing': 'a bound was missing; 1 and 5 are taken, as schema.org has it',
  'bounds-unknown': 'a bound was missing, and 1 to 5 does not hold the number, which is left out',
  'bounds-inverted': 'the worst was above the best',
  'bounds-equal': 'the bounds were the same, and the number is left out',
  'bounds-without-number': 'there were bounds without a number, and are left out',
  'language-absent': 'no language was given; it stays unknown',
  'language-assumed': 'no language was given; the one named for the import is taken',
  'language-form': 'the language was no BCP 47 tag',
  'language-unreadable': 'the language could not be told; it stays unknown',
  'date-form': 'the date was written otherwise than in ISO 8601',
  'date-unreadable': 'the date could not be told for certain, and is left out',
  'date-elsewhere': 'the date stood in dateModified instead of datePublished',
} as const;
export type RepairCode = keyof typeof repairWords;
export const repairCodes = Object.keys(repairWords) as [RepairCode, ...RepairCode[]];

export interface Repair {
  code: RepairCode;
  /** RFC 6901, in the document that was given. */
  pointer: string;
  message: string;
  /** Before and after, shortened; null for nothing. */
  from: string | null;
  to: string | null;
}

/** Why a thing is not imported. */
export const refusalWords = {
  'claim-missing': 'says nowhere what was claimed',
  'claim-too-long': 'the claim is longer than 5000 characters',
  'url-missing': 'has no address of its own, by which a review is known',
  'url-unusable': 'the address is none that can be visited',
  'rating-missing': 'has neither words nor a number for what was found',
  'url-repeated': 'another claim of the same document has this address',
  'too-deep': 'is nested too deep to be read',
} as const;
export type RefusalCode = keyof typeof refusalWords;
export const refusalCodes = Object.keys(refusalWords) as [RefusalCode, ...RefusalCode[]];

export interface Refusal {
  code: RefusalCode;
  pointer: string;
  message: string;
}

const mostShown = 200;

/** A value as a report shows it. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** Collects what happens while one thing is read. */
export interface Notes {
  repairs: Repair[];
  refusals: Refusal[];
  repair(code: RepairCode, pointer: string, from?: unknown, to?: unknown): void;
  refuse(code: RefusalCode, pointer: string): void;
}

export function takeNotes(): Notes {
  const repairs: Repair[] = [];
  const refusals: Refusal[] = [];
  return {
    repairs,
    refusals,
    repair: (code, pointer, from, to) => {
      repairs.push({ code, pointer, message: repairWords[code], from: shown(from), to: shown(to) });
    },
    refuse: (code, pointer) => {
      refusals.push({ code, pointer, message: refusalWords[code] });
    },
  };
}
