/**
 * PURE: how a key is written. `isnad_`, the key's UUID as 32 hexadecimal digits, `_`, the secret: 32 random bytes as
 * 43 characters of base64url. The prefix lets a scanner of leaked secrets know one when it sees it; the id lets us
 * look the key up by something that is no secret.
 */
const form = /^isnad_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

interface KeyParts {
  /** UUID in lower case. */
  id: string;
  /** 43 characters of base64url. */
  secret: string;
}

export const formatKey = ({ id, secret }: KeyParts): string => `isnad_${id.replaceAll('-', '')}_${secret}`;

/** The parts of a key, or undefined where the text is none. */
export function parseKey(text: string): KeyParts | undefined {
  const parts = form.exec(text)?.slice(1);
  const secret = parts?.pop();
  return parts && secret !== undefined ? { id: parts.join('-'), secret } : undefined;
}
