import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { listenHttp } from './receivers.js';

export interface Received {
  /** The header, which has to be the id of the event. */
  id: string;
  event: CloudEvent;
  headers: IncomingHttpHeaders;
  body: string;
  /** What was answered, or undefined while nothing has been. */
  status?: number;
}

/** What a receiver does with a delivery: a status, or whatever it likes with the answer. */
export type Answer = (
  received: Received,
  response: ServerResponse,
) => number | undefined | Promise<number | undefined>;

/** A receiver as the library for receivers has it: what is not signed with one of its secrets, it refuses with 401. */
export async function startReceiver(answer: Answer = () => 204, port = 0) {
  const all: Received[] = [];
  const forged: string[] = [];
  const secrets: string[] = [];
  let behave = answer;
  const server = await listenHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      if (!secrets.some((secret) => holds(secret, body, request.headers))) {
        forged.push(body);
        response.writeHead(401).end();
        return;
      }
      const received: Received = {
        id: String(request.headers['webhook-id']),
        event: JSON.parse(body) as CloudEvent,
        headers: request.headers,
        body,
      };
      all.push(received);
      void Promise.resolve(behave(received, response)).then((status) => {
        if (status === undefined) return;
        received.status = status;
        response.writeHead(status, status >= 300 && status < 400 ? { Location: '/elsewhere' } : {}).end();
      });
    });
  }, port);
  return {
    url: `http://127.0.0.1:${String(server.port)}/hook`,
    /** Verifies with this secret too. */
    trust: (secret: string) => secrets.push(secret),
    distrust: (secret: string) => secrets.splice(secrets.indexOf(secret), 1),
    /** Everything that was signed, in the order it came. */
    all,
    /** What was not. */
    forged,
    accepted: () => all.filter(({ status = 0 }) => status >= 200 && status < 300),
    behave: (next: Answer) => {
      behave = next;
    },
    connections: server.connections,
    close: server.close,
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

function holds(secret: string, body: string, headers: IncomingHttpHeaders): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
