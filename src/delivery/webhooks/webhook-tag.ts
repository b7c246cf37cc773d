import { entityTag } from '../../platform/http/conditional.js';
import type { Webhook } from './webhook.schema.js';

/** Its settings have a version. */
export const tagOf = ({ id, version }: Webhook): string => entityTag('webhook', id, version);

export const ifMatch = { 'If-Match': 'The ETag you read; 412 when the webhook has changed since' };
