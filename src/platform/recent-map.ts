/**
 * A map of what was used last: at least `keep` entries, at most twice as many. One that is not used while `keep` others
 * are is dropped; that costs no bookkeeping for each use, as a strict order would.
 */
export function createRecentMap<Key, Value extends object>(keep: number) {
  let recent = new Map<Key, Value>();
  let previous = new Map<Key, Value>();

  const set = (key: Key, value: Value): void => {
    if (recent.size >= keep) {
      previous = recent;
      recent = new Map();
    }
    recent.set(key, value);
  };

  /** What was last set, unless it was dropped. */
  const get = (key: Key): Value | undefined => {
    const found = recent.get(key);
    if (found) return found;
    const earlier = previous.get(key);
    if (earlier) set(key, earlier);
    return earlier;
  };

  return { get, set };
}
