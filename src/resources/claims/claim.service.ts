import type { z } from 'zod';
import { may, type Actor, type Caller } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { reconsiderContested } from '../../workflow/contest.js';
import { prioritizeTasksOf } from '../../workflow/prioritize-tasks.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import { uuid } from '../../platform/http/schema.js';
import { foldText } from '../../domain/text/fold.js';
import { attribute } from '../../workflow/attribute-claim.js';
import { contesting } from '../../domain/claim/contest.js';
import type {
  ClaimChange,
  ClaimInput,
  claimQuery,
  LinkInput,
  provisionInput,
  relationInput,
} from './claim.schema.js';
import { viewSummary } from './claim-summary.js';
import { surroundings, viewClaim } from './claim.view.js';
import {
  findClaim,
  findRelation,
  insertRelation,
  listClaims,
  lockClaim,
  outletOf,
  readArticleVersion,
  readClaim,
  removeRelation,
  updateClaim,
} from '../../workflow/claim.repository.js';
import { linkProvision } from '../../workflow/link-provision.js';
import { foldGlosses, submitClaim } from '../../workflow/submit-claim.js';

export type ClaimService = ReturnType<typeof createClaimService>;

type Precondition = (version: number) => void;

/** Claims and what is known about them; how they move is the desk's. */
export function createClaimService({ store: { db, transact } }: { store: Store }) {
  /** One change to what is known about a claim, under its lock. */
  const change = (idOrRef: string, check: Precondition, work: (tx: Tx, id: string) => Promise<void>) =>
    explainConstraint(refusals, () =>
      transact(async (tx) => {
        const { id } = await findClaim(tx, idOrRef);
        check(await lockClaim(tx, id));
        await work(tx, id);
      }),
    );

  return {
    submit: (input: ClaimInput, actor: Actor): Promise<string> =>
      explainConstraint({ ...refusals, claims_ref_key: refTaken(input.ref ?? '') }, () =>
        transact((tx) => submitClaim(tx, input, actor)),
      ),

    /** The little that others need to act on a claim. */
    find: (idOrRef: string) => findClaim(db, idOrRef),

    async list({ limit, after, q, ...filters }: z.output<typeof claimQuery>, caller: Caller) {
      const from = decodeCursor(after, uuid);
      if (filters.assignee !== undefined) filters.assignee = assigneeFor(filters.assignee, caller);
      const words = q === undefined ? undefined : foldText(q, 'search').match(/\S+/g);
      // Nothing is left of it that could be looked for.
      if (words === null) return { items: [], next: null };
      const rows = await listClaims(db, { ...filters, ...(words && { words }) }, from, limit + 1);
      const { items, next } = toPage(rows, limit, ({ id }) => id);
      return { items: items.map(viewSummary), next };
    },

    async listOfArticle(
      article: string,
      query: Omit<z.output<typeof claimQuery>, 'article'>,
      caller: Caller,
    ) {
      if (!(await readArticleVersion(db, article, undefined))) throw notFound('article', article);
      return this.list({ ...query, article }, caller);
    },

    /** A claim on one screen; `tag` says which status of it, and for whom, this is. */
    async read(idOrRef: string, caller: Caller) {
      const row = await readClaim(db, idOrRef);
      const forDesk = may(caller.role, 'read_desk');
      return {
        claim: viewClaim(row, forDesk),
        tag: [row.version, forDesk ? 'desk' : 'public', surroundings(row)],
      };
    },

    change: (idOrRef: string, { glosses, ...input }: ClaimChange, actor: Actor, check: Precondition) =>
      change(idOrRef, check, async (tx, id) => {
        const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
        await updateClaim(tx, id, {
          ...given,
          ...(glosses && { glosses, foldedGlosses: foldGlosses(glosses) }),
        });
        if (input.priority) await prioritizeTasksOf(tx, id, input.priority, actor);
        await appendEvents(tx, actor, [
          {
            type: 'claim.changed',
            subject: { type: 'claim', id },
            claimId: id,
            data: { ...given, ...(glosses && { glosses }) },
          },
        ]);
      }),

    attribute: (idOrRef: string, links: LinkInput[], actor: Actor, check: Precondition) =>
      change(idOrRef, check, async (tx, id) => {
        const attributed = await attribute(tx, { claimId: id, outletId: await outletOf(tx, id), links });
        await appendEvents(tx, actor, [attributed]);
      }),

    linkProvision: (
      idOrRef: string,
      input: z.output<typeof provisionInput>,
      actor: Actor,
      check: Precondition,
    ) =>
      change(idOrRef, check, async (tx, id) => {
        await appendEvents(tx, actor, [await linkProvision(tx, id, input)]);
      }),

    relate: (
      idOrRef: string,
      { type, to, note }: z.output<typeof relationInput>,
      actor: Actor,
      check: Precondition,
    ) =>
      change(idOrRef, check, async (tx, id) => {
        const target = await findClaim(tx, to);
        if (target.id === id) {
          throw new Failure('unprocessable', 'A claim has no relation to itself.', {
            code: 'related_to_itself',
            faults: [{ in: 'body', pointer: '/to', message: 'is the claim itself' }],
          });
        }
        const relationId = await insertRelation(tx, {
          fromId: id,
          toId: target.id,
          type,
          note: note ?? null,
        });
        await tellBoth(tx, actor, 'claim.related', { id: relationId, type, fromId: id, toId: target.id });
      }),

    unrelate: (idOrRef: string, relationId: string, actor: Actor, check: Precondition) =>
      change(idOrRef, check, async (tx, id) => {
        const relation = await findRelation(tx, relationId);
        if (relation?.fromId !== id) throw notFound('relation', relationId);
        await removeRelation(tx, relationId);
        await tellBoth(tx, actor, 'claim.unrelated', relation);
      }),
  };
}

const refusals = {
  claim_provisions_norm_key: () =>
    new Failure('conflict', 'The claim is linked to this norm already.', { code: 'linked_already' }),
  relations_from_id_to_id_type_key: () =>
    new Failure('conflict', 'This relation stands already.', { code: 'related_already' }),
};

/** Who works on what is not told outside the desk, by no filter either. */
function assigneeFor(assignee: string, caller: Caller): string {
  if (!may(caller.role, 'read_desk')) {
    throw new Failure('forbidden', 'Who holds a task is for the desk: leave `assignee` out.', {
      code: 'desk_only',
    });
  }
  return assignee === 'me' ? caller.memberId : assignee;
}

/** A relation belongs to the history of both its ends, and may make its target contested. */
async function tellBoth(
  tx: Tx,
  actor: Actor,
  type: 'claim.related' | 'claim.unrelated',
  relation: { id: string; type: string; fromId: string; toId: string },
): Promise<void> {
  const { fromId, toId } = relation;
  await appendEvents(
    tx,
    actor,
    [fromId, toId].map((claimId) => ({
      type,
      subject: { type: 'claim' as const, id: claimId },
      claimId,
      data: { relation: relation.id, type: relation.type, from: fromId, to: toId },
    })),
  );
  if ((contesting as readonly string[]).includes(relation.type)) await reconsiderContested(tx, [toId]);
}
