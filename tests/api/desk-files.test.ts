import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, describe, expect, test } from 'vitest';
import { deskRoutes } from '../../src/platform/http/desk/desk.routes.js';

const folder = mkdtempSync(join(tmpdir(), 'isnad-desk-files-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<meta nonce="NONCE-OF-THIS-ANSWER"><div id="desk"></div>');
writeFileSync(join(folder, 'assets', 'main-1.js'), 'run()');
writeFileSync(join(folder, 'assets', 'main-1.js.br'), brotliCompressSync('run()'));
writeFileSync(join(folder, 'worker.js'), 'keep()');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const app = express().use(deskRoutes(folder));
const nonceOf = ({ headers }: request.Response): string =>
  /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';

describe('the page of the desk', () => {
  test('is the same at every path below /desk, and kept by nobody', async () => {
    for (const path of ['/desk', '/desk/', '/desk/tasks/1', '/desk/claims/C34?x=1']) {
      const answer = await request(app).get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.text).toContain('id="desk"');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('has a nonce of its own in each answer, and no other script or style is let in', async () => {
    const [one, other] = [await request(app).get('/desk/'), await request(app).get('/desk/')];
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.text).toContain(`nonce="${nonceOf(one)}"`);
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  test('takes only what reads', async () => {
    expect((await request(app).head('/desk/')).status).toBe(200);
    expect((await request(app).post('/desk/')).status).toBe(404);
  });
});

describe('the service worker of the desk', () => {
  test('is asked for anew each time, and is let into nothing but what is asked of this server', async () => {
    const answer = await request(app).get('/desk/worker.js');
    expect(answer.text).toBe('keep()');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/javascript; charset=utf-8',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toBe("default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'");
  });
});

describe('the files of the desk', () => {
  test('are kept for ever, in the smallest form that the browser takes', async () => {
    const small = await request(app).get('/desk/assets/main-1.js').set('Accept-Encoding', 'gzip, br');
    expect(small.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const plain = await request(app).get('/desk/assets/main-1.js').set('Accept-Encoding', 'br;q=0');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toBe('run()');
  });

  test('are those of the build and nothing else', async () => {
    for (const name of ['other.js', '..%2findex.html', 'main-1.js.br', '.vite/manifest.json', ''])
      expect((await request(app).get(`/desk/assets/${name}`)).status, name).toBe(404);
  });

  test('stay those of the start while another version is built in their place', async () => {
    const built = `${folder}-built`;
    cpSync(folder, built, { recursive: true });
    const running = express().use(deskRoutes(built));
    rmSync(built, { recursive: true });
    expect((await request(running).get('/desk/')).text).toContain('id="desk"');
    expect((await request(running).get('/desk/assets/main-1.js')).status).toBe(200);
  });
});
