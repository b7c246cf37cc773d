/** Every list of the API is asked in one manner: how it is sorted, from which moment on, and by several values at once. */
import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/api-document.js';
import { formsOf, type Schema } from '../support/answered-properties.js';

interface Parameter {
  name: string;
  in: string;
  explode?: boolean;
  schema: Schema & { enum?: unknown[]; pattern?: string };
}
interface Described {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const document = await readApiDocument();
const lists = Object.values(document.paths).flatMap((methods) => {
  const described = methods['get'] as unknown as Described | undefined;
  const [body] = described
    ? formsOf(described.responses['200']?.content?.['application/json']?.schema ?? {})
    : [];
  const { items, next } = body?.properties ?? {};
  return described && items && next ? [{ ...described, item: items.items ?? {} }] : [];
});

/** Why a list that shows moments cannot be asked for them. */
const shortOrOrdered: Record<string, string> = {
  listEvents: 'the feed has one order for everybody, and cursors in it',
};
const moments = (schema: Schema): string[] =>
  formsOf(schema).flatMap(({ properties = {} }) =>
    Object.keys(properties).filter((name) =>
      formsOf(properties[name] ?? {}).some(({ format }) => format === 'date-time'),
    ),
  );
/** What shows where it is in its life, or when it changed. */
const changes = (schema: Schema): boolean =>
  formsOf(schema).some(({ properties = {} }) =>
    ['updatedAt', 'status', 'revokedAt', 'capture'].some((name) => name in properties),
  );
const named = ({ parameters }: Described, name: string): Parameter | undefined =>
  parameters.find((one) => one.in === 'query' && one.name === name);

describe('a list of the API', () => {
  it('is found by what it answers', () => {
    expect(lists.length).toBeGreaterThan(20);
    for (const id of Object.keys(shortOrOrdered))
      expect(lists.map(({ operationId }) => operationId)).toContain(id);
  });

  it('that shows moments is sorted as asked, and begins and ends where it is asked to', () => {
    const silent = lists
      .filter(({ operationId, item }) => !(operationId in shortOrOrdered) && moments(item).length > 0)
      .flatMap((list) => {
        const wanted = [
          'sort',
          'createdSince',
          'createdBefore',
          ...(changes(list.item) ? ['updatedSince'] : []),
        ];
        return wanted.filter((name) => !named(list, name)).map((name) => `${list.operationId} ${name}`);
      });
    expect(silent).toEqual([]);
  });

  it('takes each name of its order both ways round', () => {
    for (const list of lists) {
      const names = named(list, 'sort')?.schema.enum ?? [];
      for (const name of names.filter((one) => !String(one).startsWith('-')))
        expect(names, list.operationId).toContain(`-${String(name)}`);
    }
  });

  it('has a limit, and leads on to what is behind it', () => {
    const whole = new Set(['listCheckpointKeys', 'listSimilarClaims']);
    const endless = lists.filter((list) => !named(list, 'limit') || !named(list, 'after'));
    const isWhole = (id: string): boolean => whole.has(id) || id.endsWith('Transitions');
    expect(endless.map(({ operationId }) => operationId).filter((id) => !isWhole(id))).toEqual([]);
  });

  it('takes several values of one filter', () => {
    const single = lists.flatMap((list) =>
      list.parameters
        .filter((one) => one.in === 'query' && !onceOnly.has(one.name) && !isFlag(one.schema))
        .filter(({ schema }) => schema.type !== 'array')
        .map(({ name }) => `${list.operationId} ${name}`),
    );
    expect(single).toEqual([]);
  });
});

/**
 * Where to begin, how many, in which order and from when; words that are searched for; addresses, which may hold commas; the
 * one scale that is shown; what the people of the desk are chosen for. */
const onceOnly = new Set([
  ...['limit', 'after', 'sort', 'wait'],
  ...['updatedSince', 'createdSince', 'createdBefore'],
  ...['q', 'name', 'url', 'scale'],
  ...['task', 'verdict'],
]);
const isFlag = (schema: Schema): boolean => schema.type === 'boolean';
