/** PURE: what an import says of each thing it met. */

/** Everything that is put right on the way in, in words. */
export const repairWords = {
  type_missing: 'had no type, and is a ClaimReview by what it holds',
  type_case: 'the type was written otherwise than schema.org writes it',
  type_without_at: 'the type stood under "type"',
  property_case: 'the property was written otherwise than schema.org writes it',
  first_of_several: 'had several values that differ; the first is taken',
  unstorable_character: 'held NUL or half a character, which nothing can store',
  html_tag: 'held HTML tags',
  html_entity: 'held HTML entities',
  control_character: 'held line breaks or control characters',
  surrounding_blank: 'had blanks around it',
  not_text: 'was no text',
  cut: 'was longer than can be kept, and is cut',
  claim_elsewhere: 'the claim stood in itemReviewed instead of claimReviewed',
  url_elsewhere: 'the address stood elsewhere than in url',
  url_scheme: 'the address had no scheme',
  address_unreadable: 'was no address, and is left out',
  item_type: 'itemReviewed was no Claim',
  author_as_text: 'was a text instead of a person or organization',
  author_without_name: 'had no name, and is left out',
  claimant_elsewhere: 'itemReviewed was the claimant instead of the claim',
  publisher_as_text: 'was a text instead of an organization',
  publisher_from_url: 'no publisher was named; the host of the address is taken',
  rating_as_text: 'the rating was a text or a number instead of a Rating',
  label_elsewhere: 'the words of the rating stood elsewhere than in alternateName',
  label_from_number: 'the rating had no words; the number and its bounds are taken',
  number_as_text: 'was a text instead of a number',
  number_unreadable: 'was no number, and is left out',
  number_out_of_bounds: 'lay outside of its bounds, and is left out',
  bounds_missing: 'a bound was missing; 1 and 5 are taken, as schema.org has it',
  bounds_unknown: 'a bound was missing, and 1 to 5 does not hold the number, which is left out',
  bounds_inverted: 'the worst was above the best',
  bounds_equal: 'the bounds were the same, and the number is left out',
  bounds_without_number: 'there were bounds without a number, and are left out',
  language_absent: 'no language was given; it stays unknown',
  language_assumed: 'no language was given; the one named for the import is taken',
  language_form: 'the language was no BCP 47 tag',
  language_unreadable: 'the language could not be told; it stays unknown',
  date_form: 'the date was written otherwise than in ISO 8601',
  date_unreadable: 'the date could not be told for certain, and is left out',
  date_elsewhere: 'the date stood in dateModified instead of datePublished',
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
  claim_missing: 'says nowhere what was claimed',
  claim_too_long: 'the claim is longer than 5000 characters',
  url_missing: 'has no address of its own, by which a review is known',
  url_unusable: 'the address is none that can be visited',
  rating_missing: 'has neither words nor a number for what was found',
  url_repeated: 'another claim of the same document has this address',
  too_deep: 'is nested too deep to be read',
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
