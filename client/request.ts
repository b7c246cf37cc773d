/** PURE: from a route and its input to what is sent. */

export interface Sending {
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
  /** Seconds. */
  wait?: number | undefined;
  idempotencyKey?: string | undefined;
  lastEventId?: string | undefined;
}

export interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** `input` holds path and query parameters by name, and the `body`. Throws where a path would lead elsewhere. */
export function writeRequest(
  at: { url: string; key?: string | undefined; language?: string | undefined },
  route: string,
  { body, ...parameters }: Record<string, unknown>,
  { ifMatch, ifNoneMatch, wait, idempotencyKey, lastEventId }: Sending = {},
): Request {
  const [method = '', template = ''] = route.split(' ');
  const query = new URLSearchParams();
  const inPath = new Set(Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => name));
  for (const [name, value] of Object.entries(parameters))
    if (!inPath.has(name) && value !== undefined)
      for (const one of [value].flat()) query.append(name, textOf(one));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => segmentOf(name, parameters[name]));
  const given = {
    Authorization: at.key === undefined ? undefined : `Bearer ${at.key}`,
    'Accept-Language': at.language,
    'Content-Type': body === undefined ? undefined : 'application/json',
    'If-Match': ifMatch,
    'If-None-Match': ifNoneMatch,
    Prefer: wait === undefined ? undefined : `wait=${String(wait)}`,
    'Idempotency-Key': idempotencyKey === undefined ? undefined : quoted(idempotencyKey),
    'Last-Event-ID': lastEventId,
  };
  return {
    method,
    url: `${at.url.replace(/\/+$/, '')}${path}${query.size > 0 ? `?${query.toString()}` : ''}`,
    headers: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** A string as structured fields write it (RFC 9651). */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const textOf = (value: unknown): string => String(value);

/** An empty segment, `.` and `..` would be another path by the time it arrives. */
function segmentOf(name: string, value: unknown): string {
  const text = textOf(value ?? '');
  if (['', '.', '..'].includes(text)) throw new TypeError(`"${text}" is no ${name}`);
  return encodeURIComponent(text);
}
