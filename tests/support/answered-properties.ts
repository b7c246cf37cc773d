/** Every property that an answer of the API may have, as the OpenAPI document describes it. */
import { describeApi } from '../../src/platform/http/openapi.js';
import { listOperations } from '../../src/api-document.js';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Property {
  /** The component or operation that it was met in, and the way to it: `Claim.article`. */
  path: string;
  name: string;
  schema: Schema;
}

const document = describeApi(await listOperations());
const components = document.components.schemas as Record<string, Schema>;
const nameOf = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

/** What it is, behind the names of components and beside null. */
export function formsOf(schema: Schema): Schema[] {
  const name = nameOf(schema);
  if (name !== undefined) return formsOf(components[name] ?? {});
  return (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((one) => (one === schema ? [one] : formsOf(one)));
}

/** Each once; components that `leftOut` names are those of formats that others have made. */
export function answeredProperties(leftOut: ReadonlySet<string>): Property[] {
  const found: Property[] = [];
  const seen = new Set<string>(leftOut);
  const walk = (schema: Schema, path: string): void => {
    const name = nameOf(schema);
    if (name !== undefined) {
      if (seen.has(name)) return;
      seen.add(name);
      walk(components[name] ?? {}, name);
      return;
    }
    for (const [member, inner] of Object.entries(schema.properties ?? {})) {
      found.push({ path: `${path}.${member}`, name: member, schema: inner });
      walk(inner, `${path}.${member}`);
    }
    if (schema.items) walk(schema.items, `${path}[]`);
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, `${path}.*`);
    for (const one of schema.anyOf ?? schema.oneOf ?? []) walk(one, path);
  };
  for (const methods of Object.values(document.paths))
    for (const { operationId, responses } of Object.values(methods))
      for (const { content = {} } of Object.values(
        responses as Record<string, { content?: Record<string, { schema: Schema }> }>,
      ))
        for (const { schema } of Object.values(content)) walk(schema, String(operationId));
  return found;
}
