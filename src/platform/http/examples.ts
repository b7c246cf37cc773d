/** A request that the document shows, and that can be sent as it stands. */
export interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** What it is answered, where that is no success. */
  status?: number;
}

type Parameter = Record<string, unknown>;

/** The parameter as the example has it: text of a query where the schema says a number or a list, too. */
export function withExample(parameter: Parameter, { params, query, headers }: Example): Parameter {
  const given = { path: params, query, header: headers }[parameter['in'] as 'path' | 'query' | 'header'];
  const text = given?.[parameter['name'] as string];
  if (text === undefined) return parameter;
  return { ...parameter, example: valueOf(text, (parameter['schema'] as { type?: string }).type) };
}

function valueOf(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true';
  return type === 'array' ? text.split(',') : text;
}
