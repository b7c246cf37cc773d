import { z } from 'zod';
import { createdWithin, sortBy, updatedSince } from '../../platform/http/list-query.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { sourceMoveNames, sourceStatuses } from '../../domain/source/lifecycle.js';
import { sourceKinds } from '../../domain/source/kinds.js';
import { patchOf } from '../../platform/http/patch.js';
import {
  commaSeparated,
  idOrRef,
  instant,
  label,
  languageTag,
  pageOf,
  pageQuery,
  prose,
  ref,
  reference,
  uuid,
} from '../../platform/http/schema.js';

const kind = z.enum(sourceKinds);

const mostNames = 100;

const name = label(200, 'The name shown');
const affiliation = label(200);
const wikidata = z.string().regex(/^Q[1-9][0-9]{0,11}$/, 'must be a Wikidata item such as Q423');
const note = prose(4000);
const names = z
  .array(z.strictObject({ language: languageTag, text: label(200) }))
  .max(mostNames)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    value.forEach(({ language, text }, index) => {
      const key = `${language} ${text}`;
      if (seen.has(key))
        issues.push({ code: 'custom', input: text, message: 'is given twice', path: [index, 'text'] });
      seen.add(key);
    });
  })
  .describe(
    'Other names it is found by, each in its language; where the shown name is not among those of a language, the first of them is published in it',
  );

export const newSource = z.strictObject({
  ref: ref.optional(),
  kind,
  name,
  affiliation: affiliation.nullable().default(null),
  wikidata: wikidata.nullable().default(null),
  note: note.nullable().default(null),
  names: names.default([]),
});
export type NewSource = z.output<typeof newSource>;

export const sourcePatch = patchOf({
  name: name.exactOptional(),
  affiliation: affiliation.nullable().exactOptional(),
  wikidata: wikidata.nullable().exactOptional(),
  note: note.nullable().exactOptional(),
  names: names.exactOptional().describe('Replaces all of them'),
});
export type SourcePatch = z.output<typeof sourcePatch>;

const namesByLanguage = z.array(z.strictObject({ language: z.string(), text: z.string() }));

/** A source wherever it is named. */
export const namedSource = reference
  .extend({
    name: z.string(),
    names: namesByLanguage.describe('The same in other languages, as far as they are known'),
    kind,
  })
  .meta({ id: 'NamedSource' });

export const sourceCommand = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('merge'),
    into: idOrRef.describe('The source that stands for it from now on'),
    note: note.optional().describe('Why they are the same, for the desk'),
  }),
  z.strictObject({
    event: z.literal('split'),
    note: note.optional().describe('Why they are not, for the desk'),
  }),
]);
export type SourceCommand = z.output<typeof sourceCommand>;
export const sourceMoves = transitionsOf(sourceMoveNames, sourceStatuses)
  .extend({
    note: z
      .string()
      .nullable()
      .describe('What was noted when it was merged or split last; null outside the desk, or once erased'),
  })
  .meta({ id: 'SourceTransitions' });

export const sourceParams = z.strictObject({ id: idOrRef });

export const sourceSorts = ['createdAt', 'updatedAt', 'ref'] as const;
export const sourceQuery = pageQuery.extend({
  sort: sortBy(sourceSorts).optional(),
  name: label(200).optional().describe('Sources with this name or one like it in any language'),
  kind: commaSeparated(kind).optional(),
  status: commaSeparated(z.enum(sourceStatuses))
    .optional()
    .describe(
      'With `name`: those that were merged are found by their own names where `merged` is among them',
    ),
  ...createdWithin,
  updatedSince,
});
export type SourceQuery = z.output<typeof sourceQuery>;

export const source = z
  .strictObject({
    id: uuid,
    ref: z.string(),
    kind,
    name: z.string(),
    affiliation: z.string().nullable(),
    wikidata: z.string().nullable(),
    note: z.string().nullable(),
    names: namesByLanguage,
    status: z.enum(sourceStatuses),
    mergedInto: reference
      .extend({ name: z.string() })
      .nullable()
      .describe('The source that stands for it, where it was merged'),
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Source' });
export type Source = z.output<typeof source>;

const foundSource = source
  .extend({
    matched: z.string().nullable().describe('The name that `name=` found; null when no name was asked for'),
  })
  .meta({ id: 'FoundSource' });
export type FoundSource = z.output<typeof foundSource>;

export const sourcePage = pageOf(foundSource).meta({ id: 'SourcePage' });
