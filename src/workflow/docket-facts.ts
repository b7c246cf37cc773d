/** PURE: what decisions ask a docket. */
import type { ClaimFacts } from '../domain/claim/rules.js';
import type { Clock } from '../domain/task/clock.js';
import { isLive, type Stage } from '../domain/task/lifecycle.js';
import type { TaskFacts } from '../domain/task/rules.js';
import { isUndecided } from '../domain/verdict/lifecycle.js';
import type { Described, Docket, DocketNames, OtherClaim } from './docket.js';
import type { Priority } from '../domain/task/priority.js';
import type { DocketTask } from './docket-task.js';
import type { DocketVerdict } from './docket-verdict.js';

/** What the docket was asked to look up by name. */
export function namesOf({ named }: Docket): DocketNames {
  if (!named) throw new Error('it is decided on with what it names');
  return named;
}

export const liveTasks = ({ tasks }: Pick<Docket, 'tasks'>): DocketTask[] =>
  tasks.filter(({ status }) => isLive(status));

/** The last task of a stage, live or ended. */
export const lastTask = ({ tasks }: Docket, stage: Stage): DocketTask | undefined =>
  tasks.filter((task) => task.stage === stage).sort((a, b) => b.round - a.round)[0];

/** The verdict that is to be recorded or decided on. */
export const verdictUnderWay = ({ verdicts }: Docket): DocketVerdict | undefined =>
  verdicts.find(({ status }) => isUndecided(status));

export const publishedVerdict = ({ verdicts }: Docket): DocketVerdict | undefined =>
  verdicts.find(({ status }) => status === 'published');

export const otherNamed = ({ others }: Docket, idOrRef: string): OtherClaim | undefined =>
  others.find(({ id, ref }) => id === idOrRef || ref === idOrRef);

export const minutesOf = ({ policy }: Docket, clock: Clock, priority: Priority): number => {
  const minutes = policy.clocks[`${clock} ${priority}`];
  if (minutes === undefined) throw new Error(`there is no policy for ${clock}, ${priority}`);
  return minutes;
};

export function claimFactsOf(docket: Docket): ClaimFacts {
  const verdict = verdictUnderWay(docket);
  return {
    status: docket.claim.status,
    hasPublished: docket.claim.revision !== null,
    tasks: liveTasks(docket),
    proposal: verdict?.status === 'proposed' ? verdict : null,
    participants: docket.participants,
    editors: docket.editors,
  };
}

export const taskFactsOf = (
  { participants, editors }: Docket,
  { id, stage, status, assigneeId, pausedAt }: DocketTask,
): TaskFacts & { id: string } => ({
  id,
  stage,
  status,
  assigneeId,
  participants,
  editors,
  paused: pausedAt !== null,
});

/** How the claim is described, where that was asked for. */
export function describedNow({ described }: Docket): Described {
  if (!described) throw new Error('it is decided on with how the claim is described');
  return described;
}
