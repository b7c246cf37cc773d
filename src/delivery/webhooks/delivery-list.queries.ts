/** What was tried of a webhook, in its list, as its JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import type { DeliveryQuery, deliverySorts } from './webhook.schema.js';

const deliveries: List<(typeof deliverySorts)[number]> = {
  from: 'webhook_attempts a JOIN webhooks w ON w.id = a.webhook_id',
  alias: 'a',
  created: 'a.at',
  sorts: { attemptedAt: { ...byMoment('a.at'), ids: 'bigint' } },
  columns: `
    a.id::text AS id, ${jsonObject('SELECT a.event_id AS id, a.type')} AS event, a.number AS attempt, ${moment('a.at')} AS "attemptedAt",
    a.outcome, a.status AS "httpStatus", a.problem, a.excerpt AS response, a.duration_ms AS "durationMs",
    ${moment("CASE WHEN w.status = 'enabled' THEN a.next_at END")} AS "nextAt"`,
};

/** Few thousand attempts of a webhook are kept. */
export const listDeliveries = (pool: Pool, webhook: string, query: DeliveryQuery) =>
  readList(
    pool,
    deliveries,
    query,
    (put) => ({
      conditions: [
        `a.webhook_id = ${put(webhook)}::uuid`,
        anyOf('a.outcome', query.outcome, 'text', put),
        anyOf('a.event_id', query.event, 'uuid', put),
      ],
    }),
    { webhook },
  );
