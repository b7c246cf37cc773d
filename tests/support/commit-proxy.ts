/**
 * A proxy before PostgreSQL that can stop the world around a COMMIT: let it through and hold its answer, or cut the
 * connection before or after it gets there.
 */
import { startFaultProxy } from './fault-proxy.js';

type AtCommit = 'let through' | 'hold the answer' | 'cut before' | 'cut after';

export interface CommitProxy {
  /** The database, through the proxy. */
  url: string;
  /** What happens to the next COMMIT, and only to that one. */
  next: AtCommit;
  /** Resolves once that has happened. */
  happened(): Promise<void>;
  close(): Promise<void>;
}

/** As the driver sends it: a query in the simple protocol, or a statement that is parsed. */
const isCommit = (piece: Buffer): boolean => /[QP].{4,40}?COMMIT\0/s.test(piece.toString('latin1'));

export async function startCommitProxy(databaseUrl: string): Promise<CommitProxy> {
  const stopped = new WeakMap<object, AtCommit>();
  let tell: () => void = () => undefined;
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      tell = resolve;
    });
  let told = wait();
  const { url, close } = await startFaultProxy(databaseUrl, (piece, to, link) => {
    if (to === 'store' && proxy.next !== 'let through' && isCommit(piece)) {
      stopped.set(link, proxy.next);
      proxy.next = 'let through';
    }
    const doing = stopped.get(link);
    // An answer of the database says that the COMMIT is done.
    if (!doing || (doing === 'cut before') !== (to === 'store')) return;
    link.fault = 'blackhole';
    if (doing !== 'hold the answer') link.end();
    tell();
  });
  const proxy: CommitProxy = {
    url,
    next: 'let through',
    happened: async () => {
      await told;
      told = wait();
    },
    close,
  };
  return proxy;
}
