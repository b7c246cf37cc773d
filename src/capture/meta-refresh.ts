/** PURE: where a page sends its reader at once: `<meta http-equiv="refresh" content="0; url=…">`. */

/** A page that stays longer than this is meant to be read. */
const longestStaySeconds = 5;
const mostBytes = 16_384;

/** What no browser that runs scripts reads as part of the page; what is not closed goes to the end. */
const inert =
  /<!--(?:-?>|[^]*?(?:--!?>|$))|<(script|style|template|noscript|textarea|title)\b[^]*?(?:<\/\1\b|$)/gi;

export function findRefresh(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, mostBytes).toString('utf8').replace(inert, ' ');
  const tag = /<meta\s[^>]{0,200}http-equiv\s{0,9}=\s{0,9}["']?refresh\b[^>]{0,2500}>/i.exec(start)?.[0];
  const content = /content\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/i.exec(tag ?? '');
  const [, seconds = '', to = ''] =
    /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"'\s]+)/i.exec(
      (content?.[1] ?? content?.[2] ?? '').replaceAll('&amp;', '&'),
    ) ?? [];
  return to !== '' && Number(seconds) <= longestStaySeconds ? to : undefined;
}
