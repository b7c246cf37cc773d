import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { Failure } from '../errors.js';
import type { Fault } from '../errors.js';
import { readJsonBody } from './json-body.js';
import type { Operation } from './route.js';
import { manyOf } from './schema.js';
import { searchOf } from './target.js';
import { readQuery } from './url-parameters.js';
import { check } from './validation-errors.js';

export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The body as it came. */
  sent: unknown;
}

const nothing = z.strictObject({});

/** Path, query and body, parsed; throws one failure that names every fault of all three. */
export async function readInput(
  operation: Operation,
  request: IncomingMessage,
  response: ServerResponse,
  segments: Readonly<Record<string, string>>,
): Promise<Input> {
  const faults: Fault[] = [];
  const accept = (schema: z.ZodType, value: unknown, place: Fault['in']): unknown => {
    const outcome = check(schema, value, place);
    if (outcome.ok) return outcome.value;
    faults.push(...outcome.faults);
    return undefined;
  };
  const params = operation.params && accept(operation.params, segments, 'path');
  const known: Readonly<Record<string, z.core.$ZodType>> = operation.query?.shape ?? {};
  const given = readQuery(searchOf(request), (name) => manyOf(known[name]));
  faults.push(...given.faults);
  const seen = new Set(given.faults.map((fault) => fault.pointer));
  const query = accept(operation.query ?? nothing, given.values, 'query');
  // What comes with a reading has no meaning (RFC 9110, 9.3.1).
  const sent = operation.method === 'get' ? undefined : await readBody(operation, request, response, faults);
  let body: unknown;
  if (sent !== unreadable) {
    if (!operation.body) accept(nothing, sent ?? {}, 'body');
    else body = accept(operation.body, sent === undefined && operation.bodyOptional ? {} : sent, 'body');
  }
  if (faults.length > 0) throw invalidFields(withoutEchoes(faults, seen));
  return { params, query: operation.query && query, body, sent };
}

const unreadable = Symbol('a body with faults of its own');

/** Faults of the JSON join the others; a body of the wrong type or size is a failure by itself. */
async function readBody(
  operation: Operation,
  request: IncomingMessage,
  response: ServerResponse,
  faults: Fault[],
): Promise<unknown> {
  try {
    return await readJsonBody(request, response, operation);
  } catch (error) {
    const found = error instanceof Failure ? error.details.faults : undefined;
    if (!found?.every((fault) => fault.in === 'body')) throw error;
    if (faults.length === 0) throw error;
    faults.push(...found);
    return unreadable;
  }
}

/** A parameter that could not be read is not also missing. */
const withoutEchoes = (faults: Fault[], seen: Set<string>): Fault[] =>
  faults.filter(
    (fault) => !(fault.in === 'query' && fault.message === 'is required' && seen.has(fault.pointer)),
  );

export const invalidFields = (faults: Fault[]): Failure =>
  new Failure(
    'invalid',
    faults.length === 1 ? 'One field is invalid.' : `${String(faults.length)} fields are invalid.`,
    { faults },
  );
