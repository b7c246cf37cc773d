import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

const protect = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  // Only for this host: whoever runs it decides about the rest of the domain.
  strictTransportSecurity: { maxAge: 180 * 24 * 3600, includeSubDomains: false },
});

/** What helmet sets on every answer, asked for once: none of it depends on the request. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = (() => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  protect(response.req, response, (error?: unknown) => {
    if (error !== undefined) throw new Error('helmet refused its settings', { cause: error });
  });
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))] as const);
})();
