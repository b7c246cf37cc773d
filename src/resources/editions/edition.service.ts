import type { z } from 'zod';
import { may, type Caller } from '../../domain/access/rules.js';
import { compareEditions } from '../../domain/edition/compare-editions.js';
import type { Notice, NoticeMoveName } from '../../domain/edition/notice.js';
import { readEdition, readSealed } from '../../domain/edition/read-edition.js';
import { parseSealed } from '../../domain/edition/seal-edition.js';
import { unpublishedChanges } from '../../domain/edition/unpublished-changes.js';
import type { Sealed } from '../../domain/text/seal.js';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import { sweepLimit } from '../../platform/queue/sweep.js';
import { pageOfOrdered, type Page } from '../../platform/http/page.js';
import { changingTypes } from '../../workflow/owed-jobs.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import {
  findEditionOf,
  findProposalsOf,
  findUncompared,
  listEditions,
  listNotices,
  readContents,
  readPublished,
  type EditionRow,
  type Ingredient,
  type NoticeRow,
} from './edition.queries.js';
import type { comparison, edition, editionPage, EditionQuery, unpublished } from './edition.schema.js';
import type { notice } from './notice.schema.js';

export type EditionService = ReturnType<typeof createEditionService>;

/** What was published of claims, and what would be. */
export function createEditionService({
  store: { db },
  workflow,
}: {
  store: Pick<Store, 'db'>;
  workflow: Workflow;
}) {
  const show = async (
    { digest, document }: { digest: string; document: string },
    approved: EditionRow | null,
  ): Promise<z.input<typeof edition>> => {
    const contents = await readContents(db, document);
    return {
      digest,
      status: approved ? 'approved' : 'proposed',
      manner: approved?.manner ?? null,
      publishedAt: approved?.publishedAt.toISOString() ?? null,
      document: readEdition(document, contents) as z.input<typeof edition>['document'],
      sealed: readSealed(document, contents) as unknown as Record<string, unknown>,
    };
  };

  const showNotice = async ({ digest, status, document }: NoticeRow): Promise<z.input<typeof notice>> => {
    const sealed = JSON.parse(document) as Notice<Sealed>;
    const contents = await readContents(db, document);
    return {
      digest,
      status,
      document: {
        ...sealed,
        note: (contents[sealed.note.sealed] as string | undefined) ?? { removed: 'notice' },
      },
      sealed: sealed as unknown as Record<string, unknown>,
    };
  };

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

    /** Revisions and notices, as they came; notices that wait or were dropped are for the desk. */
    async listAll(
      claim: string,
      { status, updatedSince, ...query }: EditionQuery,
      caller: Caller,
    ): Promise<Page<Summary>> {
      const rows = await list(claim);
      const notices = (await listNotices(db, claim)).filter((notice) => maySee(notice, caller));
      const since = updatedSince === undefined ? -Infinity : Date.parse(updatedSince);
      const decided = notices.filter(({ proposedAt, decidedAt }) => Number(decidedAt ?? proposedAt) >= since);
      const published = rows.filter(({ publishedAt }) => Number(publishedAt) >= since);
      const all = [...published.map(summaryOfEdition), ...decided.map(summaryOfNotice)];
      const wanted = all.filter((one) => !status || status.includes(one.status));
      return pageOfOrdered(wanted, query, ({ digest }) => digest, { claim, status, updatedSince });
    },

    async read(
      claim: string,
      named: string,
      caller: Caller,
    ): Promise<z.input<typeof edition | typeof notice>> {
      const found = (await listNotices(db, claim)).find(({ digest }) => digest === named);
      if (found && maySee(found, caller)) return showNotice(found);
      const approved = await find(claim, named);
      return show(approved, approved);
    },

    /** Found again by who wrote it: sent again after a crash it is written already. */
    async writeNotice(claim: string, text: string, caller: Caller): Promise<z.input<typeof notice>> {
      await workflow.writeNotice(claim, text, caller);
      const written = (await listNotices(db, claim)).findLast(({ by }) => by === caller.memberId);
      if (!written) throw new Error('what was written is there');
      return showNotice(written);
    },

    listMoves: (claim: string, digest: string, caller: Caller) =>
      workflow.listNoticeMoves(claim, digest, caller),

    async moveNotice(claim: string, digest: string, event: NoticeMoveName, caller: Caller) {
      await workflow.moveNotice(claim, digest, event, caller);
      return this.read(claim, digest, caller);
    },

    /** Of a verdict: as it was approved, or as it would be published now; the latter is for the desk. */
    async readOf(verdict: string, caller: Caller) {
      const approved = await findEditionOf(db, verdict);
      if (approved) return show(approved, approved);
      if (!may(caller.role, 'read_desk')) throw notFound('verdict', verdict);
      return show(await workflow.proposeEdition(verdict), null);
    },

    /** What has changed since the edition that stands, and would be published with the next. */
    async findUnpublished(claim: string): Promise<z.input<typeof unpublished>> {
      const published = await readPublished(db, claim);
      if (!published) throw notFound((await listEditions(db, claim)) ? 'edition' : 'claim', claim);
      const { digest, document, contents, ingredients } = published;
      return { edition: digest, changed: unpublishedChanges(document, ingredients, contents) };
    },

    async compareEditions({ about, id }: { about: Ingredient; id: string }): Promise<void> {
      for (const verdict of await findProposalsOf(db, about, id)) await workflow.noteEditionChange(verdict);
    },

    /** What was lost with the queue, or before it came there. */
    findOwed: async (): Promise<Job[]> =>
      (await findUncompared(db, changingTypes, sweepLimit)).map((id) => ({
        name: 'compare-edition',
        payload: { about: 'verdict', id },
      })),

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

type Summary = z.input<typeof editionPage>['items'][number];

const maySee = ({ status }: NoticeRow, { role }: Caller): boolean =>
  status === 'approved' || may(role, 'read_desk');

const summaryOfEdition = ({ digest, revision, manner, publishedAt }: EditionRow): Summary => ({
  digest,
  revision,
  manner,
  status: 'approved',
  mark: null,
  publishedAt: publishedAt.toISOString(),
  createdAt: publishedAt.toISOString(),
});

const summaryOfNotice = ({ digest, status, mark, proposedAt, decidedAt }: NoticeRow): Summary => ({
  digest,
  status,
  mark,
  revision: null,
  manner: null,
  publishedAt: status === 'approved' ? (decidedAt?.toISOString() ?? null) : null,
  createdAt: proposedAt.toISOString(),
});
