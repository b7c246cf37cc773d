import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import { compareEditions } from '../../domain/edition/compare-editions.js';
import { readEdition } from '../../domain/edition/read-edition.js';
import { parseSealed } from '../../domain/edition/seal-edition.js';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { findEditionOf, listEditions, readContents, type EditionRow } from './edition.queries.js';
import type { comparison, edition } from './edition.schema.js';

export type EditionService = ReturnType<typeof createEditionService>;

/** What was published of claims, and what would be. */
export function createEditionService({ store: { db }, desk }: { store: Pick<Store, 'db'>; desk: Desk }) {
  const show = async (
    { digest, document }: { digest: string; document: string },
    approved: EditionRow | null,
  ): Promise<z.input<typeof edition>> => ({
    digest,
    status: approved ? 'approved' : 'proposed',
    manner: approved?.manner ?? null,
    publishedAt: approved?.publishedAt.toISOString() ?? null,
    document: readEdition(document, await readContents(db, document)) as z.input<typeof edition>['document'],
    sealed: parseSealed(document) as unknown as Record<string, unknown>,
  });

  const find = async (claim: string, named: string): Promise<EditionRow> => {
    const found = (await list(claim)).find(
      ({ digest, revision }) => digest === named || String(revision) === named,
    );
    if (!found) throw notFound('edition', named);
    return found;
  };

  const list = async (claim: string): Promise<EditionRow[]> => {
    const rows = await listEditions(db, claim);
    if (!rows) throw notFound('claim', claim);
    return rows;
  };

  return {
    list,

    read: async (claim: string, named: string) => {
      const found = await find(claim, named);
      return show(found, found);
    },

    /** Of a verdict: as it was approved, or as it would be published now; the latter is for the desk. */
    async readOf(verdict: string, caller: Caller) {
      const approved = await findEditionOf(db, verdict);
      if (approved) return show(approved, approved);
      if (!may(caller.role, 'read_desk')) throw notFound('verdict', verdict);
      return show(await desk.proposeEdition(verdict), null);
    },

    async compare(claim: string, one: string, other: string): Promise<z.input<typeof comparison>> {
      const [from, to] = [await find(claim, one), await find(claim, other)];
      return {
        from: from.digest,
        to: to.digest,
        changed: compareEditions(parseSealed(from.document), parseSealed(to.document)),
      };
    },
  };
}
