import { z } from 'zod';
import { putWords, type SchemaWords } from './describe-schema.js';

export type JsonSchema = Record<string, unknown>;
type Direction = 'input' | 'output';

const noWords: SchemaWords = { describeValues: () => undefined, describeField: () => undefined };

/**
 * Collects the schemas of the document. What has `.meta({ id })` becomes a component and a `$ref`; where
 * the accepted and the answered form of one id differ (defaults), the accepted one is called `…Input`;
 * for that the answered ones have to be asked for first.
 */
export function createSchemaCollection(words: SchemaWords = noWords) {
  const components = new Map<string, JsonSchema>();
  /** Name → everything its schema means, to tell two schemas of one name apart. */
  const meanings = new Map<string, string>();

  const nameFor = (id: string, meaning: string, io: Direction): string => {
    const free = (name: string) => (meanings.get(name) ?? meaning) === meaning;
    // Recursive schemas without an id get numbers from zod, which start anew in every schema.
    const candidates = id.startsWith('__')
      ? Array.from({ length: meanings.size + 1 }, (_, i) => `Anonymous${String(i + 1)}`)
      : [id, ...(io === 'input' ? [`${id}Input`] : [])];
    const name = candidates.find(free);
    if (name === undefined) throw new Error(`Two different schemas are called ${id}`);
    meanings.set(name, meaning);
    return name;
  };

  const describe = (schema: z.ZodType, io: Direction): JsonSchema => {
    const whole: JsonSchema = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      override: ({ jsonSchema }) => {
        sayPlainly(jsonSchema);
      },
    });
    const { $defs = {}, ...root } = whole;
    delete root['$schema'];
    const definitions = $defs as Record<string, JsonSchema>;
    const names = new Map(
      Object.keys(definitions).map((id) => [id, nameFor(id, meaningOf(id, definitions), io)]),
    );
    for (const [id, name] of names)
      components.set(name, putWords(redirect(definitions[id], names) as JsonSchema, words, name));
    return putWords(redirect(root, names) as JsonSchema, words);
  };

  return {
    /** What a caller may send. */
    accepted: (schema: z.ZodType): JsonSchema => describe(schema, 'input'),
    /** What a caller gets. */
    answered: (schema: z.ZodType): JsonSchema => describe(schema, 'output'),
    /** Every component met so far, by name. */
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Tuples and records by enumeration, as generators of clients and linters understand them. */
function sayPlainly(schema: z.core.JSONSchema.BaseSchema): void {
  const { prefixItems, propertyNames, additionalProperties } = schema;
  // There are never more items than those before: this is for readers who know no tuples.
  if (prefixItems) schema.items = oneOf(prefixItems as JsonSchema[]);
  if (typeof propertyNames !== 'object' || !propertyNames.enum || additionalProperties === undefined) return;
  schema.properties = Object.fromEntries(
    propertyNames.enum.map((name) => [String(name), additionalProperties]),
  );
  delete schema.propertyNames;
  schema.additionalProperties = false;
}

function oneOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}, ...more] = new Map(schemas.map((one) => [JSON.stringify(one), one])).values();
  return more.length === 0 ? first : { anyOf: [first, ...more] };
}

const local = '#/$defs/';

/** The schema with everything it refers to, as text. */
function meaningOf(id: string, definitions: Record<string, JsonSchema>): string {
  const reached = new Set([id]);
  // A set that grows while it is walked: its new members are visited too.
  for (const one of reached)
    for (const [, next = ''] of JSON.stringify(definitions[one]).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g))
      reached.add(next);
  return JSON.stringify([...reached].map((one) => definitions[one]));
}

/** zod points into the schema itself; in the document the definitions stand among the components. */
function redirect(node: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((item) => redirect(item, names));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => {
      if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(local))
        return [key, redirect(value, names)];
      const id = value.slice(local.length);
      return [key, `#/components/schemas/${names.get(id) ?? id}`];
    }),
  );
}
