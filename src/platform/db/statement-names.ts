/**
 * Prepared statements double the rate of short reads. The map is bounded because a name, once given, is kept by every
 * connection for its life; `prefix` keeps the makers of names apart, who share connections.
 */
export function createStatementNames(prefix: string, limit = 500): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= limit) return ''; // unnamed: parsed anew each time
    const name = `${prefix}${String(names.size + 1)}`;
    names.set(text, name);
    return name;
  };
}
