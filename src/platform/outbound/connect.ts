import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { requirePublic, type AddressRules } from './check-address.js';
import { CallFailure } from './failure.js';
import type { Target } from '../../domain/access/call-target.js';

interface Connection {
  target: Target;
  /** Checked; no other is connected to, whatever DNS says by now. */
  addresses: readonly string[];
  allow: AddressRules['allow'];
  connectMs: number;
  connected: () => void;
}

/**
 * How undici connects for one call. It looks nothing up by itself, and what it is connected to in the end is
 * checked once more before a byte of the request is sent.
 */
export function connectorFor({ target, addresses, allow, connectMs, connected }: Connection) {
  const connect = buildConnector({
    lookup: answering(addresses),
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    rejectUnauthorized: true,
    allowH2: false,
    // Nobody waits for it longer than that; this is what ends the socket.
    timeout: connectMs,
  });
  const connector: buildConnector.connector = (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error) {
        callback(describe(error), null);
        return;
      }
      try {
        requirePublic(socket.remoteAddress, target, allow);
      } catch (refusal) {
        socket.destroy();
        callback(refusal as CallFailure, null);
        return;
      }
      connected();
      callback(null, socket);
    });
  };
  return connector;
}

/** In the place of DNS: the addresses that were checked. */
const answering =
  (addresses: readonly string[]): LookupFunction =>
  (_name, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  };

const ofEncryption = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

function describe(error: Error): CallFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'no reason given';
  return ofEncryption.test(code)
    ? new CallFailure('insecure', `No secure connection could be made (${code}).`)
    : new CallFailure('unreachable', `No connection could be made (${code}).`);
}
