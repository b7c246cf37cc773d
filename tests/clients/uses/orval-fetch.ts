/** What the client of orval sends its requests with: it knows paths only, and no keys. */
let current = { url: '', key: '' };

export function serveFrom(server: { url: string; key: string }): void {
  current = server;
}

export async function send<T>(path: string, options: RequestInit): Promise<T> {
  const headers = new Headers(options.headers);
  headers.set('Authorization', `Bearer ${current.key}`);
  const response = await fetch(current.url + path, { ...options, headers });
  const text = await response.text();
  return {
    status: response.status,
    data: text === '' ? undefined : (JSON.parse(text) as unknown),
    headers: response.headers,
  } as T;
}
