/** A TCP proxy before a store that does to its connections what a bad network does. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

type Fault =
  | 'none'
  /** Everything is taken and nothing is passed on, without a word: what a cable does that was pulled. */
  | 'blackhole'
  /** Every connection is reset, and every new one as soon as it is made. */
  | 'reset'
  /** Everything arrives, so much later. */
  | { latencyMs: number }
  /** A connection ends after so many more bytes of answers. */
  | { cutAfter: number };

/** One connection, with what is done to it alone; otherwise it is the fault of the proxy that counts. */
interface Link {
  fault?: Fault;
  end: () => void;
}

/** Sees each piece before it is passed on, and may set the fault of its link. */
type Watch = (piece: Buffer, to: 'store' | 'client', link: Link) => void;

export interface FaultProxy {
  /** The store, through the proxy. */
  url: string;
  /** From now on, also for connections that are open. */
  set: (fault: Fault) => void;
  /** From now on another store is behind it; connections to the one before end. */
  turnTo: (storeUrl: string) => void;
  close: () => Promise<void>;
}

export async function startFaultProxy(storeUrl: string, watch?: Watch): Promise<FaultProxy> {
  let store = new URL(storeUrl);
  const links = new Set<Link>();
  let general: Fault = 'none';
  const server = createServer((client) => {
    const upstream = connect(Number(store.port), store.hostname);
    const link: Link = {
      end: () => {
        for (const socket of [client, upstream]) socket.resetAndDestroy();
        links.delete(link);
      },
    };
    links.add(link);
    for (const socket of [client, upstream]) socket.on('error', () => undefined).on('close', link.end);
    if (general === 'reset') link.end();
    const deliverBatch = (from: Socket, to: Socket, goal: 'store' | 'client'): void => {
      const pass = passOn(to, link, goal);
      from.on('data', (piece: Buffer) => {
        watch?.(piece, goal, link);
        pass(piece, link.fault ?? general);
      });
    };
    deliverBatch(client, upstream, 'store');
    deliverBatch(upstream, client, 'client');
  });
  const endAll = (): void => {
    for (const link of links) link.end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(storeUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    set: (fault) => {
      general = fault;
      if (fault === 'reset') endAll();
    },
    turnTo: (next) => {
      store = new URL(next);
      endAll();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        endAll();
      }),
  };
}

/** Passes on one direction of a link in order, however late. */
function passOn(to: Socket, link: Link, goal: 'store' | 'client') {
  let passed = 0;
  let due = 0;
  return (piece: Buffer, fault: Fault): void => {
    if (fault === 'blackhole' || fault === 'reset') return;
    due = Math.max(
      due,
      Date.now() + (typeof fault === 'object' && 'latencyMs' in fault ? fault.latencyMs : 0),
    );
    if (due > Date.now()) setTimeout(() => to.write(piece), due - Date.now());
    else to.write(piece);
    passed += piece.length;
    if (goal === 'client' && typeof fault === 'object' && 'cutAfter' in fault && passed > fault.cutAfter)
      link.end();
  };
}
