/** What everybody may read, outside /v1 and without a key. */
import type { Router } from 'express';
import { logRoutes } from './integrity/log/log.routes.js';
import type { PublicReading } from './platform/http/public-reading.js';
import { machineRoutes } from './publishing/pages/machine.routes.js';
import { publicRoutes } from './publishing/pages/public.routes.js';
import type { Publishing } from './publishing/publishing.feature.js';

/** Who starts an API without them serves nothing to the public. */
export interface PublicSettings {
  publicReading?: boolean | undefined;
  checkpointDir?: string | undefined;
}

export const publicRoutesOf = (
  { publicReading = false, checkpointDir }: PublicSettings,
  { pages, cards, service }: Pick<Publishing, 'pages' | 'cards' | 'service'>,
  reading: PublicReading,
): Router[] =>
  publicReading
    ? [
        ...(checkpointDir === undefined ? [] : [logRoutes(checkpointDir, reading)]),
        machineRoutes(pages, service, reading),
        publicRoutes(pages, cards, reading),
      ]
    : [];
