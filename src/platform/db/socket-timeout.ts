/**
 * The server ends what takes too long, and says so. One that says nothing, because the way to it is gone, would
 * hold a request until TCP gives up, a quarter of an hour later.
 */
import type { Socket } from 'node:net';
import type pg from 'pg';

/** What any statement may take in the server; `client.ts` tells it so. */
export const statementLimitMs = 15_000;
/** The server's word that it has ended one has to come through, too. */
const longestMs = statementLimitMs + 3_000;

/** It is one, or one with TLS around it; `pg` types it as any stream. */
const socketOf = ({ connection }: pg.Client) =>
  connection.stream as unknown as Pick<Socket, 'setTimeout' | 'on' | 'destroy'>;

/** Closes the connection once nothing has come or gone for too long; the pool makes another. */
export function endSilentSockets(client: pg.Client): void {
  const socket = socketOf(client);
  socket.setTimeout(longestMs);
  socket.on('timeout', () => socket.destroy());
}

/** For what may take long in the server, or in between; gives back what ends it. */
export function allowSilentSocket(client: pg.Client): () => void {
  socketOf(client).setTimeout(0);
  return () => socketOf(client).setTimeout(longestMs);
}
