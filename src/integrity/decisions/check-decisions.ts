/**
 * Who decided on what, gathered while the chains of an export pass and judged when all have: who was an editor then stands in
 * another chain than what they approved.
 */
import { holdersOf } from '../../domain/access/rules.js';
import {
  permissionToAsk,
  permissionToDecide,
  type PrivilegedKind,
} from '../../domain/access/privileged-change.js';
import type { State } from '../../domain/replay/apply.js';
import { createAskedChanges } from './asked-changes.js';
import { createCarriedOutErasures } from './carried-out-erasures.js';
import { createAuthorship, type ClaimAuthorship } from './claim-authorship.js';
import { createConfirmedChanges } from './confirmed-changes.js';
import type { OrderedEvent } from './ordered-event.js';
import type { DecidedOn, Decision } from './decision.js';
import { createRoleBoundActs } from './role-bound-acts.js';
import { createIngredients } from './ingredients.js';
import { judgeDecision } from './judge-decision.js';
import { createKeyUses } from './key-uses.js';
import { createMemberHistories } from './member-histories.js';
import { createTaskHolders, type TaskHolders } from './task-holders.js';

export interface JudgedDecisions {
  count: number;
  /** Those that a tie of two members, made later, calls into doubt. */
  doubts: readonly DecidedOn[];
}

export function createDecisionCheck() {
  const members = createMemberHistories();
  const changes = createConfirmedChanges();
  const roleBoundActs = createRoleBoundActs(members, changes);
  const erasures = createCarriedOutErasures(changes);
  const ingredients = createIngredients();
  const asked = createAskedChanges();
  const keyUses = createKeyUses();
  const decisions: Decision[] = [];
  let open: { claim: string; holders: TaskHolders; authorship: ClaimAuthorship; last: State } | undefined;

  const close = (): void => {
    if (open) {
      ingredients.claim(open.claim, open.authorship.record);
      decisions.push(...open.authorship.decisions(open.last));
    }
    open = undefined;
  };

  return {
    /** `after`: the rows of its chain, as they are by then. */
    event(event: OrderedEvent, after: State): void {
      const { claim, subject } = event;
      keyUses.event(event, after);
      erasures.event(event, after);
      if (claim !== null) {
        if (open?.claim !== claim) close();
        open ??= begin(claim, after);
        roleBoundActs.ofPermission(event, open.holders.event(event));
        open.authorship.event(event, after);
        open.last = after;
        return;
      }
      close();
      ingredients.event(event, after);
      asked.event(event, after);
      changes.event(event, after);
      roleBoundActs.ofPermission(event);
      roleBoundActs.ofRights(event, after);
      const member = subject.type === 'member' && after.get('members')?.get(subject.id);
      if (member) members.add(member, after, event);
      if (event.type !== 'privileged_change.confirmed') return;
      asked.requireAsked(event, after);
      if (event.actor !== null) decisions.push(confirmationOf(event, after));
    },

    /** Of an export of one claim: whoever may decide stands elsewhere. Throws where something was approved by no event. */
    close,

    /** Throws at the first that was never allowed. */
    judge(): JudgedDecisions {
      close();
      keyUses.judge();
      const doubts = decisions.filter((one) => judgeDecision(one, members, ingredients)).map(({ on }) => on);
      const count = decisions.length + roleBoundActs.judge();
      erasures.judge();
      return { count, doubts };
    },
  };
}

function begin(claim: string, last: State) {
  const holders = createTaskHolders();
  return { claim, holders, authorship: createAuthorship(holders), last };
}

function confirmationOf({ subject: { id }, order, at }: OrderedEvent, after: State): Decision {
  const { kind, asked_by_id, decided_by_id } = after.get('privileged_changes')?.get(id) ?? {};
  return {
    on: { kind: 'privileged_change', id },
    place: { table: 'privileged_changes', row: id, column: 'decided_by_id' },
    deciders: [
      { member: String(decided_by_id), as: holdersOf(permissionToDecide(String(kind) as PrivilegedKind)) },
    ],
    writers: [String(asked_by_id)],
    asker: { member: String(asked_by_id), as: holdersOf(permissionToAsk), at: Date.parse(at) },
    order,
    except: id,
  };
}
