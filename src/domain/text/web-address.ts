/** PURE: which addresses of pages are kept as they were given. */

/** Bytes of UTF-8: an index of the database takes no more than 2,704. */
const longest = 2_048;

/** What is wrong with it; undefined where nothing is. The URL parser alone would drop tabs and newlines and repair `http:host`. */
export function faultOfUrl(text: string): string | undefined {
  if (new TextEncoder().encode(text).length > longest)
    return `must have at most ${String(longest)} bytes in UTF-8`;
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text))
    return 'must be a URL that starts with http:// or https://';
  const { username, password } = new URL(text);
  return username || password ? 'must not contain a user name or password' : undefined;
}
