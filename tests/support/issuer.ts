/** An identity provider on this machine: real keys, real signatures, real HTTP. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export interface SigningKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export async function createSigningKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export interface Issuer {
  url: string;
  audience: string;
  /** What it publishes now. */
  keys: SigningKey[];
  /** How often it was asked for its keys. */
  asked: () => number;
  /** Answers in its stead, until it is undefined again. */
  instead: RequestListener | undefined;
  /** A token of its own, with changes. */
  token(
    claims?: JWTPayload,
    options?: { key?: SigningKey; header?: Record<string, unknown> },
  ): Promise<string>;
  /** Who signs in at its page next, and at which client it knows; `deny` sends the browser back with an error. */
  signsIn: JWTPayload & { deny?: boolean };
  client: { id: string; secret: string };
  /** Whether it has a place to sign out at. */
  signsOut: boolean;
  /** Nobody reaches it any more, until it starts again. */
  stop(): void;
  start(): void;
  close(): Promise<void>;
}

/** Of a form: `+` stands for a blank. */
const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

export async function startIssuer(): Promise<Issuer> {
  let asked = 0;
  let down = false;
  const keys = [await createSigningKey('first')];
  const audience = 'isnad';
  const issuer: Issuer = {
    url: '',
    audience,
    keys,
    signsIn: { sub: 'user-1', name: 'Somebody' },
    client: { id: 'isnad-desk', secret: 'a secret of the client' },
    signsOut: true,
    asked: () => asked,
    instead: undefined,
    token: (claims = {}, { key = issuer.keys[0], header = {} } = {}) => {
      if (!key) throw new Error('the issuer has no key');
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer.url, aud: audience, sub: 'user-1', iat: now, exp: now + 300 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
        .sign(key.privateKey);
    },
    // It keeps its port, which another test would take, and cuts off all who come.
    stop: () => {
      down = true;
      server.closeAllConnections();
    },
    start: () => {
      down = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  /** Codes that were given out, each good for once. */
  const codes = new Map<string, { asked: URLSearchParams; who: JWTPayload }>();
  const authorize = (asked: URLSearchParams): string => {
    const back = new URL(asked.get('redirect_uri') ?? '');
    const { deny, ...who } = issuer.signsIn;
    if (deny) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      codes.set(code, { asked, who });
      back.searchParams.set('code', code);
    }
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  };
  const exchange = async (request: IncomingMessage): Promise<object> => {
    const form = new URLSearchParams(await text(request));
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    if (!code) return { error: 'invalid_grant' };
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const named = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const [id, secret] = Buffer.from(named, 'base64').toString().split(':').map(decoded);
    const isGood =
      challenge === code.asked.get('code_challenge') &&
      form.get('redirect_uri') === code.asked.get('redirect_uri') &&
      (form.get('client_id') ?? id) === issuer.client.id &&
      (form.get('client_secret') ?? secret) === issuer.client.secret;
    if (!isGood) return { error: 'invalid_client' };
    const claims = { aud: issuer.client.id, nonce: code.asked.get('nonce') ?? undefined, ...code.who };
    return { access_token: 'of no use here', token_type: 'Bearer', id_token: await issuer.token(claims) };
  };
  const server = createServer((request, response) => {
    if (issuer.instead) {
      issuer.instead(request, response);
      return;
    }
    if (request.url?.startsWith('/authorize?')) {
      response.writeHead(302, { Location: authorize(new URL(request.url, issuer.url).searchParams) }).end();
      return;
    }
    if (request.url === '/token') {
      void exchange(request).then((answer) => {
        response.writeHead('error' in answer ? 400 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(answer));
      });
      return;
    }
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: issuer.url,
        jwks_uri: `${issuer.url}/keys`,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        ...(issuer.signsOut && { end_session_endpoint: `${issuer.url}/logout?realm=desk` }),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        code_challenge_methods_supported: ['S256'],
      }),
      '/keys': () => {
        asked++;
        return { keys: issuer.keys.map(({ jwk }) => jwk) };
      },
    };
    const answer = answers[request.url ?? ''];
    response.statusCode = answer ? 200 : 404;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  server.on('connection', (socket) => {
    if (down) socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return issuer;
}
