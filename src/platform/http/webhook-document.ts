/** How the document shows what is sent to receivers: one entry for each type of event. */
import type { z } from 'zod';
import type { createSchemaCollection, JsonSchema } from './json-schemas.js';

export interface DescribedWebhook {
  /** The type of the event. */
  name: string;
  summary: string;
  description: string;
  tag: string;
  /** What all events have. */
  event: z.ZodType;
  /** What this type has beside. */
  data: z.ZodObject;
  /** Members of `data` that are there for everybody who gets any. */
  required: readonly string[];
}

export function describeWebhook(
  { name, summary, description, tag, event, data, required }: DescribedWebhook,
  schemas: ReturnType<typeof createSchemaCollection>,
): { post: JsonSchema } {
  const { type, properties } = schemas.answered(data);
  const own = {
    type: 'object',
    properties: {
      type: { const: name, description: 'What happened' },
      data: { type, description: 'What there is to say of it', properties, required },
    },
  };
  return {
    post: {
      operationId: `on${name.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
      tags: [tag],
      summary,
      description,
      security: [],
      parameters: Object.entries(signature).map(([header, holds]) => ({
        name: header,
        in: 'header',
        required: true,
        description: holds,
        schema: { type: 'string' },
      })),
      requestBody: {
        required: true,
        content: { 'application/cloudevents+json': { schema: { allOf: [schemas.answered(event), own] } } },
      },
      responses: {
        204: { description: 'Taken; any status from 200 to 299 says so' },
        410: { description: 'There is no receiver any more: the webhook is disabled' },
      },
    },
  };
}

/** As Standard Webhooks has it. */
const signature = {
  'webhook-id': 'The `id` of the event: the same however often it is sent',
  'webhook-timestamp': 'When it was sent, in seconds since 1970',
  'webhook-signature':
    '`v1,` and HMAC-SHA256 over id, timestamp and body, joined by dots, in base64: one for each secret that holds, with a space between',
};
