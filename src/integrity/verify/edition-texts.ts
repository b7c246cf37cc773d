/** What the database knows of editions beside its export: their documents, and the words behind their seals. */
import type { Snapshot } from '../../platform/db/snapshot.js';
import type { EditionTexts } from '../editions/check-editions.js';

export const editionTexts = (snapshot: Snapshot): EditionTexts => ({
  documentOf: async (digest) => {
    const query = `SELECT document FROM editions WHERE digest = decode($1, 'hex')`;
    return (await snapshot.one<{ document: string }>(query, [digest]))?.document;
  },
  compare: async (pairs) => {
    const query = `
      SELECT coalesce(bool_or(t.value IS DISTINCT FROM n.value), false) AS different, coalesce(bool_or(t.value IS NULL AND n.value IS NULL), false) AS erased
      FROM unnest($1::text[], $2::text[]) AS pair (told, named)
        LEFT JOIN contents t ON t.seal = decode(pair.told, 'hex') LEFT JOIN contents n ON n.seal = decode(pair.named, 'hex')`;
    const seals = [pairs.map(([told]) => told), pairs.map(([, named]) => named)];
    const found = await snapshot.one<{ different: boolean; erased: boolean }>(query, seals);
    if (found?.different) return 'different';
    return found?.erased ? 'erased' : 'alike';
  },
});
