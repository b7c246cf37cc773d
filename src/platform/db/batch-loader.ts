/**
 * One query for all who ask at the same time. Whoever asks while a query is under way waits for the next one,
 * so every answer is read after its question came. Nothing is kept here: this is no cache.
 */
export type Gather<Key, Row> = (key: Key) => Promise<Row | undefined>;

interface GatherOptions<Key, Row> {
  /** The rows of these keys, each of which is there once. */
  load: (keys: Key[]) => Promise<ReadonlyMap<Key, Row>>;
  /** How many queries are under way at once. */
  atOnce?: number;
  /** How many keys one query asks for. */
  most?: number;
}

interface Question<Row> {
  resolve: (row: Row | undefined) => void;
  reject: (error: unknown) => void;
}

export function createGather<Key, Row>({
  load,
  atOnce = 2,
  most = 500,
}: GatherOptions<Key, Row>): Gather<Key, Row> {
  const waiting = new Map<Key, Question<Row>[]>();
  let underWay = 0;
  let planned = false;

  const plan = (): void => {
    if (planned || underWay >= atOnce || waiting.size === 0) return;
    planned = true;
    // What arrived in the same turn of the event loop goes along.
    setImmediate(() => {
      planned = false;
      void run();
    });
  };

  const run = async (): Promise<void> => {
    const asked = new Map<Key, Question<Row>[]>();
    for (const [key, questions] of waiting) {
      if (asked.size === most) break;
      asked.set(key, questions);
      waiting.delete(key);
    }
    underWay++;
    try {
      plan();
      const rows = await load([...asked.keys()]);
      for (const [key, questions] of asked) for (const { resolve } of questions) resolve(rows.get(key));
    } catch (error) {
      for (const questions of asked.values()) for (const { reject } of questions) reject(error);
    } finally {
      underWay--;
      plan();
    }
  };

  return (key) =>
    new Promise((resolve, reject) => {
      const question = { resolve, reject };
      const together = waiting.get(key);
      if (together) together.push(question);
      else waiting.set(key, [question]);
      plan();
    });
}
