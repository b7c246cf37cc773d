/** A desk of two editors and a checker without a database: they make the moves that are offered, and write where they may. */
import type { Caller } from '../../src/domain/access/rules.js';
import { listClaimMoves } from '../../src/domain/claim/rules.js';
import { priorities } from '../../src/domain/task/priority.js';
import { listTaskMoves } from '../../src/domain/task/rules.js';
import { listVerdictMoves } from '../../src/domain/verdict/lifecycle.js';
import { addEvidence } from '../../src/workflow/add-evidence.js';
import { attributeClaim } from '../../src/workflow/attribute-claim.js';
import { isRefusal, type Decision } from '../../src/workflow/change.js';
import { describeClaim } from '../../src/workflow/describe-claim.js';
import { claimFactsOf, liveTasks, taskFactsOf, verdictUnderWay } from '../../src/workflow/docket-facts.js';
import type { Docket, OtherClaim } from '../../src/workflow/docket.js';
import { editVerdict } from '../../src/workflow/edit-verdict.js';
import { openTask } from '../../src/workflow/open-task.js';
import { sealProposed } from '../../src/workflow/propose-edition.js';
import { recordVerdict } from '../../src/workflow/record-verdict.js';
import { relateClaim } from '../../src/workflow/relate-claim.js';
import { saveDraft } from '../../src/workflow/save-draft.js';
import { submitVerdict } from '../../src/workflow/submit-verdict.js';
import { transitionClaim } from '../../src/workflow/transition-claim.js';
import { transitionTask } from '../../src/workflow/transition-task.js';
import { transitionVerdict, verdictFactsOf } from '../../src/workflow/transition-verdict.js';
import { caller, id, readAgain, salt, submittedClaim, withEdition } from './pure-desk.js';
import type { Luck } from './random.js';

export const people = [caller('checker', 'checker'), caller('editor', 'editor'), caller('editor2', 'editor')];

/** Something somebody does; its name for whoever reads of a failure. */
export interface Deed {
  name: string;
  decide: () => Decision;
}

let count = 100;
const nextId = (): string => id(++count);
const words = (): string => `said for the ${String(++count)}th time`;

const details = (event: string, luck: Luck): object => ({
  event,
  note: words(),
  reason: event === 'correct' || event === 'retract' ? 'error' : words(),
  ...(event === 'prioritize' && { priority: luck.oneOf(priorities) }),
  ...(event === 'assign' && { assignee: luck.oneOf(people).ref, override: true }),
  ...(event === 'break_glass' && { second: luck.oneOf(people).ref }),
});

/** Every move that is offered to them. */
export function offersTo(docket: Docket, who: Caller, luck: Luck): Deed[] {
  const deeds: Deed[] = [];
  const add = (name: string, decide: () => Decision): number =>
    deeds.push({ name: `${who.ref}: ${name}`, decide });
  for (const { event, allowed, elsewhere } of listClaimMoves(claimFactsOf(docket), who))
    if (allowed && !elsewhere && event !== 'merge')
      add(event, () => transitionClaim(docket, details(event, luck) as never, who, salt));
  for (const task of liveTasks(docket))
    for (const { event, allowed, elsewhere } of listTaskMoves(taskFactsOf(docket, task), who)) {
      if (allowed && !elsewhere)
        add(`${event} ${task.stage}`, () =>
          transitionTask(docket, task.id, details(event, luck) as never, who),
        );
      if (allowed && event === 'submit') add('submit', () => submit(docket, task.id, who));
    }
  const verdict = verdictUnderWay(docket);
  const read = withEdition(docket);
  if (verdict && read.edition) {
    const edition = sealProposed(read.edition, salt).digest;
    for (const { event, allowed } of listVerdictMoves(verdictFactsOf(docket, verdict), who))
      if (allowed)
        add(event, () =>
          transitionVerdict(read, verdict, { ...details(event, luck), edition } as never, {
            caller: who,
            newSalt: salt,
          }),
        );
  }
  return deeds;
}

const submit = (docket: Docket, taskId: string, who: Caller): Decision => {
  const findings = { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' } as const;
  const written = { findings, rationale: { en: words() }, evidence: [], provisions: [] };
  return submitVerdict(docket, { verdictId: nextId(), taskId }, written, who);
};

/** What they write beside the moves; most of it makes them a party to what is published next. */
export function writingsOf(docket: Docket, who: Caller): Deed[] {
  const named = { outlet: null, norms: [], sources: [], provisions: [], instruments: [], attributions: [] };
  const docketNamed: Docket = { ...docket, named };
  const evidence = { id: nextId(), url: 'https://example.org/', stance: 'against' as const, note: words() };
  const link = { label: 'somebody', mode: 'direct', anonymous: false, from: [] };
  const relation = { id: nextId(), type: 'supports', to: other.id, note: null };
  const verdict = verdictUnderWay(docket);
  const [task] = liveTasks(docket);
  const deeds: Record<string, () => Decision> = {
    'write a gloss': () => describeClaim(docket, { glosses: { en: words() } }, who),
    'change the date': () => describeClaim(docket, { statementDate: '2024' }, who),
    'add evidence': () => addEvidence(docket, evidence, who),
    'set the chain': () => attributeClaim(docketNamed, [link as never], nextId, who),
    'relate it': () => relateClaim({ ...docket, others: [other] }, relation, who),
    ...(verdict && { edit: () => editVerdict(docket, verdict, { rationale: { en: words() } }, who) }),
    ...(task && { draft: () => saveDraft(docket, task.id, { rationale: { en: words() } }, who) }),
  };
  return Object.entries(deeds).map(([name, decide]) => ({ name: `${who.ref}: ${name}`, decide }));
}

const other: OtherClaim = {
  id: id(50),
  ref: 'C50',
  status: 'open',
  contested: false,
  version: 1,
  updatedAt: new Date('2026-11-27T11:00:00Z'),
  head: 'b'.repeat(64),
  ratings: [],
  contesters: [],
  participants: [],
  hasUndecidedVerdict: false,
};

export const newDocket = (): Docket => settle(submittedClaim(people));

/** As it is read the next time, with all that workers owe it done; unchanged where it was refused. */
export function after(docket: Docket, decision: Decision): Docket {
  return isRefusal(decision) ? docket : settle(readAgain(decision));
}

function settle(docket: Docket): Docket {
  const verdict = verdictUnderWay(docket);
  const read = verdict?.status === 'proposed' ? docket : { ...docket, glassBreak: null };
  const recorded = verdict?.status === 'submitted' ? readAll(read, recordVerdict(read, verdict.id)) : read;
  return readAll(recorded, openTask(recorded, nextId()));
}

const readAll = (docket: Docket, decision: Decision): Docket =>
  isRefusal(decision) ? docket : readAgain(decision);
