/** Every name of everything there is, by the noun of its paths, and the paths that can be made of them. */
import type { Database } from '../../../src/platform/db/client.js';

export type Places = Readonly<Record<string, readonly string[]>>;

/** What stands at the place of `{id}`, or of another parameter. */
const named: Readonly<Record<string, string>> = {
  claims: `SELECT ref FROM claims WHERE ref = 'C34' OR id IN (SELECT claim_id FROM contacts)`,
  articles: `SELECT ref FROM articles`,
  sources: `SELECT ref FROM sources WHERE ref IN ('putin', 'dprk')`,
  instruments: `SELECT ref FROM instruments LIMIT 2`,
  provisions: `SELECT ref FROM provisions LIMIT 2`,
  tasks: 'SELECT id::text FROM review_tasks',
  verdicts: 'SELECT id::text FROM verdicts',
  evidence: 'SELECT id::text FROM evidence',
  captures: 'SELECT id::text FROM captures',
  contacts: 'SELECT id::text FROM contacts',
  members: 'SELECT unnest(ARRAY[id::text, ref]) FROM members',
  keys: 'SELECT id::text FROM keys',
  events: 'SELECT id::text FROM events ORDER BY seq LIMIT 3',
  webhooks: 'SELECT id::text FROM webhooks',
  'privileged-changes': 'SELECT id::text FROM privileged_changes',
  erasures: `SELECT id::text FROM privileged_changes WHERE kind = 'erase'`,
  '{relation}': 'SELECT id::text FROM relations WHERE from_id IN (SELECT claim_id FROM contacts)',
  '{link}': 'SELECT id::text FROM claim_provisions LIMIT 2',
  '{number}': `SELECT unnest(ARRAY['1', '2'])`,
  '{edition}': `SELECT '1' UNION SELECT encode(digest, 'hex') FROM edition_proposals UNION SELECT encode(digest, 'hex') FROM editions`,
  '{other}': `SELECT '1'`,
  '{clock}': `SELECT 'review'`,
  '{priority}': `SELECT 'high'`,
};

export async function findPlaces({ pool }: Database): Promise<Places> {
  const places: Record<string, string[]> = {};
  for (const [noun, query] of Object.entries(named)) {
    const { rows } = await pool.query<{ name: string }>(`SELECT name FROM (${query}) AS found (name)`);
    places[noun] = rows.map(({ name }) => name);
  }
  return places;
}

/** Throws where a path names something that nobody has said how to find. */
export function pathsOf(template: string, places: Places): string[] {
  const segments = template.split('/');
  return segments.reduce<string[]>(
    (paths, segment, at) => {
      if (!segment.startsWith('{')) return paths.map((path) => (at === 0 ? segment : `${path}/${segment}`));
      const found = places[segment === '{id}' ? (segments[at - 1] ?? '') : segment];
      if (!found) throw new Error(`what stands at ${segment} of ${template}?`);
      return paths.flatMap((path) => found.map((name) => `${path}/${encodeURIComponent(name)}`));
    },
    [''],
  );
}
