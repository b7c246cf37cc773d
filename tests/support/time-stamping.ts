/** An authority for time stamps of a test's own: openssl behind HTTP, with a certificate that it made itself. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface TimeStamping {
  url: string;
  /** Whom a verifier has to believe. */
  certificate: string;
  close(): Promise<void>;
}

const config = (dir: string): string => `
[req]
distinguished_name = name
x509_extensions = stamping
prompt = no
[name]
CN = A time stamping authority for tests
[stamping]
basicConstraints = critical,CA:true
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = authority
[authority]
serial = ${dir}/serial
signer_cert = ${dir}/cert.pem
signer_key = ${dir}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
crypto_device = builtin
`;

export async function startTimeStamping(dir: string): Promise<TimeStamping> {
  await mkdir(dir, { recursive: true });
  const file = (name: string): string => join(dir, name);
  await writeFile(file('openssl.cnf'), config(dir));
  await writeFile(file('serial'), '01\n');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
    ...['-config', file('openssl.cnf'), '-keyout', file('key.pem'), '-out', file('cert.pem')],
  ]);
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
      await writeFile(file('query.tsq'), Buffer.concat(parts));
      await run('openssl', [
        ...['ts', '-reply', '-config', file('openssl.cnf'), '-queryfile', file('query.tsq')],
        ...['-out', file('reply.tsr')],
      ]);
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' });
      response.end(await readFile(file('reply.tsr')));
    })().catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    certificate: file('cert.pem'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
