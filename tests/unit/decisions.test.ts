/** Random commands on the pure decisions: they agree with the plain model, and never leave claim and task at odds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access/rules.js';
import type { Refusal } from '../../src/domain/problem/refusal.js';
import { agrees } from '../../src/domain/claim/lifecycle.js';
import { isLive } from '../../src/domain/task/lifecycle.js';
import { isRefusal, type Change, type Decision } from '../../src/workflow/change.js';
import type { ClaimCommand, VerdictCommand } from '../../src/workflow/commands.js';
import type { Docket } from '../../src/workflow/docket.js';
import { liveTasks, verdictUnderWay } from '../../src/workflow/docket-facts.js';
import { editVerdict } from '../../src/workflow/edit-verdict.js';
import { checkClock } from '../../src/workflow/check-clock.js';
import { openTask } from '../../src/workflow/open-task.js';
import { sealProposed } from '../../src/workflow/propose-edition.js';
import { recordVerdict } from '../../src/workflow/record-verdict.js';
import { saveDraft } from '../../src/workflow/save-draft.js';
import { submitVerdict } from '../../src/workflow/submit-verdict.js';
import { transitionClaim } from '../../src/workflow/transition-claim.js';
import { transitionTask } from '../../src/workflow/transition-task.js';
import { transitionVerdict } from '../../src/workflow/transition-verdict.js';
import { newClaim, step, type Action, type ModelClaim, type Person } from '../support/desk-model.js';
import { caller, id, readAgain, salt, submittedClaim, withEdition } from '../support/pure-desk.js';

const people: Person[] = [
  { ref: 'reader', role: 'reader' },
  { ref: 'admin', role: 'admin' },
  { ref: 'checker', role: 'checker' },
  { ref: 'checker2', role: 'checker' },
  { ref: 'editor', role: 'editor' },
  { ref: 'editor2', role: 'editor' },
];
const callers = people.map(({ ref, role }) => caller(ref, role));

let count = 1;
const nextId = (): string => id(++count);
const words = (): string => `so it is, said for the ${String(++count)}th time`;

const nothing: Refusal = { kind: 'conflict', code: 'no_task', why: 'There is nothing to do it to.' };

const written = (veracity: string) => ({
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity } as const,
  rationale: { en: words() },
  evidence: [],
  provisions: [],
});

/** The lease of a task runs out, and whoever looks next notices. */
function lapse(docket: Docket, taskId: string): Decision {
  if (docket.tasks.find((task) => task.id === taskId)?.assigneeId === null) return nothing;
  const leaseUntil = new Date(docket.now.getTime() - 1);
  const tasks = docket.tasks.map((task) => (task.id === taskId ? { ...task, leaseUntil } : task));
  return checkClock({ ...docket, tasks }, taskId, nextId());
}

const ofVerdict: Partial<Record<Action['do'], VerdictCommand>> = {
  approve: { event: 'approve' },
  return: { event: 'return', note: 'once more' },
  withdraw: { event: 'withdraw' },
};

const ofClaim: Partial<Record<Action['do'], ClaimCommand>> = {
  accept: { event: 'accept' },
  reject: { event: 'reject', reason: 'because' },
  correct: { event: 'correct', reason: 'error', note: 'it was wrong' },
  cancel: { event: 'cancel' },
  retract: { event: 'retract', reason: 'error' },
  reopen: { event: 'reopen', reason: 'because' },
};

/** On the edition as it is at this moment. */
function decideOnVerdict(docket: Docket, command: VerdictCommand, who: Caller): Decision {
  const verdict = verdictUnderWay(docket);
  if (!verdict) return nothing;
  const seen = withEdition(docket);
  const edition = seen.edition ? sealProposed(seen.edition, salt).digest : undefined;
  const named = command.event === 'withdraw' ? command : { ...command, edition };
  return transitionVerdict(seen, verdict, named, { caller: who, newSalt: salt });
}

function decide(docket: Docket, what: Action, who: Caller, veracity = 'true'): Decision {
  const command = ofClaim[what.do];
  if (command) return transitionClaim(docket, command, who, salt);
  const decision = ofVerdict[what.do];
  if (decision) return decideOnVerdict(docket, decision, who);
  if (what.do === 'edit') {
    const verdict = verdictUnderWay(docket);
    return verdict ? editVerdict(docket, verdict, { rationale: { en: words() } }, who) : nothing;
  }
  const [task] = liveTasks(docket);
  if (!task) return nothing;
  switch (what.do) {
    case 'assign':
      return transitionTask(docket, task.id, { event: 'assign', assignee: what.to.ref, override: true }, who);
    case 'lapse':
      return lapse(docket, task.id);
    case 'submit':
      return submitVerdict(docket, { verdictId: nextId(), taskId: task.id }, written(veracity), who);
    case 'draft':
      return saveDraft(docket, task.id, { rationale: { en: words() } }, who);
    case 'take':
    case 'start':
    case 'release':
      return transitionTask(docket, task.id, { event: what.do }, who);
    default:
      return nothing;
  }
}

function expectAgreement({ docket, events, before }: Change): void {
  const { claim } = docket;
  const live = liveTasks(docket).map(({ stage, status }) => ({ stage, status }));
  const told = JSON.stringify({ from: before.claim.status, to: claim.status, live, events });
  expect(agrees(claim.status, live), told).toBe(true);
  expect(claim.version, told).toBe(before.claim.version + events.length);
}

/** Whatever workers would do. */
function settle(docket: Docket): Docket {
  const submitted = verdictUnderWay(docket);
  const recorded =
    submitted?.status === 'submitted' ? carryOn(docket, recordVerdict(docket, submitted.id)) : docket;
  return carryOn(recorded, openTask(recorded, nextId()));
}

function carryOn(docket: Docket, decision: Decision): Docket {
  if (isRefusal(decision)) return docket;
  expectAgreement(decision);
  return readAgain(decision);
}

const look = ({ claim, tasks, participants }: Docket) => {
  const task = tasks.find(({ status }) => isLive(status));
  const on = (wanted: string): string[] =>
    participants
      .filter(({ side }) => side === wanted)
      .map(({ personId }) => personId)
      .sort();
  return {
    status: claim.status,
    revision: claim.revision,
    task: task ? { stage: task.stage, status: task.status, holder: task.holder?.ref ?? null } : null,
    writers: on('writing'),
    deciders: on('deciding'),
  };
};

const plain = (name: Exclude<Action['do'], 'assign'>): fc.Arbitrary<Action> => fc.constant({ do: name });
const action: fc.Arbitrary<Action> = fc.oneof(
  ...(['accept', 'take', 'start', 'submit', 'approve'] as const).map((name) => ({
    weight: 4,
    arbitrary: plain(name),
  })),
  ...(['correct', 'reopen', 'return', 'edit', 'withdraw', 'release'] as const).map((name) => ({
    weight: 2,
    arbitrary: plain(name),
  })),
  ...(['reject', 'cancel', 'retract', 'lapse', 'draft'] as const).map((name) => ({
    weight: 1,
    arbitrary: plain(name),
  })),
  { weight: 1, arbitrary: fc.constantFrom(...people).map((to): Action => ({ do: 'assign', to })) },
);
/** Anybody at all, or (null) whoever holds the task, so that not nearly every step is refused. */
const move = fc.tuple(action, fc.option(fc.constantFrom(...people), { freq: 2 }));

const personFor = (anybody: Person | null, docket: Docket): Person =>
  anybody ??
  people.find(({ ref }) => ref === liveTasks(docket)[0]?.holder?.ref) ?? { ref: 'editor', role: 'editor' };

const callerOf = ({ ref, role }: Person): Caller =>
  callers.find((one) => one.ref === ref) ?? caller(ref, role);

describe('what is decided on a docket', () => {
  it('agrees with the plain model of the desk, whatever is asked by whomever', () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 60, maxLength: 120 }), (walk) => {
        let docket = settle(submittedClaim(callers));
        let model: ModelClaim = newClaim();
        for (const [what, anybody] of walk) {
          const person = personFor(anybody, docket);
          const expected = step(model, what, person);
          const told = `${person.ref} does ${JSON.stringify(what)} on ${JSON.stringify(model)}`;
          const decision = decide(docket, what, callerOf(person));
          expect(!isRefusal(decision), told).toBe(expected !== undefined);
          docket = settle(carryOn(docket, decision));
          model = expected ?? model;
          const { author: _author, revisions: _revisions, ...seen } = model;
          expect(look(docket), told).toEqual({
            ...seen,
            writers: [...seen.writers].sort(),
            deciders: [...seen.deciders].sort(),
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never leaves claim and task at odds, however late the workers come and whatever is between', () => {
    const job = fc.constantFrom('open-task', 'record', 'due');
    const anything = fc.oneof(
      { weight: 3, arbitrary: move },
      { weight: 1, arbitrary: fc.tuple(job, fc.constantFrom('true', 'likely')) },
    );
    const doJob = (docket: Docket, name: string): Decision => {
      const [task] = liveTasks(docket);
      const verdict = verdictUnderWay(docket);
      if (name === 'open-task') return openTask(docket, nextId());
      if (name === 'record') return verdict ? recordVerdict(docket, verdict.id) : nothing;
      return task ? checkClock(docket, task.id, nextId()) : nothing;
    };
    fc.assert(
      fc.property(fc.array(anything, { minLength: 60, maxLength: 120 }), (walk) => {
        let docket = submittedClaim(callers);
        for (const [what, more] of walk) {
          const decision =
            typeof what === 'string'
              ? doJob(docket, what)
              : decide(docket, what, callerOf(personFor(more, docket)), 'likely');
          docket = carryOn(docket, decision);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps a review open to all where its editor released it while it was on its way back to its author', () => {
    const who = (ref: string): Caller =>
      callerOf(people.find((one) => one.ref === ref) ?? { ref, role: 'reader' });
    const doIt = (docket: Docket, what: Action, ref: string): Docket => {
      const decision = decide(docket, what, who(ref));
      expect(isRefusal(decision), JSON.stringify(decision)).toBe(false);
      return carryOn(docket, decision);
    };
    let docket = settle(doIt(settle(submittedClaim(callers)), { do: 'accept' }, 'editor'));
    for (const what of ['take', 'start', 'submit'] as const) docket = doIt(docket, { do: what }, 'checker');
    docket = doIt(settle(docket), { do: 'withdraw' }, 'checker');
    const released = transitionClaim(docket, { event: 'release' }, who('editor'), salt);
    docket = settle(carryOn(docket, released));
    expect(look(docket)).toMatchObject({
      status: 'open',
      task: { stage: 'review', status: 'open', holder: null },
    });
    expect(docket.tasks.find(({ stage }) => stage === 'review')?.draft).not.toBeNull();
  });
});
