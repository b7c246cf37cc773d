/** Tokens that nobody should believe, by what is wrong with them. */
import { createSecretKey, randomBytes } from 'node:crypto';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createSigningKey, type Issuer } from './issuer.js';

/** Whose keys it pretends to have; `seconds`: the moment so many seconds from now. */
type Forge = (issuer: Issuer, seconds: (offset: number) => number) => Promise<string>;

const without = (name: string) => ({ [name]: undefined }) as JWTPayload;

export const forgedTokens: Readonly<Record<string, Forge>> = {
  'signed by another key of the same name': async (issuer) =>
    issuer.token({}, { key: { ...(await createSigningKey('first')) } }),
  'signed by a key that is not published': async (issuer) =>
    issuer.token({}, { key: await createSigningKey('other') }),
  'for another audience': (issuer) => issuer.token({ aud: 'payroll' }),
  'of another issuer': (issuer) => issuer.token({ iss: 'https://issuer.example' }),
  'of this issuer with a slash': (issuer) => issuer.token({ iss: `${issuer.url}/` }),
  expired: (issuer, seconds) => issuer.token({ exp: seconds(-11), iat: seconds(-60) }),
  'not valid yet': (issuer, seconds) => issuer.token({ nbf: seconds(30) }),
  'issued in the future': (issuer, seconds) => issuer.token({ iat: seconds(30), exp: seconds(90) }),
  'that is a logout, by its header': (issuer) => issuer.token({}, { header: { typ: 'logout+jwt' } }),
  'that lives for a year': (issuer, seconds) => issuer.token({ exp: seconds(365 * 86_400) }),
  'that ends in the year 9999': (issuer) => issuer.token({ exp: 253_370_764_800 }),
  'given to another client': (issuer) => issuer.token({ azp: 'payroll' }),
  'made out to several, of which none is named': (issuer) =>
    issuer.token({ aud: [issuer.audience, 'payroll'] }),
  'without an end': (issuer) => issuer.token(without('exp')),
  'without a beginning': (issuer) => issuer.token(without('iat')),
  'without a subject': (issuer) => issuer.token(without('sub')),
  'with an empty subject': (issuer) => issuer.token({ sub: '' }),
  'without an audience': (issuer) => issuer.token(without('aud')),
  'without an issuer': (issuer) => issuer.token(without('iss')),
  'not signed at all': (issuer, seconds) =>
    Promise.resolve(
      new UnsecuredJWT({
        sub: 'user-1',
        iss: issuer.url,
        aud: issuer.audience,
        iat: seconds(0),
        exp: seconds(99),
      })
        .encode()
        .replace(/\.$/, '.AA'),
    ),
  'signed with the public key as a shared secret': async (issuer, seconds) => {
    const jwk = issuer.keys[0]?.jwk ?? {};
    const spki = await exportSPKI((await importJWK({ ...jwk }, 'ES256', { extractable: true })) as never);
    return signedBySecret(issuer, seconds, Buffer.from(spki));
  },
  'signed with a secret of the sender': (issuer, seconds) => signedBySecret(issuer, seconds, randomBytes(32)),
  'that brings its own key': async (issuer) => {
    const own = await createSigningKey('own');
    return issuer.token({}, { key: own, header: { jwk: own.jwk } });
  },
  'that says where its key is': async (issuer) => {
    const own = await createSigningKey('own');
    return issuer.token(
      {},
      { key: own, header: { jku: 'http://127.0.0.1:9/keys', x5u: 'http://127.0.0.1:9/' } },
    );
  },
  'with a header that must be understood': (issuer) =>
    issuer.token({}, { header: { crit: ['b64'], b64: false } }).catch(() => 'a.b.c'),
  'cut short': async (issuer) => (await issuer.token()).slice(0, -4),
  'with another payload': async (issuer, seconds) => {
    const [head, , signature] = (await issuer.token()).split('.');
    const claims = {
      iss: issuer.url,
      aud: issuer.audience,
      sub: 'admin-1',
      iat: seconds(0),
      exp: seconds(99),
    };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  },
  'of nothing': () => Promise.resolve('e30.e30.e30'),
  'of brackets': () => Promise.resolve(`${Buffer.from('['.repeat(2000)).toString('base64url')}.e30.AA`),
};

const signedBySecret = (
  issuer: Issuer,
  seconds: (offset: number) => number,
  secret: Buffer,
): Promise<string> =>
  new SignJWT({ sub: 'user-1', iss: issuer.url, aud: issuer.audience, iat: seconds(0), exp: seconds(99) })
    .setProtectedHeader({ alg: 'HS256', kid: 'first' })
    .sign(createSecretKey(secret));
