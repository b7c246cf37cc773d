/** What the database knows of editions beside its export: their documents, and the words behind their seals. */
import type { Snapshot } from '../../platform/db/snapshot.js';
import type { EditionTexts } from '../editions/check-editions.js';

export const editionTexts = (snapshot: Snapshot): EditionTexts => ({
  documentOf: async (digest) => {
    const query = `SELECT document FROM editions WHERE digest = decode($1, 'hex')`;
    return (await snapshot.one<{ document: string }>(query, [digest]))?.document;
  },
  areAlike: async (pairs) => {
    // Of erased words nothing is known: then both are gone.
    const query = `
      SELECT FROM unnest($1::text[], $2::text[]) AS pair (told, named)
        LEFT JOIN contents t ON t.seal = decode(pair.told, 'hex') LEFT JOIN contents n ON n.seal = decode(pair.named, 'hex')
      WHERE t.value IS DISTINCT FROM n.value LIMIT 1`;
    return (
      (await snapshot.one(query, [pairs.map(([told]) => told), pairs.map(([, named]) => named)])) ===
      undefined
    );
  },
});
