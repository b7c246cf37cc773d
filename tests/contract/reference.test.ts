import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/api-document.js';

type Node = Record<string, unknown>;

/** Names that say by themselves what they hold. */
const selfEvident = ['id', 'ref', 'name', 'url', 'text', 'description'];

const document = await readApiDocument();

/** Every node of the document, with where it stands; of a parameter's schema the description stands beside it. */
function* nodesIn(node: unknown, path = '', outer: Node = {}): Generator<[path: string, node: Node]> {
  if (typeof node !== 'object' || node === null) return;
  const { description = outer['description'] } = node as Node;
  const isSchemaOfParameter = /\/parameters\/\d+\/schema$/.test(path);
  yield [path, isSchemaOfParameter ? { ...node, description } : (node as Node)];
  for (const [key, value] of Object.entries(node)) yield* nodesIn(value, `${path}/${key}`, node as Node);
}
const everywhere = [
  ...nodesIn({ paths: document.paths, schemas: document.components.schemas, webhooks: document.webhooks }),
];

describe('the reference', () => {
  it('describes every operation in more words than its summary', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBeGreaterThan(100);
    for (const { operationId, summary, description } of operations) {
      expect(description, String(operationId)).toBeTypeOf('string');
      expect(description, String(operationId)).not.toBe(summary);
    }
  });

  it('says of every enumeration what each value means', () => {
    const enumerations = everywhere.filter(
      ([, { enum: values }]) => Array.isArray(values) && values.length > 1,
    );
    expect(enumerations.length).toBeGreaterThan(100);
    const silent = enumerations.filter(([, { enum: values, description = '' }]) => {
      const said = String(description);
      const inCommon = /what it happened to|downwards/.test(said);
      return !inCommon && !(values as string[]).every((value) => said.includes(`\`${value}\`: `));
    });
    expect([...new Set(silent.map(([path, { enum: values }]) => `${path}: ${String(values)}`))]).toEqual([]);
  });

  it('describes every field and parameter whose name does not', () => {
    const fields = everywhere.flatMap(([path, { properties }]) =>
      Object.entries((properties ?? {}) as Record<string, Node>).map(([name, field]) => ({
        path,
        name,
        field,
      })),
    );
    const parameters = everywhere.flatMap(([path, { parameters: given }]) =>
      ((given ?? []) as (Node & { name: string })[]).map((field) => ({
        path,
        name: field.name,
        field,
      })),
    );
    expect(fields.length + parameters.length).toBeGreaterThan(1000);
    const silent = [...fields, ...parameters].filter(
      ({ name, field }) => !selfEvident.includes(name) && field['description'] === undefined,
    );
    expect([...new Set(silent.map(({ path, name }) => `${path} ${name}`))]).toEqual([]);
  });

  it('lists the codes of every problem with the status and what to do', () => {
    const declared = new Set(everywhere.flatMap(([, node]) => codesOf(node)));
    expect(declared.size).toBeGreaterThan(80);
    for (const code of declared) expect(document['x-problem-codes'], code).toHaveProperty(code);
  });
});

const codesOf = ({ 'x-problem-codes': codes }: Node): string[] =>
  Array.isArray(codes) ? (codes as string[]) : [];
