import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/domain/access/rules.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import { operationsOf } from '../../src/runtime.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { faultsOfDocument } from '../support/openapi-rules.js';

interface Described {
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: unknown;
  'x-permission'?: { name: string; roles: string[] };
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

let isnad: TestIsnad;
let document: ApiDocument;
let entries: { method: string; path: string; entry: Described }[];
beforeAll(async () => {
  isnad = await createIsnad();
  document = (await isnad.stranger.get('/openapi.json')).body as ApiDocument;
  entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({
      method,
      path,
      entry: entry as unknown as Described,
    })),
  );
});
afterAll(() => isnad.close());

describe('the document of the API', () => {
  it('keeps the rules of OpenAPI 3.1', () => {
    expect(faultsOfDocument(document)).toEqual([]);
  });

  it('has every operation there is, under its method and path', () => {
    const listed = entries.map(({ method, path, entry }) => `${method} ${path} ${entry.operationId}`);
    for (const { method, path, id } of operationsOf(isnad.services))
      expect(listed).toContain(`${method} ${path} ${id}`);
  });

  it('says of every operation under /v1 which roles may call it', () => {
    for (const { path, entry } of entries.filter((one) => one.path.startsWith('/v1'))) {
      expect(permissions, path).toContain(entry['x-permission']?.name);
      expect(entry['x-permission']?.roles.length, path).toBeGreaterThan(0);
    }
  });

  it('declares problems that the operation can have, and all of one form', () => {
    for (const { path, method, entry } of entries.filter((one) => one.path.startsWith('/v1'))) {
      const name = `${method} ${path}`;
      const statuses = Object.keys(entry.responses);
      const header = (wanted: string) =>
        entry.parameters.some((one) => one.in === 'header' && one.name === wanted);
      expect(statuses, name).toEqual(expect.arrayContaining(['400', '401', '403', '500', '503']));
      // What is not there can only be named by path, query or body.
      if (statuses.includes('404'))
        expect(
          path.includes('{') ||
            method === 'post' ||
            ['/v1/ratings', '/v1/desk/people', '/session/start', '/session/callback'].includes(path),
          name,
        ).toBe(true);
      if (path.includes('{id}')) expect(statuses, name).toContain('404');
      // A stale write is one that came with a condition.
      expect(statuses.includes('412'), name).toBe(header('If-Match'));
      if (statuses.includes('428')) expect(statuses, name).toContain('412');
      if (statuses.includes('304')) expect(method, name).toBe('get');
      // Reading an edition that awaits approval notes that it was read, which another change may hold up.
      if (method === 'get' && path !== '/v1/verdicts/{id}/edition')
        for (const status of ['409', '412', '415', '428']) expect(statuses, name).not.toContain(status);
      for (const status of statuses.filter((one) => one >= '400'))
        expect(entry.responses[status]?.content?.['application/problem+json']?.schema, name).toEqual({
          $ref: '#/components/schemas/Problem',
        });
    }
  });

  it('says of each line that is kept in which form it is kept', () => {
    const linesIn = (node: unknown): { description?: string }[] => {
      if (typeof node !== 'object' || node === null) return [];
      const found = node as { pattern?: string; description?: string };
      const isLine = found.pattern === '^[^\\x00-\\x1f\\x7f-\\x9f]*$';
      return [...(isLine ? [found] : []), ...Object.values(node).flatMap(linesIn)];
    };
    const lines = entries.flatMap(({ entry }) => linesIn(entry.requestBody));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ description }) => description?.includes('(NFC)') !== true)).toEqual([]);
  });

  it('has one example of every resource a caller gets', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([
        'Claim',
        'ClaimStatus',
        'ReviewTask',
        'Verdict',
        'Draft',
        'Evidence',
        'Event',
        'Problem',
      ]),
    );
  });
});
