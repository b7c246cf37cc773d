import type { z } from 'zod';
import { may, type Actor, type Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { newId } from '../../platform/db/new-id.js';
import type { Decision } from '../../workflow/change.js';
import { describeClaim, docketForDescription } from '../../workflow/describe-claim.js';
import type { DocketQuery, Docket } from '../../workflow/docket.js';
import { relateClaim, unrelateClaim } from '../../workflow/relate-claim.js';
import type { AlikeClaim } from '../../workflow/write-claims.repository.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { failureOf, type Failure } from '../../platform/errors.js';
import { attributeClaim, docketForAttribution } from '../../workflow/attribute-claim.js';
import type { ClaimChange, relationInput } from './claim.schema.js';
import type { claim as claimShown } from './claim-output.schema.js';
import { findClaim } from '../../workflow/find-claim.js';
import { linkProvision, docketForLink } from '../../workflow/link-provision.js';
import { enterClaim, enterClaims, type Entered } from '../../workflow/enter-claim.js';
import type { NewClaim, NewLink, NewNorm } from '../../domain/claim/new-claim.js';
import { viewNewClaim } from './new-claim.view.js';

export type ClaimService = ReturnType<typeof createClaimService>;

/** A claim on one screen, and its version. */
interface ShownClaim {
  claim: z.input<typeof claimShown>;
  version: number;
}

/** What became of one claim of many; also what is kept of it, so it is plain data. */
export type EntryOutcome =
  | { outcome: 'created' | 'exists'; claim: { id: string; ref: string } }
  | { outcome: 'refused'; failure: Pick<Failure, 'kind' | 'message' | 'details'> };

function outcomeOf(entered: Entered): EntryOutcome {
  const { outcome } = entered;
  if (outcome === 'refused') {
    const { kind, message, details } = failureOf(entered.refusal);
    return { outcome, failure: { kind, message, details } };
  }
  const { id, ref } = outcome === 'created' ? entered.claim.row : entered.claim;
  return { outcome, claim: { id, ref } };
}

/** A thousand claims with long texts take longer than a request usually may. */
const batchLimitMs = 60_000;

class DryRun extends Error {
  outcomes: EntryOutcome[] = [];
}

type Precondition = (version: number) => void;

interface Deps {
  store: Store;
  workflow: Pick<Workflow, 'changeClaim'>;
}

/** Claims and what is known about them; how they move is the desk's. */
export function createClaimService({ store: { db, transact, writeOnce }, workflow }: Deps) {
  /** `check` throws where the caller has seen another version of the claim. */
  const change = <Id extends string | undefined = undefined>(
    asked: DocketQuery & { claim: string },
    check: Precondition,
    decide: (docket: Docket) => Decision,
    made?: Id,
  ): Promise<Id> =>
    workflow.changeClaim(
      asked,
      (docket) => {
        check(docket.claim.version);
        return decide(docket);
      },
      made,
    );

  return {
    /** Enters a claim; the answer is made from what was written. */
    async create(
      input: NewClaim,
      caller: Caller,
    ): Promise<{ id: string; shown?: ShownClaim; alike?: AlikeClaim[] | null }> {
      let made: Awaited<ReturnType<typeof enterClaim>> | undefined;
      const { id } = await writeOnce(async (one, step) => {
        made = await enterClaim(one, input, caller, step);
        return { id: made.claim.row.id };
      });
      // Sent again after a crash between the effect and the answer: only what was recorded of it is there.
      if (!made) return { id };
      const { claim, named, alike } = made;
      const forDesk = may(caller.role, 'read_desk');
      const shown = { claim: viewNewClaim(claim, named.sources, forDesk), version: claim.row.version };
      return { id, shown, alike };
    },

    /** Enters many claims in one transaction, each with its own outcome, in the order given; a dry run undoes it. */
    async createMany(
      inputs: readonly NewClaim[],
      actor: Actor,
      { dryRun = false } = {},
    ): Promise<EntryOutcome[]> {
      const undone = new DryRun();
      try {
        return await transact(
          async (tx) => {
            const outcomes = (await enterClaims(tx, inputs, actor)).map(outcomeOf);
            if (!dryRun) return outcomes;
            undone.outcomes = outcomes;
            throw undone;
          },
          { timeLimitMs: batchLimitMs, scope: 'work' },
        );
      } catch (error) {
        if (error === undone) return undone.outcomes;
        throw error;
      }
    },

    /** The little that others need to act on a claim. */
    find: (idOrRef: string) => findClaim(db, idOrRef),

    change: (idOrRef: string, input: ClaimChange, actor: Actor, check: Precondition) =>
      change(docketForDescription(idOrRef, input), check, (docket) => describeClaim(docket, input, actor)),

    attribute: (idOrRef: string, links: NewLink[], actor: Actor, check: Precondition) =>
      change({ claim: idOrRef, ...docketForAttribution(links) }, check, (docket) =>
        attributeClaim(docket, links, newId, actor),
      ),

    /** Gives the id of the link. */
    linkProvision(idOrRef: string, norm: NewNorm, actor: Actor, check: Precondition): Promise<string> {
      const id = newId();
      const decide = (docket: Docket) => linkProvision(docket, norm, id, actor);
      return change({ claim: idOrRef, ...docketForLink(norm) }, check, decide, id);
    },

    /** Gives the id of the relation. */
    relate(
      idOrRef: string,
      { type, to, note }: z.output<typeof relationInput>,
      actor: Actor,
      check: Precondition,
    ): Promise<string> {
      const id = newId();
      const decide = (docket: Docket) => relateClaim(docket, { id, type, to, note: note ?? null }, actor);
      return change({ claim: idOrRef, claims: [to], counts: true }, check, decide, id);
    },

    unrelate: (idOrRef: string, relationId: string, actor: Actor, check: Precondition) =>
      change({ claim: idOrRef, related: true }, check, (docket) => unrelateClaim(docket, relationId, actor)),
  };
}
