/** Every text that somebody can write in their own words, as the API takes it. */
import { readApiDocument } from '../../src/api-document.js';

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  maxLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

interface Operation {
  tags: string[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Longer than a date, a language tag or a shortcut. */
const longestCode = 64;

/** `label` and `prose` of src/platform/http/schema.ts, what has no form at all, and addresses. */
const isFreeText = ({ enum: values, const: only, format, pattern, maxLength = Infinity }: Schema): boolean =>
  values === undefined &&
  only === undefined &&
  (format === undefined || format === 'uri') &&
  maxLength > longestCode &&
  (pattern === undefined || pattern === '\\S' || pattern.startsWith('^[^\\x00-\\x1f'));

function* textsIn(
  schema: Schema,
  schemas: Record<string, Schema>,
  path: readonly string[] = [],
  within: readonly string[] = [],
): Generator<string> {
  const { $ref, properties = {}, items, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    // A link of a chain holds links.
    if (!within.includes(name)) yield* textsIn(schemas[name] ?? {}, schemas, path, [...within, name]);
    return;
  }
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* textsIn(part, schemas, path, within);
  // The lines of a file have the fields of what is sent otherwise.
  if (path.length > 0 && [schema.type].flat().includes('string') && isFreeText(schema)) yield path.join('.');
  for (const [name, one] of Object.entries(properties)) yield* textsIn(one, schemas, [...path, name], within);
  if (items) yield* textsIn(items, schemas, path, within);
  if (typeof additionalProperties === 'object') yield* textsIn(additionalProperties, schemas, path, within);
}

/** `Claims glosses`: the tag of an operation, and the path in its body without lists; links of links are links. */
export async function listFreeTexts(): Promise<string[]> {
  const { paths, components } = (await readApiDocument()) as unknown as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const found = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ tags: [tag = ''], requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        [...textsIn(schema, components.schemas)].map((path) => `${tag} ${plain(path)}`),
      ),
    );
  return [...new Set(found)].sort();
}

const plain = (path: string): string => path.replace(/^items\./, '').replaceAll('from.', '');
