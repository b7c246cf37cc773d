import { z } from 'zod';

/** The structural rules of OpenAPI 3.1 that our documents use, so that a tool reading them will not stumble. */

const jsonSchema = z.record(z.string(), z.unknown());
const named = /^[A-Za-z0-9._-]+$/;
const content = z.record(
  z.string().regex(/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)*$/),
  z.strictObject({ schema: jsonSchema, example: z.unknown().optional() }),
);

const parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(['path', 'query', 'header']),
    required: z.boolean(),
    description: z.string().optional(),
    style: z.literal('form').optional(),
    explode: z.boolean().optional(),
    schema: jsonSchema,
    example: z.unknown().optional(),
  })
  .refine((one) => one.in !== 'path' || one.required, 'a path parameter is always required');

const header = z.strictObject({ description: z.string(), schema: jsonSchema });
const response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.union([header, z.strictObject({ $ref: z.string() })])).optional(),
  content: content.optional(),
  'x-problem-codes': z.array(z.string()).min(1).optional(),
});

const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  description: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-permission': z.strictObject({ name: z.string(), roles: z.array(z.string()).min(1) }).optional(),
  'x-example-status': z.int().optional(),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z
    .record(z.string().regex(/^[1-5]\d\d$/), response)
    .refine((all) => Object.keys(all).some((status) => /^[23]/.test(status)), 'needs a success'),
});

const document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    contact: z.strictObject({ name: z.string() }),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string().optional() })),
  'x-problem-codes': z.record(
    z.string().regex(/^[a-z]+(_[a-z]+)*$/),
    z.strictObject({
      status: z.array(z.int()).min(1),
      title: z.string().min(1),
      description: z.string().min(1),
    }),
  ),
  paths: z.record(
    z.string().regex(/^\/[\w./{}-]*$/),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
  ),
  webhooks: z.record(z.string(), z.strictObject({ post: operation })).optional(),
  components: z.strictObject({
    schemas: z.record(z.string().regex(named), jsonSchema),
    headers: z.record(z.string().regex(named), header),
    securitySchemes: z.record(z.string().regex(named), z.looseObject({ type: z.string() })),
  }),
});

type Paths = Record<
  string,
  Record<string, { operationId?: string; parameters?: { name: string; in: string }[] }>
>;

/** Every rule the document breaks, in words; empty when it is sound. */
export function faultsOfDocument(given: unknown): string[] {
  const faults: string[] = [];
  const parsed = document.safeParse(given);
  if (!parsed.success)
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join(' ')}: ${issue.message}`));
  const seen = new Set<string>();
  for (const [path, methods] of Object.entries((given as { paths: Paths }).paths))
    for (const { operationId = '', parameters = [] } of Object.values(methods)) {
      if (seen.has(operationId)) faults.push(`${operationId} is used twice`);
      seen.add(operationId);
      const described = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      const written: string[] = path.match(/\{\w+\}/g) ?? [];
      faults.push(
        ...written
          .filter((name) => !described.includes(name))
          .map((name) => `${path}: ${name} is not described`),
        ...described
          .filter((name) => !written.includes(name))
          .map((name) => `${path}: ${name} is not in the path`),
      );
    }
  return [...faults, ...danglingReferences(given, given)];
}

function danglingReferences(node: unknown, root: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === '$ref' && typeof value === 'string'
      ? resolves(value, root)
        ? []
        : [`${value} points to nothing`]
      : danglingReferences(value, root),
  );
}

function resolves(reference: string, root: unknown): boolean {
  if (!reference.startsWith('#/')) return false;
  let node = root;
  for (const step of reference.slice(2).split('/')) {
    if (typeof node !== 'object' || node === null) return false;
    node = (node as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return node !== undefined;
}
