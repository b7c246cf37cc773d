import pg from 'pg';

export interface SentStatement {
  text: string;
  values?: unknown[];
}

/** The statements that are sent to any database while `work` runs, with their values; BEGIN, COMMIT and their like are none. */
export async function collectStatements(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [given] = args;
    const statement = typeof given === 'string' ? { text: given } : (given as SentStatement);
    if (!/^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT)/i.test(statement.text)) sent.push(statement);
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

/** The same, by their texts. */
export const countStatements = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await collectStatements(work)).map(({ text }) => text);
