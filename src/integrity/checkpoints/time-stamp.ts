/** Time stamps of RFC 3161: the question as bytes, and as much of the answer as tells whether it is one. */
import { createHash, randomBytes } from 'node:crypto';

const sequence = 0x30;
/** SHA-256 as AlgorithmIdentifier, with NULL for its parameters. */
const sha256 = Buffer.from('300d06096086480165030402010500', 'hex');

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
};

interface TimeStampQuery {
  bytes: Buffer;
  digest: Buffer;
}

/** TimeStampReq: version 1, the digest, a nonce of eight bytes, and the wish for the certificate (69 bytes). */
export function timeStampQuery(document: Buffer, nonce = randomBytes(8)): TimeStampQuery {
  const digest = createHash('sha256').update(document).digest();
  // A whole number above zero, in the one spelling that DER allows.
  const first = (nonce.readUInt8(0) & 0x7f) | 1;
  const bytes = der(
    sequence,
    der(0x02, Buffer.from([1])),
    der(sequence, sha256, der(0x04, digest)),
    der(0x02, Buffer.from([first]), nonce.subarray(1)),
    der(0x01, Buffer.from([0xff])),
  );
  return { bytes, digest };
}

/** Whether a TimeStampResp says that it was granted, for this digest. Who signed it, `openssl ts -verify` tells. */
export function isGranted(reply: Buffer, { digest }: TimeStampQuery): boolean {
  const status = contentAt(contentAt(reply));
  const granted = status?.[0] === 0x02 && status[1] === 1 && (status[2] === 0 || status[2] === 1);
  return granted && reply.includes(digest);
}

/** What is in the sequence that bytes begin with. */
function contentAt(bytes: Buffer | undefined): Buffer | undefined {
  const length = bytes?.[1];
  if (bytes?.[0] !== sequence || length === undefined) return undefined;
  return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f));
}
