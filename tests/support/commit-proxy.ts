/**
 * A proxy before PostgreSQL that can stop the world around a COMMIT: let it through and hold its answer, or cut the
 * connection before or after it gets there.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type AtCommit = 'let through' | 'hold the answer' | 'cut before' | 'cut after';

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
const isCommit = (chunk: Buffer): boolean => /[QP].{4,40}?COMMIT\0/s.test(chunk.toString('latin1'));

export async function startCommitProxy(databaseUrl: string): Promise<CommitProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let tell: () => void = () => undefined;
  let told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const proxy: CommitProxy = {
    url: '',
    next: 'let through',
    happened: async () => {
      await told;
      told = new Promise((resolve) => {
        tell = resolve;
      });
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let doing: AtCommit = 'let through';
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('close', () => upstream.end());
    upstream.on('close', () => client.destroy());
    client.on('data', (chunk) => {
      if (proxy.next !== 'let through' && isCommit(chunk)) {
        doing = proxy.next;
        proxy.next = 'let through';
      }
      if (doing === 'cut before') {
        client.destroy();
        upstream.destroy();
        tell();
      } else upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (doing === 'let through') client.write(chunk);
      else {
        // The database has answered, so the COMMIT is done.
        if (doing === 'cut after') client.destroy();
        tell();
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  proxy.url = url.href;
  return proxy;
}
