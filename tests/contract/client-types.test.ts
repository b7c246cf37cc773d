import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../client/client.js';
import type { Route } from '../../client/routes.js';
import { writeTypes } from '../../client/write-types.js';
import { readApiDocument } from '../../src/api-document.js';
import { createApp } from '../../src/app.js';
import type { ApiDocument } from '../../src/platform/http/openapi.js';
import type { Operation } from '../../src/platform/http/route.js';
import { createLog } from '../../src/platform/log.js';
import { projectRoot } from '../../src/platform/project-root.js';

interface Described {
  operationId: string;
  parameters: { name: string; in: string }[];
}

let document: ApiDocument;
let operations: { route: string; path: string; method: string; described: Described }[];
beforeAll(async () => {
  document = await readApiDocument();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      route: `${method.toUpperCase()} ${path}`,
      path,
      method,
      described: described as unknown as Described,
    })),
  );
});

describe('the types of the client', () => {
  it('are those of the operations as they are ("npm run generate" makes them anew)', async () => {
    const kept = await readFile(join(projectRoot, 'client', 'generated', 'api.ts'), 'utf8');
    const made = await writeTypes(document);
    // Compared as a whole, a difference would fill screens.
    const [lines, before] = [made.split('\n'), kept.split('\n')];
    const line = lines.findIndex((text, at) => text !== before[at]);
    expect(line === -1 ? 'the same' : lines[line]).toBe('the same');
    expect(kept === made).toBe(true);
  });

  it('can name every parameter of an operation without a clash, and the body beside them', () => {
    for (const { route, described } of operations) {
      const names = described.parameters.filter((one) => one.in !== 'header').map(({ name }) => name);
      expect(new Set([...names, 'body']).size, route).toBe(names.length + 1);
    }
  });
});

describe('every operation', () => {
  /** The same paths; each answers with its own name, whatever it is asked. */
  const echo = ({ path, method, described }: (typeof operations)[number]): Operation => ({
    method: method as Operation['method'],
    path,
    id: described.operationId,
    tag: 'Echo',
    summary: 'Says its own name',
    description: 'Whatever it is asked.',
    permission: 'public',
    ...(path.includes('{') && { params: z.looseObject({}) }),
    answers: { 200: { description: 'The name', body: z.string() } },
    handle: () => Promise.resolve({ status: 200, body: described.operationId }),
  });
  let close = (): Promise<void> => Promise.resolve();
  afterAll(() => close());

  it('is reached by its route', async () => {
    const mine = operations.filter(({ path }) => path.startsWith('/v1/'));
    const server = createServer(
      createApp({
        operations: mine.map(echo),
        authenticate: () => Promise.resolve(undefined),
        checks: [],
        log: createLog({ level: 'silent', name: 'tests' }),
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () =>
      new Promise(
        (resolve) =>
          void server.close(() => {
            resolve();
          }),
      );
    const client = createClient({
      url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    });
    const ask = (route: string, input: object): Promise<unknown> => client.require(route as Route, input);
    expect(mine.length).toBeGreaterThan(70);
    for (const { route, path, described } of mine) {
      const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => [name, 'S/RES/1718(2006) ق']);
      expect(await ask(route, Object.fromEntries(names) as object), route).toBe(described.operationId);
    }
  });
});
