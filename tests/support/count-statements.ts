import pg from 'pg';

/** The statements that are sent to any database while `work` runs; BEGIN, COMMIT and their like are none. */
export async function countStatements(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [given] = args;
    const text = typeof given === 'string' ? given : (given as { text: string }).text;
    if (!/^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT)/i.test(text)) sent.push(text);
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}
