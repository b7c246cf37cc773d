/** PURE: under which name captured bytes are given out. Whoever runs the page chose it: none of it is trusted. */
import { firstCodePoints } from '../text/code-points.js';
import { makeStorable } from '../text/wellformed.js';

const longest = 100;
const unnamed = 'capture';

/** The last part of a path, without what means something to a file system, a header or the eye. */
function clean(name: string): string {
  const last = makeStorable(name).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/["<>:|?*;%]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return firstCodePoints(plain, longest);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the page itself says it is called (RFC 6266). */
function nameIn(disposition: string): string | undefined {
  const extended = /\bfilename\*\s*=\s*utf-8'[\w-]{0,20}'([^;\s]{1,1000})/i.exec(disposition)?.[1];
  if (extended !== undefined) return decode(extended);
  const [, quoted, bare] = /\bfilename\s*=\s*(?:"([^"]{1,1000})"|([^;\s"]{1,1000}))/i.exec(disposition) ?? [];
  return quoted ?? bare;
}

export function fileNameFor(url: string, disposition: string | undefined, ending = ''): string {
  const own = disposition === undefined ? undefined : nameIn(disposition);
  const name = [own, decode(new URL(url).pathname)]
    .map((text) => clean(text ?? ''))
    .find((text) => text !== '');
  return (name ?? unnamed) + ending;
}

/** `Content-Disposition` (RFC 6266): the name in full for those who read RFC 8187, and in ASCII for the others. */
export function asAttachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
