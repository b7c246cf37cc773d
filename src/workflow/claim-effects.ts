/** PURE: what a move of a claim does beside its status: to the verdict, and to what is published. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { setClaim, setVerdict, type Change } from './change.js';
import type { SealedEdition } from '../domain/edition/seal-edition.js';
import type { VerdictRemark } from '../domain/verdict/rules.js';
import { acknowledge, acknowledgedIn, findConflicts } from './find-conflicts.js';
import type { Approval, ClaimCommand, VerdictCommand } from './commands.js';
import { findFaults } from './verdict-faults.js';
import { evidenceInEvent } from './verdict-in-event.js';
import type { Docket } from './docket.js';
import { otherNamed, publishedVerdict, verdictUnderWay } from './docket-facts.js';
import type { Member } from './docket-task.js';
import type { DocketVerdict } from './docket-verdict.js';

/** `record` is the worker's; `glass` is broken to approve out of turn, with a second person. */
export type ClaimAction =
  | ClaimCommand
  | Exclude<VerdictCommand, { event: 'approve' }>
  | ({ event: 'approve'; read: SealedEdition; glass?: Glass } & Approval)
  | { event: 'record' };

/** Who decides out of turn, and who confirms it. */
interface Glass {
  by: Member;
  secondId: string;
  reason: string;
}

/** What a move does beside the status, and what its event tells of it. */
interface Effect {
  change: Change;
  data: object;
}

export function applyEffect(change: Change, command: ClaimAction, actor: Actor): Effect | Refusal {
  const { docket } = change;
  switch (command.event) {
    case 'accept': {
      const { priority = docket.claim.priority, topics = docket.claim.topics } = command;
      const { claim } = docket;
      return {
        change: setClaim(change, { priority, topics }),
        data: {
          ...(command.priority && { priority }),
          ...(command.topics && { topics }),
          was: { priority: claim.priority, topics: claim.topics },
        },
      };
    }
    case 'merge': {
      const into = otherNamed(docket, command.into);
      if (!into) throw new Error('a claim is merged into one that is there');
      const { id, ref } = into;
      const { revision } = docket.claim;
      const taken =
        revision === null
          ? change
          : setClaim(unpublish(change, 'superseded'), {
              revision: null,
              rating: null,
              mark: 'merged',
              markReason: 'duplicate',
              markInto: id,
            });
      return {
        change: setClaim(taken, { mergedInto: id }),
        data: {
          into: { id, ref },
          ...(revision !== null && { revision, was: { rating: docket.claim.rating } }),
          // Of a published claim it is a notice, for readers.
          ...(revision === null && { note: toSeal('note', docket.claim.id, command.note) }),
        },
      };
    }
    case 'reopen':
      return { change: setClaim(change, { mergedInto: null }), data: detailsOf(command, docket) };
    case 'retract':
      return {
        change: setClaim(unpublish(change, 'retracted'), {
          revision: null,
          rating: null,
          mark: 'retracted',
          markReason: command.reason,
          markInto: null,
        }),
        data: {
          revision: docket.claim.revision,
          reason: command.reason,
          was: { rating: docket.claim.rating },
        },
      };
    case 'record': {
      const { id, rating, evidence } = requireVerdict(docket);
      const conflicts = findConflicts(docket, rating);
      return {
        change: setVerdict(change, id, { status: 'proposed', conflicts, recordedAt: docket.now }),
        data: {
          verdict: id,
          evidence: evidence.map(evidenceInEvent),
          ...(conflicts.length > 0 && { conflicts: conflicts.map(({ note: _, ...conflict }) => conflict) }),
        },
      };
    }
    case 'return':
    case 'withdraw': {
      const { id } = requireVerdict(docket);
      const { note } = command;
      const status = command.event === 'return' ? 'returned' : 'withdrawn';
      return {
        change: setVerdict(change, id, { status, ...(note !== undefined && { note }) }),
        data: { verdict: id, note: toSeal('note', id, note) },
      };
    }
    case 'approve':
      if (isSystem(actor)) throw new Error('an approval takes a person');
      return publish(change, requireVerdict(docket), command, command.glass?.by.id ?? actor.memberId);
    default:
      return { change, data: detailsOf(command, docket) };
  }
}

/** What a move was given, words of people as seals. */
function detailsOf(command: ClaimAction, { claim: { id } }: Docket): object {
  switch (command.event) {
    case 'reject':
    case 'reopen':
      return { reason: toSeal('note', id, command.reason) };
    case 'correct':
      return { reason: command.reason, note: toSeal('correction_note', id, command.note) };
    case 'release':
    case 'cancel':
      return command.note === undefined ? {} : { note: toSeal('note', id, command.note) };
    default:
      return {};
  }
}

function requireVerdict(docket: Docket) {
  const verdict = verdictUnderWay(docket);
  if (!verdict) throw new Error('no verdict is under way');
  return verdict;
}

/** Takes the published revision off: it is superseded by a later one, or retracted. Its text stays. */
function unpublish(change: Change, status: 'superseded' | 'retracted'): Change {
  const published = publishedVerdict(change.docket);
  return published ? setVerdict(change, published.id, { status }) : change;
}

type Decided = Approval & { read: SealedEdition; glass?: Glass };

function publish(
  change: Change,
  verdict: DocketVerdict,
  { note, acknowledge: given = [], glass, read }: Decided,
  approverId: string,
): Effect | Refusal {
  const { docket } = change;
  const { id, rating } = verdict;
  const faults = findFaults(docket, verdict);
  if (faults.length > 0) return notComplete(faults);
  const conflicts = acknowledge(findConflicts(docket, rating), given);
  if ('why' in conflicts) return conflicts;
  const revision = docket.lastRevision + 1;
  const correction = docket.claim.revision === null ? null : docket.correction;
  const published = setVerdict(unpublish(change, 'superseded'), id, {
    status: 'published',
    revision,
    conflicts,
    approverId,
    publishedAt: docket.now,
    ...(note !== undefined && { note }),
    ...(correction && { correctionReason: correction.reason, correctionNote: correction.note ?? '' }),
    ...(glass && { secondId: glass.secondId, breakGlassReason: glass.reason }),
  });
  const captures = capturesOf(verdict);
  return {
    change: {
      ...setClaim(published, {
        revision,
        rating: rating.slug,
        mark: null,
        markReason: null,
        markInto: null,
      }),
      published: { ...read, manner: glass ? 'break_glass' : 'approved' },
    },
    data: {
      verdict: id,
      revision,
      edition: read.digest,
      manner: glass ? 'break_glass' : 'approved',
      rating: rating.slug,
      ...(captures.length > 0 && { captures }),
      ...(correction && { correction: correctionIn(docket, correction) }),
      ...(note !== undefined && { note: toSeal('note', id, note) }),
      ...(given.length > 0 && { acknowledged: acknowledgedIn(given, id) }),
      was: { revision: docket.claim.revision, rating: docket.claim.rating },
    },
  };
}

const correctionIn = (
  { claim }: Docket,
  { reason, note, seal }: NonNullable<Docket['correction']>,
): object => ({ reason, note: toSeal('correction_note', claim.id, note, seal), from: claim.revision });

/** The claim, or what is cited, is no longer what it was when the verdict was recorded. */
const notComplete = (faults: readonly VerdictRemark[]): Refusal => ({
  kind: 'conflict',
  code: 'verdict_incomplete',
  why: `The verdict cannot be published as it is: ${faults.map(({ message }) => message).join('; ')}. Return it.`,
  extra: { reasons: faults.map(({ code }) => code) },
});

/** What it rests on: evidence, capture and the hash of its bytes. */
const capturesOf = ({ evidence }: DocketVerdict): object[] =>
  evidence.map(({ evidenceId, captureId, sha256 }) => ({
    evidence: evidenceId,
    capture: captureId,
    sha256,
  }));
