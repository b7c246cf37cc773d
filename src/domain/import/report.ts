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
  html_entity_twice: 'held HTML entities that were encoded twice',
  control_character: 'held line breaks or control characters',
  surrounding_blank: 'had blanks around it',
  not_text: 'was no text',
  node_as_text: 'was an object where a text belongs; the text or name in it is taken',
  cut: 'was longer than can be kept, and is cut',
  list_cut: 'had more entries than can be kept; the first are taken',
  claim_elsewhere: 'the claim stood in itemReviewed instead of claimReviewed',
  url_elsewhere: 'the address stood elsewhere than in url',
  invisible_character: 'the address held invisible characters, which are taken out, or escaped within a word',
  url_scheme: 'the address had no scheme',
  url_relative: 'the address was relative, and is resolved against the one that was given',
  address_unreadable: 'was no address, and is left out',
  appearance_elsewhere: 'the address stood with the claim instead of in appearance',
  item_type: 'itemReviewed was no Claim',
  author_as_text: 'was a text instead of a person or organization',
  author_without_name: 'had no name, and is left out',
  claimant_elsewhere: 'itemReviewed was the claimant instead of the claim',
  publisher_as_text: 'was a text instead of an organization',
  publisher_beside_author:
    'the author is a person or a name; the organization beside it is taken for the publisher',
  publisher_from_url: 'no publisher was named; the host of the address is taken',
  rating_as_text: 'the rating was a text or a number instead of a Rating',
  label_elsewhere: 'the words of the rating stood elsewhere than in alternateName',
  label_from_number: 'the rating had no words; the number and its bounds are taken',
  number_as_text: 'was a text instead of a number',
  number_unreadable: 'was no number, and is left out',
  number_out_of_bounds: 'lay outside of its bounds, and is left out',
  bounds_missing: 'a bound was missing; 1 and 5 are taken, as schema.org has it',
  bounds_unknown: 'a bound was missing, and 1 to 5 does not hold the number, which is left out',
  bounds_inverted: 'the worst was above the best; bounds and number are turned round',
  bounds_equal: 'the bounds were the same, and the number is left out',
  bounds_without_number: 'there were bounds without a number, and are left out',
  language_absent: 'no language was given; it stays unknown',
  language_from_text: 'no language was given; it is told from the script and words of the claim',
  language_assumed: 'no language was given; the one named for the import is taken',
  language_form: 'the language was no BCP 47 tag',
  language_unreadable: 'the language could not be told; it stays unknown',
  date_form: 'the date was written otherwise than in ISO 8601',
  date_unreadable: 'the date could not be told for certain, and is left out',
  date_elsewhere: 'the date stood in dateModified instead of datePublished',
  json_wrapped: 'the JSON stood in a comment or CDATA section',
  json_comment: 'the JSON held comments',
  json_comma: 'the JSON held commas with nothing behind them',
  json_control: 'the JSON held line breaks or control characters within texts',
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
const refusalWords = {
  claim_missing: 'says nowhere what was claimed',
  claim_too_long: 'the claim is longer than 5000 characters',
  url_missing: 'has no address of its own, by which a review is known',
  url_unusable: 'the address is none that can be visited',
  rating_missing: 'has neither words nor a number for what was found',
  too_deep: 'is nested too deep to be read',
  json_unreadable: 'is no JSON, nor nearly',
  too_many_at_address: 'stands at an address of which 1,000 reviews are stored or told of already',
} as const;
export type RefusalCode = keyof typeof refusalWords;
export const refusalCodes = Object.keys(refusalWords) as [RefusalCode, ...RefusalCode[]];

export interface ImportRefusal {
  code: RefusalCode;
  pointer: string;
  message: string;
}

const mostShown = 200;

/** A value as a report shows it. */
function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** What is known beside the thing that is read. */
export interface Surroundings {
  /** Of its document, by `@id`. */
  nodes: ReadonlyMap<string, { value: Record<string, unknown>; at: string }>;
  /** What relative addresses are relative to. */
  base?: string | undefined;
  /** Told of each node that is read in another place than its own. */
  follow?: ((node: Record<string, unknown>) => void) | undefined;
  /** Told of what the report grows by, in characters. */
  spend?: ((characters: number) => void) | undefined;
}

/** Collects what happens while one thing is read. */
export interface Notes extends Surroundings {
  repairs: Repair[];
  refusals: ImportRefusal[];
  repair(code: RepairCode, pointer: string, from?: unknown, to?: unknown): void;
  refuse(code: RefusalCode, pointer: string): void;
}

const nowhere: Surroundings = { nodes: new Map() };

export function takeNotes(surroundings: Surroundings = nowhere): Notes {
  const repairs: Repair[] = [];
  const refusals: ImportRefusal[] = [];
  return {
    ...surroundings,
    repairs,
    refusals,
    repair: (code, pointer, from, to) => {
      const repair = { code, pointer, message: repairWords[code], from: shown(from), to: shown(to) };
      surroundings.spend?.(
        pointer.length + repair.message.length + (repair.from?.length ?? 0) + (repair.to?.length ?? 0),
      );
      repairs.push(repair);
    },
    refuse: (code, pointer) => {
      refusals.push({ code, pointer, message: refusalWords[code] });
    },
  };
}
