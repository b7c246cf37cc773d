import { createThrottledWarning } from '../throttled-warning.js';
import type { Log } from '../log.js';
import type { Trace } from './trace.js';

/** Where spans are to be delivered to, OpenTelemetry is loaded; otherwise nothing of it is. */
export async function openTracing(
  { otlpEndpoint }: { otlpEndpoint: string | undefined },
  { service, log }: { service: string; log: Log },
): Promise<Trace | undefined> {
  if (otlpEndpoint === undefined) return undefined;
  const { startTracing } = await import('./open-telemetry.js');
  const warn = createThrottledWarning(log);
  return startTracing({
    endpoint: otlpEndpoint,
    service,
    troubled: (error) => {
      warn(error, 'spans are not delivered');
    },
  });
}
