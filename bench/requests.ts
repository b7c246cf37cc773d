/** Requests as they go over the wire, and single answers to look at. */
export interface Asked {
  method?: string;
  path: string;
  key: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export function rawRequest({ method = 'GET', path, key, headers = {}, body }: Asked): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${key}`,
    'Accept: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    // Sent as Latin-1: what is asked for here has no other letters.
    ...(body === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${String(text.length)}`]),
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}

export async function ask(port: number, { method = 'GET', path, key, headers = {}, body }: Asked) {
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    headers: response.headers,
    text,
    body: (isJson(response) && text !== '' ? JSON.parse(text) : undefined) as unknown,
  };
}

const isJson = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').includes('json');
