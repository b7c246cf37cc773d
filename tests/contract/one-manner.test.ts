/** What DESIGN calls one manner everywhere, looked for in every answer that the document describes. */
import { describe, expect, it } from 'vitest';
import { answeredProperties, formsOf, type Property, type Schema } from '../support/answered-properties.js';

/** schema.org, JSON Feed, CloudEvents, the Fact Check Tools API, RFC 9457, and what is signed. */
const formatsOfOthers = new Set([
  'ClaimReview',
  'ClaimReviewFeed',
  'JsonFeed',
  'CloudEvent',
  'Matches',
  'Problem',
  'Checkpoint',
]);
const properties = answeredProperties(formatsOfOthers);

const withRef = [
  ...['article', 'claim', 'source', 'outlet', 'instrument', 'provision', 'mergedInto'],
  ...[
    'assignee',
    'holder',
    'member',
    'owner',
    'actor',
    'author',
    'lastEditor',
    'approver',
    'second',
    'recordedBy',
  ],
];
const withoutRef = ['task', 'verdict', 'evidence', 'webhook', 'key'];
const lists = ['claims', 'outlets'];

/** Where the word means something else. */
const otherWords = new Set([
  'CreatedKey.key', // the secret
  'listCheckpointKeys.items[].key', // a public key
  'Provision.source', // where its text was seen
  'ProvisionOfInstrument.source',
  'Verdict.provisions[].actor', // whoever did it
  'Claim.evidence', // all of it, each whole
  'CreatedClaim.evidence',
  'ChangedClaim.evidence',
  'Verdict.evidence',
  'EditionDocument.evidence',
  'EditionDocument.provisions[].actor',
  'Origins.outlets', // how many
]);

const isNull = ({ type }: Schema): boolean => type === 'null';
const requires = (schema: Schema, names: string[]): boolean =>
  names.every((name) => schema.required?.includes(name) && schema.properties?.[name]);
const names = (schema: Schema, required: string[]): boolean =>
  formsOf(schema)
    .filter((form) => !isNull(form))
    .every((form) => requires(form, required));
const pathsOf = (found: Property[]): string[] => found.map(({ path }) => path);
const called = (words: string[]): Property[] =>
  properties.filter(({ path, name }) => words.includes(name) && !otherWords.has(path));

describe('in every answer', () => {
  it('another thing is named by id and ref', () => {
    const found = called(withRef);
    expect(found.length).toBeGreaterThan(40);
    expect(pathsOf(found.filter(({ schema }) => !names(schema, ['id', 'ref'])))).toEqual([]);
  });

  it('a thing that has no ref is named by its id, as an object too', () => {
    const found = called(withoutRef);
    expect(found.length).toBeGreaterThan(8);
    expect(pathsOf(found.filter(({ schema }) => !names(schema, ['id'])))).toEqual([]);
  });

  it('other things in a list are named in the same way', () => {
    const bare = called(lists).filter(({ schema }) =>
      formsOf(schema).some(({ items }) => items && !names(items, ['id', 'ref'])),
    );
    expect(pathsOf(bare)).toEqual([]);
  });

  it('a moment is called …At, and nothing else is', () => {
    const isMoment = ({ schema }: Property): boolean =>
      formsOf(schema).some(({ format }) => format === 'date-time');
    expect(properties.filter(isMoment).length).toBeGreaterThan(30);
    expect(pathsOf(properties.filter((one) => isMoment(one) !== one.name.endsWith('At')))).toEqual([]);
  });

  it('status is a place in a life cycle, never a number of HTTP but in a problem', () => {
    const numbers = properties.filter(
      ({ path, name, schema }) =>
        name === 'status' &&
        !path.endsWith('problem.status') &&
        formsOf(schema).some(({ type }) => type === 'integer' || type === 'number'),
    );
    expect(pathsOf(numbers)).toEqual([]);
  });
});
