import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Listening {
  port: number;
  /** How often it was connected to. */
  connections: () => number;
  close: () => Promise<void>;
}

/** A server on loopback whose connections, open ones too, end with it. */
async function listenOn(server: Server, host = '127.0.0.1', port = 0): Promise<Listening> {
  const open = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket) => {
    count++;
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of open) socket.destroy();
      }),
  };
}

export const listenHttp = (answer: RequestListener, port = 0): Promise<Listening> =>
  listenOn(createHttpServer(answer), '127.0.0.1', port);

/** Speaks whatever `speak` writes: no HTTP, half of it, or nothing at all. */
export const listenRaw = (speak: (socket: Socket) => void): Promise<Listening> =>
  listenOn(createServer(speak));

/** Waits where nobody should ever come, on both loopbacks. */
export async function listenAsCanary(): Promise<Listening> {
  const answer: RequestListener = (_request, response) => response.end('you should not be here');
  const four = await listenOn(createHttpServer(answer));
  const six = await listenOn(createHttpServer(answer), '::1', four.port).catch(() => undefined);
  return {
    port: four.port,
    connections: () => four.connections() + (six?.connections() ?? 0),
    close: async () => {
      await four.close();
      await six?.close();
    },
  };
}
