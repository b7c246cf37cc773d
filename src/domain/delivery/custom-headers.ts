/** PURE: headers of an owner's own that go with every delivery, such as what a receiver lets callers in by. */

export const mostHeaders = 10;
const longestValue = 1_000;

/** What HTTP frames a request with, and what says that it is from us. */
const ours =
  /^(?:host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-.*|accept-encoding|proxy-.*|webhook-.*|traceparent|tracestate)$/;

/** What is wrong with a header; undefined where nothing is. Names are in lower case (RFC 9110, 5.1). */
export function faultOfHeader(name: string, value: string): string | undefined {
  if (!/^[!#$%&'*+.^_`|~\da-z-]{1,64}$/.test(name))
    return 'must be the name of a header, of at most 64 characters';
  if (ours.test(name)) return 'is a header that Isnad sends itself';
  if (value.length > longestValue || !/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value))
    return `must be visible ASCII characters and blanks between them, at most ${String(longestValue)}`;
  return undefined;
}
