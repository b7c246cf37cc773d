import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import { searchWords } from '../../domain/text/search-words.js';
import type { Db, Pool } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import type { Page } from '../../platform/db/list-page.js';
import { Failure, notFound } from '../../platform/errors.js';
import { openCursor, readSort } from '../../platform/http/list-query.js';
import { claimSortKeys, listClaims } from './claim-list.queries.js';
import type { ClaimQuery } from './claim-list.schema.js';
import { readClaim, readLinks } from './claim.queries.js';
import { listClaimProvisions, listRelations } from './claim-part.queries.js';
import type { ClaimProvisionQuery, RelationQuery } from './claim-part.schema.js';
import type { claim } from './claim-output.schema.js';
import { viewClaim, viewLinks } from './claim.view.js';

export type ClaimReader = ReturnType<typeof createClaimReader>;

type ShownClaim = z.output<typeof claim>;

const nothing: Page = { items: '', last: null };

/** Claims as they are shown, as JSON; each by one statement. */
export function createClaimReader({ db, pool }: { db: Db; pool: Pool }) {
  /** `asked` is what a cursor is bound to. */
  const list = async (
    query: ClaimQuery,
    caller: Caller,
    { inArticle } = { inArticle: false },
  ): Promise<{ page: Page; asked: object }> => {
    const { limit, after, sort: by, q, ...given } = query;
    const filters = { ...given, assignee: assigneesFor(given.assignee, caller) };
    const words = q === undefined ? undefined : searchWords(q);
    const asked = { sort: by, ...filters, words };
    const { sort, descending } = readSort(by, claimSortKeys);
    const place = openCursor(after, sort, asked);
    // Nothing is left of it that could be looked for.
    if (words?.length === 0) return { page: nothing, asked };
    const forDesk = may(caller.role, 'read_desk');
    const wanted = { ...filters, ...(words && { words }) };
    return {
      page: await listClaims(pool, {
        filters: wanted,
        forDesk,
        inArticle,
        sort,
        descending,
        after: place,
        limit,
      }),
      asked,
    };
  };

  return {
    list: (query: ClaimQuery, caller: Caller) => list(query, caller),

    async listOfArticle(article: string, query: Omit<ClaimQuery, 'article'>, caller: Caller) {
      const found = await db.article.findUnique({ where: byIdOrRef(article), select: { id: true } });
      if (!found) throw notFound('article', article);
      return list({ ...query, article: [article] }, caller, { inArticle: true });
    },

    /** A claim on one screen. */
    async read(idOrRef: string, caller: Caller) {
      const forDesk = may(caller.role, 'read_desk');
      const row = await readClaim(pool, idOrRef, forDesk);
      if (!row) throw notFound('claim', idOrRef);
      const text = viewClaim(row);
      return { ref: row.ref, text, version: row.version };
    },

    listRelations: (idOrRef: string, query: RelationQuery, caller: Caller) =>
      listRelations(pool, idOrRef, query, may(caller.role, 'read_desk')),

    listProvisions: (idOrRef: string, query: ClaimProvisionQuery, caller: Caller) =>
      listClaimProvisions(pool, idOrRef, query, may(caller.role, 'read_desk')),

    /** The links of its chain, and the version that they are of. */
    async listLinks(idOrRef: string, caller: Caller) {
      const row = await readLinks(pool, idOrRef, may(caller.role, 'read_desk'));
      if (!row) throw notFound('claim', idOrRef);
      return { version: row.version, links: viewLinks(row.links) };
    },

    /** One of the relations or provisions that its screen shows. */
    async readPart(idOrRef: string, part: 'relations' | 'provisions', id: string, caller: Caller) {
      const { text } = await this.read(idOrRef, caller);
      const parts: readonly { id: string }[] = (JSON.parse(text) as ShownClaim)[part];
      const shown = parts.find((one) => one.id === id);
      if (!shown) throw notFound(part === 'relations' ? 'relation' : 'link', id);
      return shown;
    },
  };
}

/** Who works on what is not told outside the desk, by no filter either. */
function assigneesFor(assignees: string[] | undefined, caller: Caller): string[] | undefined {
  if (assignees === undefined) return undefined;
  if (!may(caller.role, 'read_desk')) {
    throw new Failure('forbidden', 'Who holds a task is for the desk: leave `assignee` out.', {
      code: 'desk_only',
    });
  }
  return assignees.map((assignee) => (assignee === 'me' ? caller.memberId : assignee));
}
