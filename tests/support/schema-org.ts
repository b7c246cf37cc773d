/**
 * The part of schema.org (version 30, read in its published vocabulary) that our markup draws on: of each type
 * what it is a kind of, of each property the types its values are expected to be. Written down here by hand, so
 * that it knows nothing of what the code believes.
 */

type Range = readonly string[];

interface Type {
  is?: string;
  has?: Readonly<Record<string, Range>>;
}

const party: Range = ['Organization', 'Person'];
const when: Range = ['Date', 'DateTime'];

const vocabulary: Readonly<Record<string, Type>> = {
  Thing: {
    has: {
      alternateName: ['Text'],
      description: ['Text', 'TextObject'],
      identifier: ['PropertyValue', 'Text', 'URL'],
      mainEntityOfPage: ['CreativeWork', 'URL'],
      name: ['Text'],
      sameAs: ['URL'],
      url: ['URL'],
    },
  },
  CreativeWork: {
    is: 'Thing',
    has: {
      about: ['Thing'],
      author: party,
      citation: ['CreativeWork', 'Text'],
      correction: ['CorrectionComment', 'Text', 'URL'],
      creativeWorkStatus: ['DefinedTerm', 'Text'],
      creditText: ['Text'],
      dateCreated: when,
      dateModified: when,
      datePublished: when,
      headline: ['Text'],
      inLanguage: ['Language', 'Text'],
      publisher: party,
      text: ['Text'],
      version: ['Number', 'Text'],
    },
  },
  Article: { is: 'CreativeWork' },
  Legislation: { is: 'CreativeWork', has: { legislationIdentifier: ['Text', 'URL'] } },
  Claim: {
    is: 'CreativeWork',
    has: {
      appearance: ['CreativeWork'],
      claimInterpreter: party,
      firstAppearance: ['CreativeWork'],
    },
  },
  Review: {
    is: 'CreativeWork',
    has: {
      associatedClaimReview: ['Review'],
      itemReviewed: ['Thing'],
      reviewAspect: ['StructuredValue', 'Text'],
      reviewBody: ['Text'],
      reviewRating: ['Rating'],
    },
  },
  ClaimReview: { is: 'Review', has: { claimReviewed: ['Text'] } },
  Rating: {
    is: 'Thing',
    has: {
      author: party,
      bestRating: ['Number', 'Text'],
      ratingExplanation: ['Text'],
      ratingValue: ['Number', 'Text'],
      reviewAspect: ['StructuredValue', 'Text'],
      worstRating: ['Number', 'Text'],
    },
  },
  Comment: { is: 'CreativeWork', has: { parentItem: ['Comment', 'CreativeWork'] } },
  CorrectionComment: { is: 'Comment' },
  Dataset: { is: 'CreativeWork' },
  DataFeed: { is: 'Dataset', has: { dataFeedElement: ['DataFeedItem', 'Text', 'Thing'] } },
  Intangible: { is: 'Thing' },
  DataFeedItem: {
    is: 'Intangible',
    has: { dateCreated: when, dateDeleted: when, dateModified: when, item: ['Thing'] },
  },
  Organization: { is: 'Thing' },
  Person: { is: 'Thing' },
};

const literals: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
  Number: (value) => typeof value === 'number' && Number.isFinite(value),
  Date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isMoment(value),
  DateTime: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
    isMoment(value),
};

const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text));

const kindsOf = (type: string): string[] => {
  const above = vocabulary[type]?.is;
  return [type, ...(above === undefined ? [] : kindsOf(above))];
};

const rangeOf = (type: string, property: string): Range | undefined =>
  kindsOf(type)
    .map((kind) => vocabulary[kind]?.has?.[property])
    .find((range) => range !== undefined);

/** Everything in a JSON-LD document that schema.org does not provide for, each with its place. */
export function faultsOfMarkup(document: unknown): string[] {
  const { '@context': context, ...node } = document as Record<string, unknown>;
  return [
    ...(context === 'https://schema.org' ? [] : [`@context is ${JSON.stringify(context)}`]),
    ...faultsOfNode(node, '', ['Thing']),
  ];
}

function faultsOfNode(node: Record<string, unknown>, at: string, expected: Range): string[] {
  const type = node['@type'];
  if (typeof type !== 'string' || !(type in vocabulary)) return [`${at}/@type is ${JSON.stringify(type)}`];
  const kinds = kindsOf(type);
  if (!expected.some((one) => kinds.includes(one)))
    return [`${at} is a ${type}, and should be ${expected.join(' or ')}`];
  return Object.entries(node)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) => {
      const range = rangeOf(type, name);
      if (!range) return [`${at}/${name} is no property of ${type}`];
      const values = Array.isArray(value) ? (value as unknown[]) : [value];
      // Of what was taken back a feed holds nothing; and readers of it walk that as a list.
      if (values.length === 0 && name === 'item' && 'dateDeleted' in node) return [];
      if (values.length === 0) return [`${at}/${name} is empty`];
      return values.flatMap((one) => faultsOfValue(one, `${at}/${name}`, range));
    });
}

function faultsOfValue(value: unknown, at: string, range: Range): string[] {
  if (typeof value === 'object' && value !== null)
    return faultsOfNode(value as Record<string, unknown>, at, range);
  return range.some((type) => literals[type]?.(value))
    ? []
    : [`${at} is ${JSON.stringify(value)}, and should be ${range.join(' or ')}`];
}
