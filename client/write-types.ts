/** Makes the types of the client from the API document. The only file here that knows the server. */
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { ApiDocument } from '../src/platform/http/openapi.js';

const header = `/* Made by "npm run generate" from the operations of the API. Do not edit: change an operation instead. */\n\n`;

export async function writeTypes(document: ApiDocument): Promise<string> {
  const types = await openapiTS(withOneProblem(document) as unknown as OpenAPI3, {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  });
  return header + astToString(types);
}

type Responses = Record<string, object>;

const problem = 'application/problem+json';
const hasProblem = (response: { content?: object }): boolean =>
  response.content !== undefined && problem in response.content;

/** The client reads them as they come. */
const withoutHeaders = ({ headers: _, ...response }: { headers?: object }): object => response;

/**
 * Every operation has many problems, all of one form. Said once, the file is half as long; what receivers of webhooks
 * are sent is no answer, and left out.
 */
function withOneProblem(document: ApiDocument): object {
  const shared = { $ref: '#/components/responses/AnyProblem' };
  const slim = (responses: Responses): Responses =>
    Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        hasProblem(response) ? shared : withoutHeaders(response),
      ]),
    );
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { ...operation, responses: slim(operation['responses'] as Responses) },
      ]),
    ),
  ]);
  const { webhooks: _, ...own } = document;
  return {
    ...own,
    paths: Object.fromEntries(paths) as object,
    components: {
      ...document.components,
      headers: {},
      responses: {
        AnyProblem: {
          description: 'What went wrong, and what to do about it',
          content: { [problem]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
