/** Compressed answers: we ask for none, and get some all the same. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** How much an answer may grow. What grows further is no page that anybody reads, and is kept as it came. */
const largestBytes = 32 * 1024 * 1024;
const options = { maxOutputLength: largestBytes };

const unpackers: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, options),
  'x-gzip': (bytes) => promisify(gunzip)(bytes, options),
  br: (bytes) => promisify(brotliDecompress)(bytes, options),
  // Half of the web sends zlib here, as it should, and the other half bare deflate.
  deflate: (bytes) => promisify(inflate)(bytes, options).catch(() => promisify(inflateRaw)(bytes, options)),
};

/** The bytes as they were before they were sent; undefined where that cannot be found out. */
export async function unpack(bytes: Buffer, encoding: string): Promise<Buffer | undefined> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return bytes;
  const unpackOne = Object.hasOwn(unpackers, name) ? unpackers[name] : undefined;
  return unpackOne?.(bytes).catch(() => undefined);
}
