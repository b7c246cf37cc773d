/**
 * One query for all who ask at the same time. Who asks while a query is under way waits for the next one, so every
 * answer is read after its question came. Nothing is kept here: this is no cache.
 */
interface BatchLoaderOptions<Key, Row> {
  /** The rows of these keys, each of which is there once. */
  load: (keys: Key[]) => Promise<ReadonlyMap<Key, Row>>;
  /** How many queries are under way at once. */
  maxConcurrent?: number;
  /** How many keys one query asks for. */
  maxKeys?: number;
}

interface Caller<Row> {
  resolve: (row: Row | undefined) => void;
  reject: (error: unknown) => void;
}

/** Gives the row of a key, or undefined where there is none. */
export function createBatchLoader<Key, Row>({
  load,
  maxConcurrent = 2,
  maxKeys = 500,
}: BatchLoaderOptions<Key, Row>): (key: Key) => Promise<Row | undefined> {
  const waiting = new Map<Key, Caller<Row>[]>();
  let loading = 0;
  let scheduled = false;

  const schedule = (): void => {
    if (scheduled || loading >= maxConcurrent || waiting.size === 0) return;
    scheduled = true;
    // What arrives in the same turn of the event loop goes along.
    setImmediate(() => {
      scheduled = false;
      void loadNext();
    });
  };

  const loadNext = async (): Promise<void> => {
    const asked = new Map<Key, Caller<Row>[]>();
    for (const [key, callers] of waiting) {
      if (asked.size === maxKeys) break;
      asked.set(key, callers);
      waiting.delete(key);
    }
    loading++;
    try {
      schedule();
      const rows = await load([...asked.keys()]);
      for (const [key, callers] of asked) for (const { resolve } of callers) resolve(rows.get(key));
    } catch (error) {
      for (const callers of asked.values()) for (const { reject } of callers) reject(error);
    } finally {
      loading--;
      schedule();
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      const caller = { resolve, reject };
      const together = waiting.get(key);
      if (together) together.push(caller);
      else waiting.set(key, [caller]);
      schedule();
    });
}
