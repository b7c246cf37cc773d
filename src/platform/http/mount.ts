import type { Express } from 'express';
import { Failure } from '../errors.js';
import type { Operation } from './route.js';
import { serve, type Serving } from './handle-request.js';

/** Makes the routes of all operations, with 405 and `Allow` for every other method of their paths. */
export function mountOperations(app: Express, operations: readonly Operation[], serving: Serving): void {
  for (const [path, sharing] of byPath(operations)) {
    const route = app.route(path.replace(/\{(\w+)\}/g, ':$1'));
    for (const operation of sharing) {
      const answer = serve(operation, serving);
      // No path of ours repeats a parameter, so each is one text.
      route[operation.method]((request, response) =>
        answer(request, response, request.params as Record<string, string>),
      );
    }
    const methods = sharing.map(({ method }) => method.toUpperCase());
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    route.options((_request, response) => {
      response.status(204).set('Allow', allow).end();
    });
    route.all((request, response) => {
      response.set('Allow', allow);
      throw new Failure('invalid', `${request.method} is not possible here; ${allow} are.`, {
        code: 'method_not_allowed',
      });
    });
  }
}

/** Literal paths before parameters: `/tasks/next` is not the task called "next". */
function byPath(operations: readonly Operation[]): [string, Operation[]][] {
  const paths = new Map<string, Operation[]>();
  const shapes = new Map<string, string>();
  for (const operation of operations) {
    const shape = shapeOf(operation.path);
    const other = shapes.get(shape) ?? operation.path;
    if (other !== operation.path) throw new Error(`${other} and ${operation.path} are the same path`);
    shapes.set(shape, operation.path);
    const sharing = paths.get(operation.path) ?? [];
    if (sharing.some(({ method }) => method === operation.method))
      throw new Error(`${operation.method} ${operation.path} is defined twice`);
    paths.set(operation.path, [...sharing, operation]);
  }
  return [...paths].sort(([a], [b]) => (shapeOf(a) < shapeOf(b) ? -1 : 1));
}

const shapeOf = (path: string): string => path.replace(/\{\w+\}/g, '\uFFFF');
