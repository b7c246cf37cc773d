/** Words that no event holds the seal of: nothing but a proposal that was read may name them. */
import type { Cells } from '../../domain/replay/row.js';
import type { Snapshot } from '../../platform/db/snapshot.js';

export async function strayContents(snapshot: Snapshot, known: ReadonlySet<string>): Promise<Cells[]> {
  const strays: Cells[] = [];
  const query = `
    SELECT encode(c.seal, 'hex') AS seal, c.kind, c.subject_id FROM contents c
    WHERE NOT EXISTS (SELECT FROM edition_proposals p WHERE p.document LIKE '%' || encode(c.seal, 'hex') || '%')`;
  for await (const row of snapshot.stream<{ seal: string }>(query)) {
    if (!known.has(row.seal)) strays.push({ ...row });
  }
  return strays;
}
