/** An identity provider on this machine: real keys, real signatures, real HTTP. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  /** Nobody reaches it any more, until it starts again. */
  stop(): void;
  start(): void;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  let asked = 0;
  let down = false;
  const keys = [await createSigningKey('first')];
  const audience = 'isnad';
  const issuer: Issuer = {
    url: '',
    audience,
    keys,
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
  const server = createServer((request, response) => {
    if (issuer.instead) {
      issuer.instead(request, response);
      return;
    }
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }),
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
