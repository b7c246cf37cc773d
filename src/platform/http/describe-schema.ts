/** What a document says of things that mean the same wherever they stand. */
export interface SchemaWords {
  /** What the values of an enumeration mean. */
  describeValues: (values: readonly unknown[]) => string | undefined;
  /** What a field or parameter holds, where its own schema says nothing; `owner` is the named schema it stands in. */
  describeField: (name: string, owner: string) => string | undefined;
}

type JsonSchema = Record<string, unknown>;

/** The same schema, with every enumeration and every field described that has no description of its own. */
export function putWords(schema: JsonSchema, words: SchemaWords, owner = ''): JsonSchema {
  const put = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(put);
    return isSchema(node) ? putWords(node, words, owner) : node;
  };
  const described = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' ? describeFields(value as Record<string, JsonSchema>, words, owner) : put(value),
    ]),
  );
  return { ...described, ...valuesOf(schema, words) };
}

function valuesOf({ enum: values, description }: JsonSchema, { describeValues }: SchemaWords): JsonSchema {
  const meanings = Array.isArray(values) && values.length > 1 ? describeValues(values) : undefined;
  if (meanings === undefined) return {};
  return { description: typeof description === 'string' ? `${description}\n\n${meanings}` : meanings };
}

function describeFields(fields: Record<string, JsonSchema>, words: SchemaWords, owner: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const described = putWords(field, words, owner);
      const says = 'description' in field ? undefined : words.describeField(name, owner);
      if (says === undefined) return [name, described];
      const { description } = described;
      return [
        name,
        { ...described, description: typeof description === 'string' ? `${says}\n\n${description}` : says },
      ];
    }),
  );
}

const isSchema = (node: unknown): node is JsonSchema => typeof node === 'object' && node !== null;
