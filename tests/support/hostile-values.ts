import fc from 'fast-check';

/** JSON Schema as the API document uses it. */
export interface Schema {
  $ref?: string;
  type?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  pattern?: string;
  format?: string;
  examples?: string[];
  maximum?: number;
}

/** Odd, and yet text: wherever any text may stand these may, and come back as they are. */
const oddTexts = [
  '\u202Eabc\u202C',
  'a\u200B\u0640\u064B',
  'ﷺ\uFDFA',
  'a\uFFFF\u{10FFFF}',
  "'; DROP TABLE claims; --",
  '%_\\',
  '$1 ${x} {{y}}',
  '../../etc/passwd',
  '=cmd()',
  '\u001b[31m\r\n',
];

/** What nobody means to send. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 31) - 1, 1e300, '', ' '),
  fc.constantFrom<unknown>([], {}, [[]], [null], { a: 1 }, { $ne: null }, { set: 1 }, { toString: 1 }),
  fc.constantFrom('a\u0000b', '\ud800', 'x'.repeat(70_000), 'ع'.repeat(5001), ...oddTexts),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom<unknown>('C34', 7, null), { maxLength: 600 }),
);

/** Something for every pattern there is. */
const words = [
  'C34',
  'C37',
  'putin',
  'putin-pyongyang-2024',
  's-res-1718-2006.8b',
  's-res-1718-2006',
  'checker2',
  'true',
  'visit',
  'Q7747',
  '2006-10-14',
  'دلالات زيارة',
  '00000000-0000-7000-8000-000000000000',
  'https://example.org/',
];

/** What is there, by the field that asks for it. */
const known: Readonly<Record<string, unknown>> = {
  article: 'putin-pyongyang-2024',
  articleVersion: 1,
  exact: 'دلالات زيارة',
  prefix: '',
  suffix: '',
  start: 26,
  end: 38,
  source: 'putin',
  veracity: 'true',
};

/** Trees end here. */
const deepest = 3;

/**
 * Values that are mostly of the schema's shape, so that they get past the first check, with something hostile
 * in one place or another.
 */
export function valuesOf(schema: Schema, resolve: (ref: string) => Schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valuesOf(resolve(schema.$ref), resolve, depth);
  if (depth > deepest && schema.type === 'array') return fc.constant([]);
  const inner = (one: Schema): fc.Arbitrary<unknown> => valuesOf(one, resolve, depth + 1);
  return fc.oneof({ weight: 40, arbitrary: shaped(schema, inner) }, { weight: 1, arbitrary: junk });
}

function shaped(schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map(inner));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objects(schema, inner);
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    case 'string':
      return fc.constantFrom(...textsFor(schema));
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: schema.maximum ?? 9 }));
    case 'boolean':
      return fc.boolean();
    default:
      return junk;
  }
}

function textsFor({ pattern, format, examples }: Schema): string[] {
  if (examples) return examples;
  if (format === 'uri') return ['https://example.org/'];
  const allowed = new RegExp(pattern ?? '', 'u');
  const fitting = [...words, ...oddTexts].filter((text) => allowed.test(text));
  return fitting.length > 0 ? fitting : words;
}

function objects(
  { properties = {}, required = [], additionalProperties }: Schema,
  inner: (one: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, one]) => {
    const right = known[name];
    const any = inner(one);
    return [
      name,
      right === undefined ? any : fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, any),
    ] as const;
  });
  const own = fc.record(Object.fromEntries(fields), {
    requiredKeys: required.filter((name) => name in properties),
  });
  const others = typeof additionalProperties === 'object' ? inner(additionalProperties) : junk;
  const entries =
    typeof additionalProperties === 'object'
      ? { minKeys: 1, maxKeys: 3 }
      : { maxKeys: additionalProperties === false ? 0 : 3 };
  return fc
    .tuple(own, fc.dictionary(fc.constantFrom('ar', 'en', 'pt-BR'), others, entries))
    .map(([fixed, more]) => ({ ...more, ...fixed }));
}
