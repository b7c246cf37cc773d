import { describe, expect, it } from 'vitest';
import { writeRequest } from '../../client/request.js';

const at = { url: 'https://isnad.example/desk/', key: 'secret' };

describe('a request', () => {
  it('has parameters in path and query, and keeps the path in front of the API', () => {
    const { method, url, headers } = writeRequest(at, 'GET /v1/claims/{id}/tasks', {
      id: 'C34',
      status: ['open', 'assigned'],
      overdue: true,
      limit: 5,
      after: undefined,
    });
    expect([method, url]).toEqual([
      'GET',
      'https://isnad.example/desk/v1/claims/C34/tasks?status=open&status=assigned&overdue=true&limit=5',
    ]);
    expect(headers).toEqual({ Authorization: 'Bearer secret' });
  });

  it('writes names with slashes, spaces and Arabic so that they stay one segment', () => {
    const { url } = writeRequest(at, 'GET /v1/instruments/{id}', { id: 'S/RES/1718(2006)?#كوريا' });
    expect(new URL(url).pathname.split('/')).toHaveLength(5);
    expect(decodeURIComponent(new URL(url).pathname.split('/')[4] ?? '')).toBe('S/RES/1718(2006)?#كوريا');
  });

  it('refuses a segment that would lead to another path', () => {
    for (const id of ['', '.', '..', undefined])
      expect(() => writeRequest(at, 'GET /v1/claims/{id}/status', { id })).toThrow(TypeError);
  });

  it('carries conditions and preferences as headers, and the body as JSON', () => {
    const { headers, body } = writeRequest(
      { url: 'http://127.0.0.1' },
      'POST /v1/claims',
      { body: { text: 'كوريا' } },
      { ifMatch: '"7"', ifNoneMatch: '"8"', wait: 10, idempotencyKey: 'a "key"', lastEventId: 'e' },
    );
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'If-Match': '"7"',
      'If-None-Match': '"8"',
      Prefer: 'wait=10',
      'Idempotency-Key': '"a \\"key\\""',
      'Last-Event-ID': 'e',
    });
    expect(body).toBe('{"text":"كوريا"}');
  });
});
