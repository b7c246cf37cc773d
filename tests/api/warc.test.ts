import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterClaim } from '../support/desk.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { createInternet, type Internet } from '../support/internet.js';
import { readWarc, type WarcRecord } from '../support/read-warc.js';

let internet: Internet;
let isnad: TestIsnad;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ outbound: internet.outbound });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const body = Buffer.concat([Buffer.from('<p>خبر\r\n\r\nWARC/1.1\r\n'), Buffer.from([0, 255])]);

async function exportOf(url: string): Promise<{ id: string; bytes: Buffer; type: string }> {
  const { id } = await addEvidence(isnad, await enterClaim(isnad), url);
  await isnad.work();
  const [capture] = await listCaptures(isnad, id);
  const response = await isnad
    .as('editor')
    .get(`/v1/captures/${capture?.id ?? ''}/warc`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    });
  expect(response.status).toBe(200);
  expect(response.headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f-]+\.warc"/) as string,
    'content-security-policy': "sandbox; default-src 'none'",
  });
  return {
    id: capture?.id ?? '',
    bytes: response.body as Buffer,
    type: String(response.headers['content-type']),
  };
}

const digest = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const ofType = (records: WarcRecord[], type: string): WarcRecord => {
  const found = records.find((one) => one.fields['warc-type'] === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

it('a capture is exported as a WARC file that a strict reader reads, with the bytes and their digests', async () => {
  const target = internet.serve('/archived?q=%D8%B9', {
    headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'a=secret', 'Transfer-Encoding': 'chunked' },
    body,
  });
  const from = internet.serve('/archive', { status: 307, headers: { Location: target } });
  const { bytes, type } = await exportOf(from);
  expect(type).toBe('application/warc');
  expect(bytes.includes('secret')).toBe(false);
  const records = readWarc(bytes);
  expect(records.map(({ fields }) => fields['warc-type'])).toEqual([
    'warcinfo',
    'request',
    'response',
    'metadata',
  ]);
  const ids = records.map(({ fields }) => fields['warc-record-id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { fields, block } of records) {
    expect(fields['warc-record-id']).toMatch(
      /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
    );
    expect(fields['warc-date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(fields['warc-block-digest']).toBe(digest(block));
  }
  const request = ofType(records, 'request');
  const response = ofType(records, 'response');
  expect(request.fields).toMatchObject({
    'warc-target-uri': target,
    'content-type': 'application/http;msgtype=request',
    'warc-concurrent-to': response.fields['warc-record-id'],
  });
  expect(request.block.toString()).toMatch(
    /^GET \/archived\?q=%D8%B9 HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/,
  );
  const [head = '', ...rest] = response.block.toString('latin1').split('\r\n\r\n');
  expect(head.split('\r\n')[0]).toBe('HTTP/1.1 200 OK');
  expect(head).toContain(`content-length: ${String(body.length)}`);
  expect(head).not.toMatch(/transfer-encoding/i);
  const payload = Buffer.from(rest.join('\r\n\r\n'), 'latin1');
  expect(payload.equals(body)).toBe(true);
  expect(response.fields['warc-payload-digest']).toBe(digest(body));
  expect(ofType(records, 'metadata').block.toString()).toBe(`redirect: 307 ${from}\r\n`);
});

it('two exports of one capture are the same file', async () => {
  const { id, bytes } = await exportOf(internet.serve('/twice', { body }));
  expect((await isnad.services.captures.warc(id)).equals(bytes)).toBe(true);
});

it('a request that carried a cookie says so, without its value', async () => {
  const to = internet.serve('/asked-again', { body });
  const headers = { Location: to, 'Set-Cookie': 'a=secret' };
  const { bytes } = await exportOf(internet.serve('/asked', { status: 302, headers }));
  const records = readWarc(bytes);
  expect(ofType(records, 'request').block.toString()).toContain('\r\ncookie: (left out)\r\n');
  expect(ofType(records, 'warcinfo').block.toString()).toContain('values of Cookie and Set-Cookie');
  expect(bytes.includes('secret')).toBe(false);
});

it('headers in bare UTF-8 are in it byte by byte', async () => {
  const disposition = Buffer.from('attachment; filename="تقرير.pdf"').toString('latin1');
  const { bytes } = await exportOf(
    internet.serve('/named', { headers: { 'Content-Disposition': disposition }, body }),
  );
  expect(ofType(readWarc(bytes), 'response').block.toString()).toContain('filename="تقرير.pdf"');
});
