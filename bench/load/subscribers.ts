/** Those who wait: clients that hold a request for the status of a claim, and others that hold the stream. */
import type { Socket } from 'node:net';
import { open } from './open.js';

export interface Subscribers {
  port: number;
  key: string;
  /** Waited for by turns: with one of them, everybody waits for that one. */
  claims: { id: string; tag: string }[];
  waiting: number;
  streams: number;
}

export interface Gathered {
  /** Resolves with the milliseconds from sending the change to the moment each one was told of it. */
  tell(change: { claim: string; request: string }, limitMs: number): Promise<number[]>;
  leave(): void;
}

interface Member {
  socket: Socket;
  /** The claim it waits for; undefined: it listens to all. */
  claim?: string;
  heard: (at: number) => void;
}

const nobody = (): void => undefined;

export async function gather(subscribers: Subscribers): Promise<Gathered> {
  const members: Member[] = [];
  const troubles: Error[] = [];
  const join = async (work: (socket: Socket, member: Member) => Promise<void> | void, claim?: string) => {
    const socket = await open(subscribers.port);
    const member: Member = { socket, heard: nobody, ...(claim !== undefined && { claim }) };
    socket.on('error', (error) => troubles.push(error));
    socket.on('close', () => troubles.push(new Error('the server closed a connection')));
    members.push(member);
    await work(socket, member);
  };
  const leave = (): void => {
    for (const { socket } of members) {
      socket.removeAllListeners('close');
      socket.destroy();
    }
  };
  try {
    const each = Array.from(
      { length: subscribers.waiting },
      (_, index) => subscribers.claims[index % subscribers.claims.length],
    );
    await inTurns(each, (claim) =>
      claim
        ? join((socket, member) => {
            waitForStatus(subscribers, socket, member, claim);
          }, claim.id)
        : Promise.resolve(),
    );
    await inTurns(Array.from({ length: subscribers.streams }), () =>
      join((socket, member) => listenToStream(subscribers, socket, member)),
    );
  } catch (error) {
    leave();
    throw error;
  }

  return {
    leave,
    tell: async ({ claim, request }, limitMs) => {
      const concerned = members.filter((member) => member.claim === undefined || member.claim === claim);
      const sender = await open(subscribers.port);
      const since = performance.now();
      const told = concerned.map(
        (member) =>
          new Promise<number>((resolve) => {
            member.heard = (at) => {
              member.heard = nobody;
              resolve(at - since);
            };
          }),
      );
      const refused = new Promise<never>((_, reject) => {
        sender.on('data', (chunk: Buffer) => {
          const head = chunk.toString('latin1', 0, 200);
          if (!head.startsWith('HTTP/1.1 200')) reject(new Error(`the change was refused: ${head}`));
        });
      });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error(`not all were told within ${String(limitMs)} ms; ${String(troubles[0] ?? '')}`));
        }, limitMs);
      });
      sender.write(request);
      try {
        return await Promise.race([Promise.all(told), refused, late]);
      } finally {
        clearTimeout(timer);
        sender.destroy();
      }
    },
  };
}

/** Asks, is told or hears after half a minute that nothing happened, and asks again with what it has. */
function waitForStatus(
  { key }: Subscribers,
  socket: Socket,
  member: Member,
  claim: { id: string; tag: string },
): void {
  let { tag } = claim;
  const ask = (): void => {
    socket.write(
      `GET /v1/claims/${claim.id}/status HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\n` +
        `If-None-Match: ${tag}\r\nPrefer: wait=30\r\n\r\n`,
    );
  };
  // A status fits into one packet.
  socket.on('data', (chunk: Buffer) => {
    const now = performance.now();
    const head = chunk.toString('latin1', 0, Math.max(0, chunk.indexOf('\r\n\r\n')));
    tag = /\r\netag: *(\S+)/i.exec(head)?.[1] ?? tag;
    if (head.startsWith('HTTP/1.1 200')) member.heard(now);
    ask();
  });
  ask();
}

/** Resolves once the stream has begun. */
function listenToStream({ key }: Subscribers, socket: Socket, member: Member): Promise<void> {
  socket.write(
    `GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\nAccept: text/event-stream\r\n\r\n`,
  );
  return new Promise((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      const now = performance.now();
      const text = chunk.toString('latin1');
      if (text.includes('\ndata: {')) member.heard(now);
      else if (text.includes('retry: ')) resolve();
      else if (text.startsWith('HTTP/1.1') && !text.startsWith('HTTP/1.1 200')) reject(new Error(text));
    });
  });
}

/** A few at a time: that many connections at one moment would not all be accepted. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const batch = 100;
  for (let from = 0; from < items.length; from += batch) {
    await Promise.all(items.slice(from, from + batch).map(work));
  }
}
